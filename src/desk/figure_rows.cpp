// What figures are counted from. Each row stands under one token that says all that it is counted by, so that figures are read from the counts that
// the store keeps and no row is ever opened for them.
#include <fmt/format.h>

#include <algorithm>

#include "desk/index_rows.h"

namespace confer {
namespace {

const ShownEntry* standing_of(const FileView& view, std::string_view id) {
  const ShownEntry* entry = view.entry(id);
  if (!entry) return nullptr;
  for (const ShownEntry* one : view.standing(entry->type))
    if (one->root == entry->root) return one;
  return nullptr;
}

/// The conference that a time limit was met at or belongs to; null where there is none.
const ShownEntry* conference_of(const FileView& view, const ShownObligation& one) {
  if (!one.conference.empty()) return standing_of(view, one.conference.value);
  const ShownEntry* met_by = view.entry(one.met_by.value);
  return met_by ? standing_of(view, met_by->text("conference")) : nullptr;
}

std::string lead_of(const FileView& view, const ShownObligation& one) {
  for (const ShownChild& child : view.children)
    if (!one.about.empty() && child.id == one.about.front() && !child.lead_social_worker.empty()) return child.lead_social_worker.value;
  const auto workers = workers_of(view);
  return workers.empty() ? std::string{} : workers.front().value;
}

/// Which agency somebody came from, by what the file says of their work with these children.
std::string agency_of(const FileView& view, std::string_view person) {
  for (const ShownEntry* one : view.standing("involvement"))
    if (one->text("person") == person && !one->text("agency").empty()) return std::string(one->text("agency"));
  return {};
}

/// The day by which reports for a conference were wanted; empty where no time limit says so.
std::optional<Date> reports_wanted_by(const FileView& view, const Described& procedure, const EntryId& conference) {
  for (const ShownObligation& one : view.obligations) {
    const TimeLimit* rule = procedure.time_limit(one.rule);
    const bool of_reports = rule && std::any_of(rule->met_by.begin(), rule->met_by.end(), [](const Selector& met) { return met.record == "report"; });
    const ShownEntry* its = of_reports && !one.conference.empty() ? view.entry(one.conference.value) : nullptr;
    if (its && its->root == conference) return one.limit;
  }
  return std::nullopt;
}

/// How a report that was asked for came: "in_time", "late" or "none" where none is on file. Counted by agency and not by child, as the rule is
/// written (TIME-11: each agency's report): an agency may know one child of three, or write of all in one, so its first report is the one that counts.
/// Of which children an agency has not written stands on the page of the conference.
std::string_view how_it_came(const FileView& view, const ShownEntry& invitation, const EntryId& conference, Date limit) {
  std::optional<Date> first;
  for (const ShownEntry* report : view.standing("report", conference)) {
    if (report->by.value != invitation.text("person")) continue;
    const Date came = report->happened_on.value_or(london_day(report->recorded));
    if (!first || came < *first) first = came;
  }
  return !first ? "none" : *first <= limit ? "in_time" : "late";
}

/// A conference counts once, however many children it was about: late where it was late for one of them.
void add_met(std::vector<ShownObligation>& met, const ShownObligation& one, const FileView& view) {
  const ShownEntry* conference = conference_of(view, one);
  const auto same = std::find_if(met.begin(), met.end(), [&](const ShownObligation& other) { return conference && other.rule == one.rule && conference_of(view, other) == conference; });
  if (same == met.end()) met.push_back(one);
  else if (one.state == "met_late") *same = one;
}

IndexRow met_row(const FileView& view, const ShownObligation& one, const std::string& token) {
  const ShownEntry* conference = conference_of(view, one);
  IndexRow row{"figure", fmt::format("{}:{}:{}", one.rule, one.anchor.value, one.about.front().value), one.met_on->days(), {}, {}, {}};
  row.audience = {narrowed(token, fmt::format("met|{}|{}|{}|{}", one.rule, one.state, lead_of(view, one), conference ? conference->text("chair") : std::string_view{}))};
  row.body = {{"of", row.key}};   // or two that are counted alike would be taken for one
  return row;
}

void add_reports(std::vector<IndexRow>& rows, const FileView& view, const Described& procedure, const ShownEntry& conference, const std::string& token) {
  const auto limit = reports_wanted_by(view, procedure, conference.root);
  if (!limit) return;
  for (const ShownEntry* invitation : view.standing("invitation", conference.id)) {
    const json::value* wanted = invitation->answers.if_contains("report_wanted");
    if (!wanted || !wanted->is_bool() || !wanted->get_bool()) continue;
    const std::string_view person = invitation->text("person");
    const std::string key = fmt::format("report:{}:{}", conference.root.value, invitation->root.value);
    rows.push_back({"figure", key, limit->days(), {},
                    {narrowed(token, fmt::format("report|{}|{}", agency_of(view, person), how_it_came(view, *invitation, conference.root, *limit)))}, {{"of", key}}});
  }
}

IndexRow departure_row(const FileView& view, const ShownEntry& entry, const std::string& token) {
  const Date day = entry.happened_on.value_or(london_day(entry.recorded));
  json::array children;
  for (const PersonId& child : entry.about) {
    const std::string_view name = view.name(child.value);
    children.emplace_back(name.substr(0, name.find(' ')));
  }
  return {"departure", entry.root.value, -day.days(), {}, {token},
          {{"of", entry.root.value}, {"reference", view.reference}, {"day", day.iso()}, {"time_limit", entry.text("time_limit")}, {"reason", entry.text("reason")},
           {"consulted", view.name(entry.text("consulted"))}, {"children", std::move(children)}}};
}

}  // namespace

std::vector<IndexRow> figure_rows(const FileView& view, const Described& procedure, const std::string& token) {
  std::vector<ShownObligation> met;
  for (const ShownObligation& one : view.obligations)
    if ((one.state == "met" || one.state == "met_late") && one.limit && one.met_on && !one.about.empty()) add_met(met, one, view);
  std::vector<IndexRow> rows;
  for (const ShownObligation& one : met) rows.push_back(met_row(view, one, token));
  for (const ShownEntry* conference : view.standing("conference")) {
    add_reports(rows, view, procedure, *conference, token);
    const std::string_view chair = conference->text("chair");
    const bool told = std::any_of(rows.begin(), rows.end(), [&](const IndexRow& row) { return row.table == "colleague" && std::string_view(row.key) == chair; });
    if (!view.name(chair).empty() && !told)
      rows.push_back({"colleague", std::string(chair), 0, {}, {narrowed(token, chair)}, {{"name", view.name(chair)}}});
  }
  for (const ShownEntry* departure : view.standing("departure")) rows.push_back(departure_row(view, *departure, token));
  return rows;
}

}  // namespace confer
