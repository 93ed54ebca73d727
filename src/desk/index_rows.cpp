#include "desk/index_rows.h"

#include <fmt/format.h>

#include <algorithm>

#include "access/make_view.h"
#include "base/folded.h"
#include "desk/acts_due.h"

namespace confer {
namespace {

std::string token(std::string_view prefix, const Reader& reader) {
  return reader.person.empty() ? fmt::format("{}:{}", prefix, reader.role) : fmt::format("{}:{}/{}", prefix, reader.role, reader.person.value);
}

/// Where a list puts what has no day.
const std::int32_t undated = Date::last().days();

/// First names are enough to know a family by in a list.
std::string first_name(std::string_view name) { return std::string(name.substr(0, name.find(' '))); }

json::array child_lines(const FileView& view) {
  json::array out;
  for (const ShownChild& child : view.children) {
    const ShownPerson* person = view.person(child.id.value);
    out.push_back(json::object{{"id", child.id.value}, {"name", first_name(person->name)}, {"born", day_or_null(person->born)}, {"expected", day_or_null(person->expected)},
                               {"state", child.state}, {"state_title", child.state_title}, {"since", day_or_null(child.since)}, {"category", child.category_title}});
  }
  return out;
}

IndexRow file_row(const FileView& view) {
  IndexRow row{"file", "file", undated, {}, {}, {}};
  row.body["reference"] = view.reference;
  row.body["children"] = child_lines(view);
  for (const ShownObligation& one : view.obligations)
    if (one.is_open() && one.limit && one.limit->days() < row.sort_day) {
      row.sort_day = one.limit->days();
      row.body["next_what"] = one.what;
      row.body["next_limit"] = one.limit->iso();
    }
  for (const ShownChild& child : view.children)
    if (const auto name = view.name(child.lead_social_worker.value); !name.empty()) row.body["lead_social_worker"] = name;
    else if (const ShownPerson* worker = view.person(child.worker.value)) row.body["works_with_them"] = json::object{{"name", worker->name}, {"role_title", worker->role_title}};
  row.search = view.reference;
  for (const ShownPerson& person : view.people) {
    if (person.kind == "practitioner") continue;
    row.search += ' ' + person.name;
    if (person.born) row.search += fmt::format(" {} {} {}", person.born->iso(), person.born->written_short(), person.born->year());
  }
  row.search = folded(row.search);
  return row;
}

/// The same family, those on whose file something was put last coming first.
IndexRow recent_row(IndexRow row, const FileView& view) {
  row.table = "file_recent";
  row.sort_day = latest_first(london_day(view.entries.back().recorded));
  return row;
}

IndexRow obligation_row(const FileView& view, const ShownObligation& one, const Described& procedure) {
  IndexRow row{"obligation", fmt::format("{}:{}:{}:{}", one.rule, one.conference.value, one.anchor.value, one.about.front().value), one.limit ? one.limit->days() : undated, {}, {}, {}};
  json::array names, about;
  for (const PersonId& child : one.about) {
    names.emplace_back(first_name(view.name(child.value)));
    about.emplace_back(child.value);
  }
  row.body = {{"reference", view.reference}, {"procedure", procedure.id}, {"rule", one.rule}, {"what", one.what}, {"does", one.does},
              {"children", std::move(names)}, {"about", std::move(about)}, {"conference", one.conference.value}, {"anchor", one.anchor.value}, {"planned_by", one.planned_by.value},
              {"planned_record", view.entry(one.planned_by.value) ? view.entry(one.planned_by.value)->type : std::string{}}, {"limit", day_or_null(one.limit)}, {"latest_bookable", day_or_null(one.latest_bookable)},
              {"planned_on", day_or_null(one.planned_on)}, {"why", one.why},   {"no_number", one.no_number}, {"owner", one.owner},
              {"owner_title", one.owner_title}, {"source", one.source}};
  if (one.limit_at) row.body["limit_at"] = one.limit_at->iso();
  return row;
}

/// A conference, for the list of one person's own: an agency's practitioner, or whoever of the unit chairs it, runs it or works with the family. The latest first.
IndexRow conference_row(const FileView& view, const ShownEntry& conference) {
  const auto starts = Instant::parse(conference.text("starts"));
  json::array names;
  for (const PersonId& child : conference.about) names.emplace_back(first_name(view.name(child.value)));
  IndexRow row{"conference", conference.root.value, starts ? latest_first(london_day(*starts)) : undated, {}, {}, {}};
  row.body = {{"conference", conference.root.value}, {"reference", view.reference}, {"children", std::move(names)}, {"kind", conference.text("kind")},
              {"starts", conference.text("starts")}, {"place", conference.text("place")}};
  return row;
}

/// Adds a row for one reader; readers who would see the very same share one.
void add(std::vector<IndexRow>& rows, IndexRow row, std::vector<std::string> audience) {
  const auto same = std::find_if(rows.begin(), rows.end(), [&](const IndexRow& one) {
    return one.table == row.table && one.sort_day == row.sort_day && one.search == row.search && one.body == row.body;
  });
  if (same != rows.end()) {
    same->audience.insert(same->audience.end(), audience.begin(), audience.end());
    return;
  }
  row.audience = std::move(audience);
  // Numbered within its own kind, so that a row keeps its key, and is not written again, when others come and go.
  const auto alike = std::count_if(rows.begin(), rows.end(), [&](const IndexRow& one) { return one.table == row.table && one.key.starts_with(row.key + '#'); });
  row.key = fmt::format("{}#{}", row.key, alike);
  rows.push_back(std::move(row));
}

/// 27/3/2016, 27.03.2016 or 27-3-2016 as 2016-03-27; any other word as it is.
std::string day_as_indexed(std::string_view word) {
  int parts[3] = {0, 0, 0};
  std::size_t part = 0;
  for (const char sign : word) {
    if (sign == '/' || sign == '.' || sign == '-') {
      if (++part > 2) return std::string(word);
    } else if (sign >= '0' && sign <= '9' && parts[part] < 1'000) {
      parts[part] = parts[part] * 10 + (sign - '0');
    } else {
      return std::string(word);
    }
  }
  const auto day = part == 2 ? Date::from_parts(parts[2], parts[1], parts[0]) : tl::unexpected(Problem{});
  return day ? day->iso() : std::string(word);
}

std::vector<std::string> concat(std::vector<std::string> left, const std::vector<std::string>& right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

/// The tokens under which a row is found in lists of this reader's team, by each of the file's workers.
std::vector<std::string> by_workers(const std::string& token, const std::vector<PersonId>& workers) {
  std::vector<std::string> out = {token};
  for (const PersonId& worker : workers) out.push_back(narrowed(token, "of:" + worker.value));
  return out;
}

constexpr std::size_t most_workers = 400;   // of one team: a list is read with two tokens for each

}  // namespace

std::int32_t latest_first(Date day) { return -day.days(); }

std::string narrowed(std::string_view token, std::string_view by) {
  std::string out;
  out.reserve(token.size() + 1 + by.size());
  return out.append(token).append("|").append(by);
}

std::string searchable(std::string_view words) {
  const std::string plain = folded(words);
  std::string out;
  for (std::string_view rest = plain; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    if (end > 0) out += (out.empty() ? "" : " ") + day_as_indexed(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return out;
}

std::vector<std::string> tokens(const Reader& reader) { return {token("sees", reader), token("sees", {{}, reader.role})}; }
std::vector<std::string> own_tokens(const Reader& reader) { return {token("does", reader), token("does", {{}, reader.role})}; }

std::vector<std::string> tokens_of_workers(const Reader& reader, const std::vector<PersonId>& workers) {
  std::vector<std::string> out;
  const auto own = tokens(reader);
  out.reserve(own.size() * std::min(workers.size(), most_workers));
  for (std::size_t i = 0; i < std::min(workers.size(), most_workers); ++i)
    for (const std::string& one : own) out.push_back(narrowed(one, "of:" + workers[i].value));
  return out;
}

std::vector<std::string> tokens_of_kind(std::vector<std::string> all, std::string_view rule) {
  for (std::string& one : all) one = narrowed(one, fmt::format("due:{}", rule));
  return all;
}

std::vector<PersonId> workers_of(const FileView& view) {
  std::vector<PersonId> out;
  const auto add = [&](const PersonId& person) {
    if (!person.empty() && std::find(out.begin(), out.end(), person) == out.end()) out.push_back(person);
  };
  for (const ShownChild& child : view.children) add(child.lead_social_worker);
  if (out.empty() && view.entries.front().type == "family_file") add(view.entries.front().by);
  return out;
}

/// The tokens of those among a reader, or all of a role that sees every file, whose own a conference is.
std::vector<std::string> whose_conference(const FileView& seen, const ShownEntry& conference, const Reader& reader, const Role* role) {
  if (role && role->standing == "practitioner") return {token("sees", reader)};
  if (!role || role->standing != "staff") return {};
  std::vector<PersonId> own = workers_of(seen);
  for (const char* runs : {"chair", "administrator"})
    if (const auto person = conference.text(runs); !person.empty()) own.emplace_back(PersonId{std::string(person)});
  std::vector<std::string> out;
  for (const PersonId& person : own)
    if (reader.person.empty() || reader.person == person) out.push_back(token("sees", {person, reader.role}));
  return out;
}

std::vector<IndexRow> index_rows(const CaseFile& file, const Procedure& procedure, Date today) {
  const Described& described = procedure.described();
  std::vector<IndexRow> rows;
  const DueOnFile due(file, procedure, today);
  const std::vector<Reader> readers = possible_readers(file, procedure);
  for (const Reader& reader : readers) {
    // Somebody whose role sees every file is listed by the role alone, or each line would come twice.
    const bool by_role = !reader.person.empty() && std::find(readers.begin(), readers.end(), Reader{{}, reader.role}) != readers.end();
    if (by_role) continue;
    const FileView seen = view_for_lists(due, reader);
    if (seen.empty()) continue;
    const std::string sees = token("sees", reader);
    const Role* role = described.role(reader.role);
    const bool is_staff = role && role->standing == "staff";
    const auto audience = is_staff ? by_workers(sees, workers_of(seen)) : std::vector{sees};
    const IndexRow family = file_row(seen);
    add(rows, recent_row(family, seen), audience);
    add(rows, family, audience);
    for (const ShownObligation& one : acts_due(seen, described)) {
      auto whose = audience;
      if (one.owner == reader.role) whose.push_back(token("does", reader));
      // A list of one kind is a unit's own: others are told what is due on each family's page.
      add(rows, obligation_row(seen, one, described), is_staff ? concat(whose, tokens_of_kind(whose, one.rule)) : whose);
    }
    for (const ShownEntry* conference : seen.standing("conference"))
      if (auto whose = whose_conference(seen, *conference, reader, role); !whose.empty()) add(rows, conference_row(seen, *conference), std::move(whose));
    if (opens_to_role(described, reader.role, "figures"))
      for (IndexRow& row : figure_rows(seen, described, sees)) {
        auto whose = std::move(row.audience);
        add(rows, std::move(row), std::move(whose));
      }
  }
  return rows;
}

}  // namespace confer
