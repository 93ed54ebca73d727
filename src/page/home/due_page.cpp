// What is due: the one list that a day begins with. Late first, then today, the next seven days, later, and what has no number of days.
#include <fmt/format.h>

#include "page/components/components.h"
#include "page/home/lists.h"
#include "page/kept_form.h"
#include "page/why_this_day.h"
#include "page/words.h"

namespace confer {
namespace {

using lists::text;

/// How a limit stands to a day.
enum class Urgency { late, today, seven_days, later, no_number };

Urgency urgency(Date limit, Date today) {
  if (limit == Date::last()) return Urgency::no_number;
  if (limit < today) return Urgency::late;
  if (limit == today) return Urgency::today;
  return limit <= today.plus_days(lists::a_look_ahead) ? Urgency::seven_days : Urgency::later;
}

std::string_view heading(Urgency urgency) {
  switch (urgency) {
    case Urgency::late: return "Late";
    case Urgency::today: return "Today";
    case Urgency::seven_days: return "The next seven days";
    case Urgency::later: return "Later";
    case Urgency::no_number: return "As soon as possible";
  }
  mistake("every urgency has a heading", __FILE__, __LINE__);
}

/// What was chosen, as the address says it.
struct Chosen {
  std::string whose = "mine";
  std::string kind = {};

