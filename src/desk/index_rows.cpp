#include "desk/index_rows.h"

#include <fmt/format.h>

#include <algorithm>

#include "access/make_view.h"

namespace confer {
namespace {

std::string token(std::string_view prefix, const Reader& reader) {
  return reader.person.empty() ? fmt::format("{}:{}", prefix, reader.role) : fmt::format("{}:{}/{}", prefix, reader.role, reader.person.value);
}

json::value day(const std::optional<Date>& on) { return on ? json::value(on->iso()) : json::value(nullptr); }

bool is_open(const ShownObligation& one) { return one.state == "due" || one.state == "overdue" || one.state == "open"; }

/// First names are enough to know a family by in a list.
std::string first_name(std::string_view name) { return std::string(name.substr(0, name.find(' '))); }

json::array child_lines(const FileView& view) {
  json::array out;
  for (const ShownChild& child : view.children) {
    const ShownPerson* person = view.person(child.id.value);
    out.push_back(json::object{{"id", child.id.value}, {"name", first_name(person->name)}, {"born", day(person->born)}, {"expected", day(person->expected)},
                               {"state", child.state}, {"state_title", child.state_title}, {"since", day(child.since)}, {"category", child.category_title}});
  }
  return out;
}

IndexRow file_row(const FileView& view) {
  IndexRow row{"file", "file", Date::last().days(), {}, {}, {}};
  row.body["reference"] = view.reference;
  row.body["children"] = child_lines(view);
  for (const ShownObligation& one : view.obligations)
    if (is_open(one) && one.limit && one.limit->days() < row.sort_day) {
      row.sort_day = one.limit->days();
      row.body["next_what"] = one.what;
      row.body["next_limit"] = one.limit->iso();
    }
  for (const ShownChild& child : view.children)
    if (const auto name = view.name(child.lead_social_worker.value); !name.empty()) row.body["lead_social_worker"] = name;
  row.search = view.reference;
  for (const ShownPerson& person : view.people) {
    if (person.kind == "practitioner") continue;
    row.search += ' ' + person.name;
    if (person.born) row.search += ' ' + person.born->iso();
  }
  row.search = searchable(row.search);
  return row;
}

IndexRow obligation_row(const FileView& view, const ShownObligation& one) {
  IndexRow row{"obligation", fmt::format("{}:{}:{}", one.rule, one.conference.value, one.about.front().value), one.limit ? one.limit->days() : Date::last().days(), {}, {}, {}};
  json::array names;
  for (const PersonId& child : one.about) names.emplace_back(first_name(view.name(child.value)));
  row.body = {{"reference", view.reference}, {"rule", one.rule},       {"what", one.what},   {"does", one.does},
              {"children", std::move(names)}, {"conference", one.conference.value}, {"limit", day(one.limit)}, {"latest_bookable", day(one.latest_bookable)},
              {"planned_on", day(one.planned_on)}, {"why", one.why},   {"no_number", one.no_number}, {"owner", one.owner},
              {"owner_title", one.owner_title}, {"source", one.source}};
  if (one.limit_at) row.body["limit_at"] = one.limit_at->iso();
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
  row.key = fmt::format("{}:{}", row.key, rows.size());
  rows.push_back(std::move(row));
}

}  // namespace

std::string searchable(std::string words) {
  std::transform(words.begin(), words.end(), words.begin(), [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::tolower(c) : c); });
  return words;
}

std::vector<std::string> tokens(const Reader& reader) { return {token("sees", reader), token("sees", {{}, reader.role})}; }
std::vector<std::string> own_tokens(const Reader& reader) { return {token("does", reader), token("does", {{}, reader.role})}; }

std::vector<IndexRow> index_rows(const CaseFile& file, const Procedure& procedure, Date today) {
  std::vector<IndexRow> rows;
  const std::vector<Reader> readers = possible_readers(file, procedure);
  for (const Reader& reader : readers) {
    // Somebody whose role sees every file is listed by the role alone, or each line would come twice.
    const bool by_role = !reader.person.empty() && std::find(readers.begin(), readers.end(), Reader{{}, reader.role}) != readers.end();
    if (by_role) continue;
    const FileView seen = view(file, procedure, reader, today);
    if (seen.empty()) continue;
    add(rows, file_row(seen), {token("sees", reader)});
    for (const ShownObligation& one : seen.obligations) {
      if (!is_open(one) || one.about.empty()) continue;
      std::vector<std::string> audience = {token("sees", reader)};
      if (one.owner == reader.role) audience.push_back(token("does", reader));
      add(rows, obligation_row(seen, one), std::move(audience));
    }
  }
  return rows;
}

}  // namespace confer
