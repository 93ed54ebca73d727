// What the family wrote before the conference, for those who prepare it: their own words, what they need, how a child wants to be heard.
#include <fmt/format.h>

#include "page/components/components.h"
#include "page/conference/conference.h"
#include "page/words.h"

namespace confer {
namespace {

/// Whether a question only says which conference and whose it is, which stands above the answers already.
bool says_whose(const Question& question) { return question.name == "conference" || question.name == "whose"; }

Html written_card(const OnConference& on, const ShownEntry& entry, const RecordType& type) {
  const std::string_view named = entry.text("whose");
  const std::string who = named.empty() ? names(on.view, entry.about) : std::string(on.view.name(named));
  components::SummaryList list;
  for (const Question& question : type.questions)
    if (!says_whose(question))
      if (Html answer = answer_of(on, entry, question.name); !answer.empty()) list.rows.push_back({.key = {.text = question.asks.en}, .value = {.html = std::move(answer)}});
  return heading(3, fmt::format("{}: {}", who, type.title.en)) + components::summary_list(list);
}

/// Lines that somebody says are wrong, with what they say: so that nobody has to look through every report for them.
Html lines_said_to_be_wrong(const Visit& visit, const OnConference& on) {
  Html items;
  for (const ShownEntry* one : on.view.standing("statement", on.id())) {
    const auto challenges = challenges_of(on.view, *one);
    if (challenges.empty()) continue;
    Html item = html::element("p", {{"class", "confer-said__words"}}, html::lines(one->text("words")));
    if (const ShownEntry* report = on.view.entry(one->text("report")))
      item += html::element("p", {{"class", "confer-said__by"}}, link(conference_address(visit, on, "/reports/" + percent_encode(report->root.value)), "In the report", fmt::format(" of {}", on.view.name(report->by.value))));
    for (const ShownEntry* challenge : challenges) item += challenge_with_answers(visit, on, *one, *challenge, conference_address(visit, on, "#family"));
    items += html::element("li", {}, item);
  }
  return items.empty() ? Html{} : heading(3, "Lines that somebody says are wrong") + html::element("ul", {{"class", "govuk-list confer-said"}}, items);
}

}  // namespace

Html from_the_family(const Visit& visit, const OnConference& on) {
  Html written, makes;
  for (const ListItem& item : on.procedure->list("family_writes")) {
    const RecordType* type = on.procedure->record(item.id);
    if (!type || type->question("statement")) continue;   // what is wrong in a line stands with its line
    for (const ShownEntry* one : on.standing(type->id)) written += written_card(on, *one, *type);
    if (may_make(*type, visit.reader)) makes += html::element("li", {}, link(record_address(visit, type->id, {{"conference", on.id().value}, {"back", conference_address(visit, on)}}), type->title.en));
  }
  written += lines_said_to_be_wrong(visit, on);
  if (written.empty() && makes.empty()) return {};
  Html out = heading(2, "From the family", "family");
  out += written.empty() ? paragraph("They have written nothing yet.") : written;
  if (!makes.empty()) out += components::details({.summary_text = "Write down what somebody told you", .html = html::element("ul", {{"class", "govuk-list"}}, makes)});
  return out;
}

}  // namespace confer
