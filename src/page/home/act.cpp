// Which act does what is due, and where: found from the time limit's own description, so that a limit added to a procedure has its button at once.
#include <algorithm>

#include "page/home/lists.h"

namespace confer::lists {
namespace {

/// What a line and its time limit say, ready to be asked.
struct Due {
  const Visit& visit;
  const ListLine& line;
  const Described& procedure;
  const TimeLimit& rule;

  [[nodiscard]] std::string_view text(std::string_view name) const { return lists::text(line.body, name); }
  [[nodiscard]] std::string conference_page(std::string_view conference, std::string_view rest = {}) const {
    return file_address(line.file, "/conferences/" + percent_encode(conference) + std::string(rest));
  }
  [[nodiscard]] bool may_put(std::string_view type) const {
    const RecordType* record = procedure.record(type);
    return record && may_make(*record, visit.reader);
  }
};

/// Adds what a selector's conditions say must be answered: the form opens with it.
void fill_in(Pairs& given, const std::vector<Condition>& where) {
  for (const Condition& one : where)
    if (one.kind == Condition::Kind::equals) given.emplace_back(one.question, one.value);
}

/// The form of the record that does it, with the children, the conference and whatever else is known filled in.
std::optional<Act> by_form(const Due& due, const Selector& selector) {
  if (!due.may_put(selector.record)) return std::nullopt;
  const RecordType& type = *due.procedure.record(selector.record);
  Pairs given;
  for (std::string& child : texts(due.line.body, "about")) given.emplace_back("about", std::move(child));
  fill_in(given, selector.where);
  if (!selector.same.empty() && selector.same != "conference") given.emplace_back(selector.same, due.text("anchor"));
  if (type.question("conference") && !due.text("conference").empty()) given.emplace_back("conference", due.text("conference"));
  return Act{due.rule.does.en, file_address(due.line.file, "/record/" + type.id + query_string(given))};
}

/// How a conference that is due comes about: it is called; and once it is, it is gone to.
std::optional<Act> by_calling(const Due& due, const Selector& planning) {
  if (due.text("planned_record") == planning.record) return Act{"Go to the conference", due.conference_page(due.text("planned_by"))};
  return by_form(due, planning);
}

std::optional<Act> by_meeting(const Due& due, const Selector& meeting) {
  const std::string_view conference = due.text("conference");
  // Copies have a page of their own, where each is looked at and sent; reports are asked for on the page of their conference.
  if (meeting.record == "copy_sent" && !conference.empty())
    return due.may_put("copy_sent") || due.may_put("release") ? std::optional(Act{due.rule.does.en, due.conference_page(conference, "/copies")}) : std::nullopt;
  if (meeting.record == "report" && !conference.empty())
    return due.may_put("invitation") ? std::optional(Act{due.rule.does.en, due.conference_page(conference)}) : std::nullopt;
  return by_form(due, meeting);
}

}  // namespace

std::optional<Act> act_for(const Visit& visit, const ListLine& line) {
  const Described* procedure = visit.site.desk.described(text(line.body, "procedure"));
  const TimeLimit* rule = procedure ? procedure->time_limit(text(line.body, "rule")) : nullptr;
  if (!rule || rule->does.en.empty()) return std::nullopt;
  const Due due{visit, line, *procedure, *rule};
  const auto planning = std::find_if(rule->planned_by.begin(), rule->planned_by.end(), [](const Selector& one) { return one.record == "conference"; });
  if (planning != rule->planned_by.end()) return by_calling(due, *planning);
  return rule->met_by.empty() ? std::nullopt : by_meeting(due, rule->met_by.front());
}

}  // namespace confer::lists
