// Figures for managers: computed from the files that the reader may open, never typed. Every plot has its table.
#include "desk/figures.h"

#include <fmt/format.h>

#include "page/components/components.h"
#include "page/figures/plots.h"
#include "page/home/lists.h"
#include "page/words.h"

namespace confer {
namespace {

using components::TableRow;
using lists::text;

Html framed(std::string_view label, const Html& table) {
  return html::element("div", {{"class", "confer-scrolls"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", label}}, table);
}

components::TableCell number(std::size_t count) { return {.text = fmt::format("{}", count), .numeric = true}; }

TableRow timeliness_row(std::string name, const Timeliness& count) {
  return {{.text = std::move(name)}, number(count.in_time), number(count.late), number(count.all()), {.text = plots::share_in_words(count), .numeric = true}};
}

Html timeliness_table(const std::string& caption, const std::string& first, const std::vector<NamedTimeliness>& lines) {
  components::Table table{.caption = caption, .caption_classes = "govuk-table__caption--s",
                          .head = {{.text = first}, {.text = "In time", .numeric = true}, {.text = "Late", .numeric = true}, {.text = "All", .numeric = true}, {.text = "Share in time", .numeric = true}},
                          .first_cell_is_header = true};
  for (const NamedTimeliness& line : lines) table.rows.push_back(timeliness_row(line.name, line.count));
  return framed(caption, components::table(table));
}

std::string month_in_words(Date month) {
  const std::string written = month.written_short();
  return fmt::format("{} {}", written.substr(written.find(' ') + 1), month.year());
}

Html conferences(const Figures& figures) {
  Html out = heading(2, "Conferences held within the limit");
  if (figures.conferences.all() == 0) return out + paragraph("No conference with a limit was held in this time.");
  out += paragraph(fmt::format("{} of {} were held within the limit for holding them: {}.", figures.conferences.in_time, lists::counted(figures.conferences.all(), "conference", "conferences"),
                               plots::share_in_words(figures.conferences)));
  out += plots::by_month("Conferences by month, in time and late", figures.conferences_by_month);
  std::vector<NamedTimeliness> months;
  for (const auto& [month, count] : figures.conferences_by_month) months.push_back({month_in_words(month), count});
  out += components::details({.summary_text = "The same as a table", .html = timeliness_table("Conferences by month", "Month", months)});
  return out;
}

Html by_names(std::string_view title, const std::string& first, const std::vector<NamedTimeliness>& lines, std::string_view none) {
  Html out = heading(2, title);
  if (lines.empty()) return out + paragraph(none);
  return out + plots::shares(fmt::format("{}: share in time", title), lines) + timeliness_table(std::string(title), first, lines);
}

Html reports(const Figures& figures) {
  Html out = heading(2, "Reports by agency");
  if (figures.reports.empty()) return out + paragraph("No report was asked for in this time.");
  out += paragraph("Of the reports that were asked for, how many were with the Safeguarding Unit by the day they were wanted.");
  components::Table table{.caption = "Reports asked for", .caption_classes = "govuk-table__caption--s",
                          .head = {{.text = "Agency"}, {.text = "In time", .numeric = true}, {.text = "Late", .numeric = true}, {.text = "None came", .numeric = true}, {.text = "Share in time", .numeric = true}},
                          .first_cell_is_header = true};
  std::vector<NamedTimeliness> plotted;
  for (const AgencyReports& one : figures.reports) {
    const Timeliness count{one.in_time, one.late + one.none};
    const std::string agency = one.agency.empty() ? "Not said" : one.agency;
    plotted.push_back({agency, count});
    table.rows.push_back({{.text = agency}, number(one.in_time), number(one.late), number(one.none), {.text = plots::share_in_words(count), .numeric = true}});
  }
  return out + plots::shares("Reports by agency: share in time", plotted) + framed("Reports asked for", components::table(table));
}

Html overdue(const Figures& figures) {
  Html out = heading(2, "Late now, by whose duty it is");
  if (figures.overdue.empty()) return out + paragraph("Nothing is open.");
  components::Table table{.caption = "Open and late today", .caption_classes = "govuk-table__caption--s",
                          .head = {{.text = "Whose duty"}, {.text = "Late", .numeric = true}, {.text = "Open in all", .numeric = true}}, .first_cell_is_header = true};
  for (const Overdue& one : figures.overdue) table.rows.push_back({{.text = one.owner_title}, number(one.late), number(one.open)});
  out += framed("Open and late today", components::table(table));
  out.open("p", {{"class", "govuk-body"}}).open("a", {{"class", "govuk-link"}, {"href", "/?whose=everyone"}}).add_text("See them line by line, late first").close("a").close("p");
  return out;
}

/// What a departure calls its limit: in the procedure's words where it names one by its id.
std::string limit_words(const Visit& visit, std::string_view limit) {
  const Described* own = visit.site.desk.own_procedure();
  const TimeLimit* known = own ? own->time_limit(limit) : nullptr;
  return known ? known->what.en : std::string(limit);
}

Html departures(const Visit& visit, const Figures& figures) {
  Html out = heading(2, "Limits that were left, and why");
  if (figures.departures.empty()) return out + paragraph("No departure from a time limit is on file.");
  components::Table table{.caption = "Departures, the latest first", .caption_classes = "govuk-table__caption--s",
                          .head = {{.text = "Day"}, {.text = "Family"}, {.text = "Limit"}, {.text = "Reason"}, {.text = "Consulted"}}};
  for (const DepartureLine& line : figures.departures) {
    Html family;
    family.open("a", {{"class", "govuk-link"}, {"href", file_address(FileId{line.file})}}).add_text(text(line.body, "reference")).close("a");
    const auto day = lists::day(line.body, "day");
    table.rows.push_back({{.text = day ? day->written() : std::string{}}, {.html = family}, {.text = limit_words(visit, text(line.body, "time_limit"))},
                          {.html = html::lines(text(line.body, "reason"))}, {.text = std::string(text(line.body, "consulted"))}});
  }
  if (figures.departures_count > figures.departures.size()) out += paragraph(fmt::format("The latest {} of {}.", figures.departures.size(), figures.departures_count));
  return out + framed("Departures, the latest first", components::table(table));
}

}  // namespace

Response figures_page(Visit& visit) {
  if (!visit.site.desk.shows_to_role(visit.reader.role, "figures")) return bare_error(404);
  FiguresQuery query;
  query.teams = visit.site.sign_in.accounts().teams();
  const Figures figures = visit.site.desk.figures(visit.reader, query);
  layout::Page page;
  page.title = "Figures";
  page.width = layout::Width::wide;
  page.breadcrumbs = {components::Breadcrumb{.text = "What is due", .href = "/"}, components::Breadcrumb{.text = "Figures", .href = "/figures"}};
  page.main = html::element("h1", {{"class", "govuk-heading-l"}}, "Figures");
  page.main += paragraph(fmt::format("From {} to {}, counted from the files that you may open, as they stand now.", figures.from.written(), figures.to.written()));
  page.main += components::inset_text({.text = "A small number can tell of one family. These figures are for you, who may open their files: before they go to anybody else, leave out every number below five and whatever gives it away."});
  page.main += conferences(figures);
  page.main += by_names("By team", "Team of the lead social worker", figures.by_team, "No conference was held in this time.");
  page.main += by_names("By chair", "Chair", figures.by_chair, "No conference with a chair was held in this time.");
  page.main += reports(figures);
  page.main += heading(2, "Everything that has a limit");
  page.main += timeliness_table("What was done in this time", "What", figures.by_limit);
  page.main += overdue(figures);
  page.main += departures(visit, figures);
  return answer(visit, std::move(page), 200, Place_in_site::figures);
}

}  // namespace confer
