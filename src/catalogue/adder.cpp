#include "catalogue/adder.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/near_name.h"
#include "catalogue/loosen.h"

namespace confer {
namespace {

template <class T>
std::vector<std::string> ids(const std::vector<T>& things) {
  std::vector<std::string> out;
  for (const T& one : things) out.push_back(one.id);
  return out;
}

}  // namespace

template <class T>
void Adder::add_all(TableReader& reader, std::string_view key, std::vector<T>& to, T (*read)(TableReader&)) {
  for (TableReader& one : reader.tables(key)) {
    T item = read(one);
    const auto same = std::find_if(to.begin(), to.end(), [&](const T& other) { return other.id == item.id; });
    if (same == to.end()) to.push_back(std::move(item));
    else errors_.push_back({item.place, fmt::format("\"{}\" is described already in {}:{}. Give this one another id.", item.id, same->place.file, same->place.line)});
  }
}

void Adder::add(const toml::table& table, const std::string& path) {
  TableReader reader(table, path, unread_);
  add_all(reader, "source", into_.sources, readings::source);
  add_roles(reader);
  add_all(reader, "record", into_.records, readings::record);
  for (TableReader& one : reader.tables("time_limit")) add_time_limit(readings::time_limit(one));
  add_all(reader, "ending", into_.endings, readings::ending);
  add_all(reader, "access", into_.access, readings::access_line);
  add_all(reader, "document", into_.documents, readings::document);
  for (TableReader& one : reader.tables("quorum")) add_quorum(readings::quorum(one));
  for (TableReader& one : reader.tables("decision_rule")) into_.decision_rule = readings::decision_rule(one);
  for (TableReader& one : reader.tables("bank_holidays")) add_holidays(readings::holidays(one));
  for (TableReader& one : reader.tables("closure")) add_closure(readings::closure(one));
  for (TableReader& lists : reader.tables("list"))
    for (auto& [name, item] : lists.named_tables()) into_.lists[name].push_back(readings::list_item(item));
  for (TableReader& terms : reader.tables("words"))
    for (auto& [name, wording] : terms.named_wordings()) {
      terms_.emplace_back(name, wording.place);
      add_wording(name, std::move(wording));
    }
  for (TableReader& one : reader.tables("adds")) add_to_limit(readings::addition(one));
  for (TableReader& one : reader.tables("adds_to_document")) additions_.push_back(readings::document_addition(one));
  reader.finish();
}

void Adder::add_roles(TableReader& reader) {
  const std::size_t known = into_.roles.size();
  add_all(reader, "role", into_.roles, readings::role);
  for (std::size_t at = known; at < into_.roles.size(); ++at) {
    const Role& role = into_.roles[at];
    add_wording(role_term(role.id), {role.title, {}, {}, role.place});
  }
}

void Adder::add_wording(const std::string& name, Wording wording) {
  std::vector<Wording>& all = into_.wordings[name];
  const auto inherited = inherited_wordings_.find(name);
  for (std::size_t at = inherited == inherited_wordings_.end() ? 0 : inherited->second; at < all.size(); ++at)
    if (overlap(all[at], wording))
      return errors_.push_back({wording.place, fmt::format("What \"{}\" is called overlaps in time with {}:{}. Let one end, with \"in_force_to\", before the other begins, with \"in_force_from\".", name,
                                                           all[at].place.file, all[at].place.line)});
  all.push_back(std::move(wording));
}

void Adder::add_holidays(HolidayList list) {
  if (into_.holidays)
    errors_.push_back({list.place, fmt::format("The bank holidays stand already in {}:{}. Add the day there.", into_.holidays->place.file, into_.holidays->place.line)});
  else into_.holidays = std::move(list);
}

void Adder::add_closure(ClosureDay closure) {
  const auto same = std::find_if(into_.closures.begin(), into_.closures.end(), [&](const ClosureDay& other) { return other.day == closure.day; });
  if (same != into_.closures.end())
    errors_.push_back({closure.place, fmt::format("{} is described already in {}:{}. Take one of them out.", closure.day.iso(), same->place.file, same->place.line)});
  else into_.closures.push_back(std::move(closure));
}

/// An inherited limit without a number gives way to one with a number under its name, for the same people's duty: that asks for more.
void Adder::give_way_to(const TimeLimit& limit) {
  if (!limit.limit || limit.in_force_from || limit.in_force_to) return;
  for (std::size_t at = inherited_limits_; at-- > 0;) {
    const TimeLimit& other = into_.time_limits[at];
    if (other.id != limit.id || other.limit || other.unset || other.before != limit.before || other.owner != limit.owner) continue;
    into_.time_limits.erase(into_.time_limits.begin() + static_cast<std::ptrdiff_t>(at));
    --inherited_limits_;
  }
}

void Adder::add_time_limit(TimeLimit limit) {
  give_way_to(limit);
  for (const TimeLimit& other : into_.time_limits) {
    if (other.id != limit.id || !overlap(other, limit)) continue;
    const bool dated = other.in_force_from || other.in_force_to || limit.in_force_from || limit.in_force_to;
    const std::string what = dated ? "overlaps in time with" : "is described already in";
    const std::string mend = dated ? "Let one end, with \"in_force_to\", before the other begins, with \"in_force_from\"." : "Give this one another id.";
    errors_.push_back({limit.place, fmt::format("\"{}\" {} {}:{}. {}", limit.id, what, other.place.file, other.place.line, mend)});
    return;
  }
  into_.time_limits.push_back(std::move(limit));
}

void Adder::add_to_limit(const readings::Addition& addition) {
  bool found = false;
  for (TimeLimit& limit : into_.time_limits) {
    if (limit.id != addition.to) continue;
    found = true;
    const std::vector<Looser> looser = loosened(limit, addition, into_.holidays);
    answer_for(looser, addition.departs, addition.to, limit.place, addition.place, errors_);
    apply(addition, limit);
  }
  if (!found) errors_.push_back({addition.place, fmt::format("There is no time limit \"{}\" to add to. Mend the name.{}", addition.to, did_you_mean(addition.to, ids(into_.time_limits)))});
}

void Adder::add_to_documents() {
  for (readings::DocumentAddition& one : additions_) {
    const auto found = std::find_if(into_.documents.begin(), into_.documents.end(), [&](const DocumentType& type) { return type.id == one.to; });
    if (found == into_.documents.end()) {
      errors_.push_back({one.place, fmt::format("There is no document \"{}\" to add to. Mend the name.{}", one.to, did_you_mean(one.to, ids(into_.documents)))});
      continue;
    }
    if (!one.title.en.empty()) found->title = one.title;
    found->cites = one.cites;
    std::move(one.blocks.begin(), one.blocks.end(), std::back_inserter(found->blocks));
  }
}

void Adder::add_quorum(Quorum quorum) {
  std::vector<Looser> looser;
  Place parent = quorum.place;
  for (std::size_t at = 0; at < into_.quorums.size(); ++at) {
    const Quorum& other = into_.quorums[at];
    if (!overlap(other, quorum)) continue;
    if (at >= inherited_quorums_)
      return errors_.push_back({quorum.place, fmt::format("The quorum overlaps in time with {}:{}. Let one end, with \"in_force_to\", before the other begins, with \"in_force_from\".",
                                                          other.place.file, other.place.line)});
    looser = loosened(other, quorum);   // the nearest counts
    parent = other.place;
  }
  answer_for(looser, quorum.departs, "quorum", parent, quorum.place, errors_);
  into_.quorums.push_back(std::move(quorum));
}

}  // namespace confer
