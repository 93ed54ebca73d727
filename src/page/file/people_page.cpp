// Who is who on a family's file: the children, their family, and who works with them from when to when.
#include <fmt/format.h>

#include <algorithm>

#include "page/components/components.h"
#include "page/file/colleagues.h"
#include "page/file/genogram.h"
#include "page/words.h"

namespace confer {
namespace {

std::string age_in_words(const ShownPerson& person, Date today) {
  if (person.born) return age_in_words(*person.born, today);
  return person.expected ? fmt::format("due {}", person.expected->written()) : std::string{};
}

std::string joined(std::string left, const std::string& right) { return left.empty() || right.empty() ? left + right : left + "; " + right; }

/// "Mother of Ben, with parental responsibility"
std::string relations_in_words(const FileView& view, const ShownPerson& person, const Described& procedure) {
  std::string out;
  for (const ShownEntry* entry : view.standing("relationship")) {
    if (entry->text("person") != person.id.value) continue;
    const json::value* responsible = entry->answers.if_contains("parental_responsibility");
    std::string title;
    for (const Choice& choice : procedure.choices(*procedure.record("relationship")->question("relation")))
      if (choice.id == entry->text("relation")) title = choice.title.en;
    out = joined(out, fmt::format("{} of {}{}", title, names(view, entry->about), responsible && responsible->is_bool() && responsible->get_bool() ? ", with parental responsibility" : ""));
  }
  return out;
}

std::string lives_in_words(const FileView& view, const ShownPerson& person) {
  std::string_view last;
  for (const ShownEntry* entry : view.standing("lives_at"))
    if (entry->is_about(person.id)) last = entry->text("address");
  return std::string(last);
}

/// What can be done about a practitioner; nothing for readers who put no involvement on file.
Html next_step(const Visit& visit, const FileView& view, const ShownPerson& person) {
  const auto link = [&](const std::string& to, std::string_view words, std::string_view hidden) {
    return html::element("a", {{"class", "govuk-link"}, {"href", to}}, html::text(words) + hidden_words(fmt::format("{}{}", hidden, person.name)));
  };
  const bool is_present = !present_work(view, person.id).empty(), was_named = !all_work(view, person.id).empty();
  const std::string say = file_address(visit.file(), "/record/involvement" + query_string({{"person", person.id.value}, {"back", file_address(visit.file(), "/people")}}));
  Html out;
  if (!is_present) out += link(say, was_named ? "Put back" : "Say whom they work with", was_named ? " on this file: " : ": ");
  if (!is_present && !was_named) out += html::text(" ");
  if (is_present || !was_named) out += link(leaving_address(visit.file(), person.id), "Take off", " this file: ");
  return out;
}

/// A table of everyone of one kind; nothing where there is nobody.
class PeopleTable {
 public:
  PeopleTable(const Visit& visit, const FileView& view, const Described& procedure) : visit_(visit), view_(view), procedure_(procedure), may_change_(may_put(visit, procedure, "involvement")) {}

  [[nodiscard]] Html of(const std::string& caption, std::string_view kind) const {
    const bool works = kind == "practitioner";
    std::vector<components::TableRow> rows;
    for (const ShownPerson& person : view_.people)
      if (person.kind == kind) rows.push_back(works ? practitioner(person) : relative(person));
    if (rows.empty()) return {};
    components::TableRow head = {{.text = "Name"}, {.text = kind == "child" ? "Age" : "Who"}, {.text = "To the children"}, {.text = works ? "Works at" : "Lives at"}};
    if (works && may_change_) head.push_back({.text = "Next"});
    return components::framed_table({.caption = caption, .caption_classes = "govuk-table__caption--m", .head = std::move(head), .rows = std::move(rows), .first_cell_is_header = true}, caption,
                                    components::OnAPhone::stacks);
  }

 private:
  [[nodiscard]] components::TableRow practitioner(const ShownPerson& person) const {
    components::TableRow row = {{.text = person.name}, {.text = person.role_title}, {.text = joined(relations_in_words(view_, person, procedure_), work_in_words(view_, person.id))}, {.text = person.organisation}};
    if (may_change_) row.push_back({.html = next_step(visit_, view_, person)});
    return row;
  }
  [[nodiscard]] components::TableRow relative(const ShownPerson& person) const {
    return {{.text = person.name}, {.text = person.kind == "child" ? age_in_words(person, visit_.today()) : person.role_title},
            {.text = joined(relations_in_words(view_, person, procedure_), work_in_words(view_, person.id))}, {.text = lives_in_words(view_, person)}};
  }

  const Visit& visit_;
  const FileView& view_;
  const Described& procedure_;
  bool may_change_;
};

std::string day_in_words(const ShownEntry& entry, std::string_view question) {
  const auto day = Date::parse(entry.text(question));
  return day ? day->written() : std::string{};
}

}  // namespace

std::vector<Work> all_work(const FileView& view, const PersonId& person) {
  std::vector<Work> out;
  for (const ShownEntry* entry : view.standing("involvement")) {
    if (entry->text("person") != person.value) continue;
    for (Work& before : out) std::erase_if(before.children, [&](const PersonId& child) { return entry->is_about(child); });
    out.push_back({entry, entry->about});
  }
  std::erase_if(out, [](const Work& one) { return one.children.empty(); });
  return out;
}

std::vector<Work> present_work(const FileView& view, const PersonId& person) {
  std::vector<Work> out = all_work(view, person);
  std::erase_if(out, [](const Work& one) { return one.said->answers.contains("ended"); });
  return out;
}

std::string work_in_words(const FileView& view, const PersonId& person) {
  std::string out;
  for (const Work& one : all_work(view, person)) {
    const std::string began = day_in_words(*one.said, "began"), ended = day_in_words(*one.said, "ended"), who = names(view, one.children);
    if (ended.empty()) out = joined(out, fmt::format("Works with {}{}{}", who, began.empty() ? "" : " since ", began));
    else out = joined(out, fmt::format("Worked with {} {}{}{}until {}", who, began.empty() ? "" : "from ", began, began.empty() ? "" : " ", ended));
  }
  return out;
}

Response people_page(Visit& visit) {
  const auto view = visit.site.desk.open_file(visit.file(), visit.reader);
  if (!view) return problem_page(visit, view.error());
  const Described& procedure = *visit.site.desk.described_of(visit.file());
  layout::Page page = file_page(visit, *view, FileTab::people, "People");
  for (const ShownEntry* entry : view->standing("protection")) {
    std::vector<PersonId> from;
    for (const std::string_view id : entry->list("from")) from.push_back(PersonId{std::string(id)});
    page.main += components::warning_text({.text = fmt::format("Where {} are must be kept from {}.", names(*view, entry->about), from.empty() ? "somebody" : names(*view, from))});
  }
  page.main += genogram(*view, visit.today());
  const PeopleTable table(visit, *view, procedure);
  page.main += table.of("Children", "child") + table.of("Family and others", "adult") + table.of("Practitioners", "practitioner");
  if (may_put(visit, procedure, "person"))
    page.main += components::button({.text = "Put somebody on this file", .href = file_address(visit.file(), "/record/person" + query_string({{"back", file_address(visit.file(), "/people")}})), .classes = "govuk-button--secondary"});
  return answer(visit, std::move(page));
}

}  // namespace confer
