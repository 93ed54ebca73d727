#include "page/conference/copy_tables.h"

#include <fmt/format.h>

#include <algorithm>

#include "page/components/components.h"
#include "page/conference/copy_words.h"
#include "page/words.h"

namespace confer {
namespace {

components::TableRow row_of(const Visit& visit, const Copy& copy, const std::vector<PersonId>& children) {
  const auto day = [](const std::optional<Date>& on) { return on ? on->written() : std::string{}; };
  return {{.html = copy.content.empty() ? html::text(copy.person_name) : link(copy_address(copy.name), copy.person_name, ": " + copy.document_title)}, {.text = copy.role_title},
          {.text = copy.due ? copy.due->written() : copy.due_words},
          {.html = components::tag({.text = std::string(state_words(copy.state)), .classes = std::string(state_tag(copy.state))}) + html::text(" ") + decide_link(visit, copy, children)},
          {.text = day(copy.released_on)}, {.text = day(copy.sent_on)}, {.text = day(copy.opened_on)}};
}

bool says_nothing(const std::vector<Copy>& of_one) {
  return std::all_of(of_one.begin(), of_one.end(), [](const Copy& copy) { return copy.state == Copy::State::nothing; });
}

Html table_of(const Visit& visit, const std::vector<Copy>& of_one, const std::vector<PersonId>& children) {
  const std::string& title = of_one.front().document_title;
  if (says_nothing(of_one)) return html::element("h2", {{"class", "govuk-heading-m"}}, title) + paragraph("There is nothing to send yet.");
  std::vector<components::TableRow> rows;
  std::transform(of_one.begin(), of_one.end(), std::back_inserter(rows), [&](const Copy& copy) { return row_of(visit, copy, children); });
  const Html out = components::framed_table({.caption = title, .caption_classes = "govuk-table__caption--m",
                                             .head = {{.text = "For"}, {.text = "Who"}, {.text = "Due"}, {.text = "State"}, {.text = "Released"}, {.text = "Sent"}, {.text = "Opened"}},
                                             .rows = std::move(rows), .first_cell_is_header = true}, title, components::OnAPhone::stacks);
  const Html choose = choose_two_copies(of_one, {}, {}, of_one.front().name.document + "-");
  return choose.empty() ? out : out + components::details({.summary_text = "See as two of them, side by side", .html = choose});
}

/// The copies of each document in turn.
template <class Use>
void document_by_document(const std::vector<Copy>& all, Use use) {
  for (auto first = all.begin(); first != all.end();) {
    const auto last = std::find_if(first, all.end(), [&](const Copy& copy) { return copy.name.document != first->name.document; });
    use(std::vector<Copy>(first, last));
    first = last;
  }
}

}  // namespace

std::string whose_copy(const Copy& copy) { return copy.role_title.empty() ? copy.person_name : fmt::format("{}, {}", copy.person_name, copy.role_title); }

Html choose_two_copies(const std::vector<Copy>& of_one, std::string_view left, std::string_view right, const std::string& prefix) {
  std::vector<components::SelectItem> items;
  for (const Copy& copy : of_one)
    if (!copy.content.empty()) items.push_back({.value = copy.name.person.value, .text = whose_copy(copy)});
  if (items.size() < 2) return {};
  Html fields = components::select({.name = "left", .id = prefix + "left", .label = {.text = "Look at the copy for"}, .items = items, .value = left.empty() ? *items[0].value : std::string(left)});
  fields += components::select({.name = "right", .id = prefix + "right", .label = {.text = "beside the copy for"}, .items = items, .value = right.empty() ? *items[1].value : std::string(right)});
  fields += components::button({.text = "Show them side by side", .classes = "govuk-button--secondary"});
  const CopyName& one = of_one.front().name;
  return html::element("form", {{"method", "get"}, {"action", copies_address(one.file, one.conference, fmt::format("/{}/compare", percent_encode(one.document)))}, {"class", "confer-two"}}, fields);
}

Html copy_tables(const Visit& visit, const std::vector<Copy>& all, const std::vector<PersonId>& children) {
  Html out;
  document_by_document(all, [&](const std::vector<Copy>& of_one) { out += table_of(visit, of_one, children); });
  return out;
}

Html copies_counted(const std::vector<Copy>& all) {
  Html items;
  document_by_document(all, [&](const std::vector<Copy>& of_one) {
    const auto count = [&](std::initializer_list<Copy::State> states) {
      return std::count_if(of_one.begin(), of_one.end(), [&](const Copy& copy) { return std::find(states.begin(), states.end(), copy.state) != states.end(); });
    };
    const auto sent = count({Copy::State::sent}), waiting = count({Copy::State::kept_back, Copy::State::to_look_at, Copy::State::changed}), ready = count({Copy::State::released});
    std::string words = says_nothing(of_one) ? "nothing to send yet" : fmt::format("{} sent", sent);
    if (ready > 0) words += fmt::format(", {} released and not sent", ready);
    if (waiting > 0) words += fmt::format(", {} to look at", waiting);
    items += html::element("li", {}, fmt::format("{}: {}", of_one.front().document_title, words));
  });
  return html::element("ul", {{"class", "govuk-list govuk-list--bullet"}}, items);
}

}  // namespace confer