  [[nodiscard]] Pairs kept() const {
    Pairs out;
    out.emplace_back("whose", whose);
    if (!kind.empty()) out.emplace_back("kind", kind);
    return out;
  }
  [[nodiscard]] std::string address() const { return "/" + query_string(kept()); }
};

const TimeLimit* limit_called(const Visit& visit, std::string_view id) {
  const Described* own = visit.site.desk.own_procedure();
  return own ? own->time_limit(id) : nullptr;
}

Chosen asked_for(const Visit& visit) {
  const std::string_view whose = visit.request.parameter("whose"), kind = visit.request.parameter("kind");
  return {whose == "team" || whose == "everyone" ? std::string(whose) : "mine", limit_called(visit, kind) ? std::string(kind) : std::string{}};
}

ListQuery query_for(const Visit& visit, const Chosen& of) {
  ListQuery query;
  query.whose = of.whose == "team" ? ListQuery::Whose::workers : of.whose == "everyone" ? ListQuery::Whose::everyone : ListQuery::Whose::mine;
  if (of.whose == "team") query.workers = lists::team_of(visit);
  query.kind = of.kind;
  query.limit = lists::lines_a_page;
  query.offset = (lists::page_number(visit) - 1) * lists::lines_a_page;
  return query;
}

/// As the address asks; whoever comes without asking and has nothing to do themselves begins with what there is for everyone.
Chosen chosen(const Visit& visit) {
  Chosen out = asked_for(visit);
  if (visit.request.query.empty() && visit.site.desk.count_due(visit.reader, query_for(visit, out)) == 0) out.whose = "everyone";
  return out;
}

/// Mine, my team's, everyone's, each with how much there is; of the one that is shown, the list tells.
Html whose_navigation(const Visit& visit, const Chosen& now, const ListPage& list) {
  components::SubNavigation navigation{.label = "Whose"};
  const auto add = [&](std::string whose, std::string_view words) {
    const Chosen there{std::move(whose), now.kind};
    const std::size_t count = there.whose == now.whose ? list.count : visit.site.desk.count_due(visit.reader, query_for(visit, there));
    if (there.whose == "team" && count == 0 && now.whose != "team") return;   // a team that leads no family
    navigation.items.push_back({.text = fmt::format("{} ({})", words, count), .href = there.address(), .active = there.whose == now.whose});
  };
  add("mine", "Mine to do");
  if (!visit.session->account.team.empty()) add("team", "My team’s");
  add("everyone", "Everyone’s");
  return components::sub_navigation(navigation);
}

Html kind_form(const Visit& visit, const Chosen& now) {
  const Described* own = visit.site.desk.own_procedure();
  if (!own) return {};
  components::Select select{.name = "kind", .label = {.text = "What kind of thing"}, .items = {{.value = "", .text = "Everything"}}, .value = now.kind};
  for (const TimeLimit& rule : own->time_limits)
    if (own->time_limit(rule.id) == &rule) select.items.push_back({.value = rule.id, .text = rule.what.en});   // of several editions the latest
  Html out;
  out.open("form", {{"method", "get"}, {"action", "/"}, {"class", "confer-filter"}});
  out += html::void_element("input", {{"type", "hidden"}, {"name", "whose"}, {"value", now.whose}});
  out += components::select(select);
  out += components::button({.text = "Show", .classes = "govuk-button--secondary"});
  out.close("form");
  return out;
}

Html what_part(const ListLine& line) {
  Html out = html::element("strong", {{"class", "confer-line__what"}}, text(line.body, "what"));
  Html who;
  who.open("a", {{"class", "govuk-link"}, {"href", file_address(line.file)}}).add_text(lists::joined(line.body, "children")).close("a");
  who += html::element("span", {{"class", "confer-nothing"}}, fmt::format(" {}", text(line.body, "reference")));
  return out + html::element("span", {{"class", "confer-under"}}, who);
}

Html why(const ListLine& line) {
  return why_this_day({.why = text(line.body, "why"), .planned_on = lists::day(line.body, "planned_on"), .source = text(line.body, "source"), .owner_title = text(line.body, "owner_title"),
                       .procedure = text(line.body, "procedure"), .rule = text(line.body, "rule")});
}

Html when_part(const ListLine& line, Urgency urgent) {
  Html out;
  const auto limit = lists::day(line.body, "limit");
  if (urgent == Urgency::late) out += components::tag({.text = "Late", .classes = "govuk-tag--red"}) + html::text(" ");
  if (!limit) out += html::text(text(line.body, "no_number"));
  if (limit) out += html::text(limit->written());
  if (const auto at = Instant::parse(text(line.body, "limit_at"))) out += html::text(", " + london_time(*at));
  return out + why(line);
}

Html act_part(const Visit& visit, const ListLine& line) {
  const auto act = lists::act_for(visit, line);
  if (!act) return {};
  Html words = html::text(act->words);
  words += hidden_words(fmt::format(" for {}, {}", lists::joined(line.body, "children"), text(line.body, "reference")));
  return components::button({.html = words, .href = act->address, .classes = "govuk-button--secondary confer-line__button"});
}

Html line_item(const Visit& visit, const ListLine& line, Urgency urgent) {
  Html out;
  out.reserve(2'048);   // more than most lines come to
  out.open("li", {{"class", "confer-line confer-line--due"}});
  out += html::element("div", {}, what_part(line));
  out += lists::part("confer-line__when", "By", when_part(line, urgent));
  out += html::element("div", {{"class", "confer-line__act"}}, act_part(visit, line));
  out.close("li");
  return out;
}

/// How many lines of the whole list, not of this page alone, stand under a heading.
std::size_t count_of(const ListPage& list, Urgency urgent, Date today) {
  std::size_t count = 0;
  for (const LinesOnDay& one : list.days)
    if (urgency(one.day, today) == urgent) count += one.count;
  return count;
}

Html groups(const Visit& visit, const ListPage& list) {
  constexpr std::size_t about_a_line = 1'500;
  Html out;
  out.reserve(list.lines.size() * about_a_line);
  std::optional<Urgency> group;
  for (const ListLine& line : list.lines) {
    const Urgency urgent = urgency(lists::day(line.body, "limit").value_or(Date::last()), visit.today());
    if (group != urgent) {
      if (group) out.close("ul");
      group = urgent;
      out += html::element("h2", {{"class", "govuk-heading-m"}}, fmt::format("{} ({})", heading(urgent), count_of(list, urgent, visit.today())));
      out.open("ul", {{"class", "govuk-list confer-lines"}});
    }
    out += line_item(visit, line, urgent);
  }
  if (group) out.close("ul");
  return out;
}

std::string nothing_words(const Visit& visit, const Chosen& now, const ListPage& list) {
  if (list.count > 0) return "There is nothing on this page of the list. Go back to its first page.";
  if (now.whose == "team" && visit.session->account.team.empty()) return "You are in no team yet. Whoever looks after sign-ins can put you into one.";
  const std::string what = now.kind.empty() ? std::string("Nothing is due") : fmt::format("Nothing is due under “{}”", limit_called(visit, now.kind)->what.en);
  if (now.whose == "mine") return what + " that is yours to do.";
  return what + (now.whose == "team" ? " on the files of your team." : " on the files that you may see.");
}

std::string summary_words(const Visit& visit, const ListPage& list) {
  const std::size_t late = count_of(list, Urgency::late, visit.today()), today = count_of(list, Urgency::today, visit.today());
  std::string out = fmt::format("{} still to be done: {} late, {} today.", lists::counted(list.count, "thing is", "things are"), late, today);
  if (const std::string range = lists::range_words(visit, list.count); !range.empty()) out += fmt::format(" This page shows {}.", range);
  return out;
}

}  // namespace

Response due_page(Visit& visit) {
  const Chosen now = chosen(visit);
  const ListPage list = visit.site.desk.due(visit.reader, query_for(visit, now));
  layout::Page page;
  page.title = "What is due";
  page.width = layout::Width::wide;
  page.main = html::element("h1", {{"class", "govuk-heading-l"}}, "What is due");
  page.main += begun_block(visit);
  page.main += lists::conferences_ahead(visit);
  page.main += whose_navigation(visit, now, list);
  page.main += kind_form(visit, now);
  page.main += html::element("p", {{"class", "govuk-body"}}, list.lines.empty() ? nothing_words(visit, now, list) : summary_words(visit, list));
  page.main += groups(visit, list);
  page.main += lists::paging(visit, list.count, now.kept());
  return answer(visit, std::move(page), 200, Place_in_site::due);
}

}  // namespace confer
