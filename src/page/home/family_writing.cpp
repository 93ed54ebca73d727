// A parent or young person writes: what is wrong in a line of a report, their own words, what they need, how they want to be heard. Each is a
// record type as described, and its form the one form mechanism; whose it is and what it is about is settled by the page.
#include <fmt/format.h>

#include <algorithm>

#include "page/components/components.h"
#include "page/form.h"
#include "page/home/family.h"
#include "page/kept_form.h"
#include "page/words.h"

namespace confer {
namespace {

/// A form on its way: the reader's view, their conference, what they write, and the line it is about where it is about one.
struct Writing {
  FileView view;
  const Described* procedure = nullptr;
  const ShownEntry* conference = nullptr;
  const RecordType* type = nullptr;
  const ShownEntry* statement = nullptr;   ///< Null where the type names none.
};

Problem not_there() { return {"There is no such page, or it is not yours.", {}, {}, Problem::Kind::not_found}; }

/// Whether a family writes this itself: it stands in the procedure's list of what they write, or says what is wrong in a line.
bool is_for_families(const Described& procedure, const RecordType& type) {
  const auto& listed = procedure.list("family_writes");
  return std::any_of(listed.begin(), listed.end(), [&](const ListItem& item) { return item.id == type.id; });
}

/// What the address asks for: "/conference/<file>/<conference>/write/<type>", of somebody of the family who may write it.
Result<Writing> open_writing(const Visit& visit) {
  auto view = visit.site.desk.open_file(visit.file(), visit.reader);
  if (!view) return tl::unexpected(view.error());
  Writing out{std::move(*view), visit.site.desk.described_of(visit.file()), nullptr, nullptr, nullptr};
  out.conference = family_conference(out.view, visit.captured.at(1));
  out.type = out.procedure->record(visit.captured.at(2));
  const bool theirs = out.conference && out.type && is_for_families(*out.procedure, *out.type) && may_make(*out.type, visit.reader) && standing_of(visit) == "family";
  if (!theirs) return tl::unexpected(not_there());
  if (!out.type->question("statement")) return out;
  const std::string_view line = visit.request.method == Method::get ? visit.request.parameter("statement") : visit.field("statement");
  const ShownEntry* named = out.view.entry(line);
  for (const ShownEntry* one : out.view.standing("statement"))
    if (named && one->root == named->root) out.statement = one;
  if (!out.statement) return tl::unexpected(not_there());
  return out;
}

bool speaks_of_the_writer(const RecordType& type) { return type.about == "person" || type.about == "child"; }

/// Whom it is about: the line's children, the writer, or the conference's children as far as the writer knows them.
std::vector<PersonId> settled_about(const Writing& writing) {
  if (writing.statement) return writing.statement->about;
  return speaks_of_the_writer(*writing.type) ? std::vector{writing.view.reader.person} : writing.conference->about;
}

/// What was written there before by the same reader: for changing it.
const ShownEntry* before(const Writing& writing) {
  if (!writing.statement) return own_writing(writing.view, writing.type->id, *writing.conference);
  const ShownEntry* found = nullptr;
  for (const ShownEntry* one : challenges_of(writing.view, *writing.statement))
    if (one->text("whose") == writing.view.reader.person.value) found = one;
  return found;
}

bool is_settled_by_page(std::string_view name) { return name == "about" || name == "conference" || name == "statement" || name == "whose" || name == "corrects"; }

/// The answers as given, with what the page settles itself in place of whatever was sent for it.
Pairs settled(const Writing& writing, Pairs given) {
  std::erase_if(given, [](const auto& pair) { return is_settled_by_page(pair.first); });
  for (const PersonId& person : settled_about(writing)) given.emplace_back("about", person.value);
  given.emplace_back("conference", writing.conference->root.value);
  if (writing.statement) given.emplace_back("statement", writing.statement->root.value);
  if (writing.type->question("whose")) given.emplace_back("whose", writing.view.reader.person.value);
  if (const ShownEntry* earlier = before(writing)) given.emplace_back("corrects", earlier->id.value);
  return given;
}

FormState fresh() {
  FormState state;
  state.settled = {"about", "conference", "statement", "whose"};
  return state;
}

Response shown(const Visit& visit, const Writing& writing, const FormState& state, int status) {
  layout::Page page;
  page.title = writing.type->title.en;
  page.back_href = family_address(visit.file(), *writing.conference);
  page.has_errors = !state.problems.empty();
  page.main = form_errors(*writing.type, state);
  page.main += html::element("h1", {{"class", "govuk-heading-l"}}, writing.type->title.en);
  page.main += html::element("p", {{"class", "govuk-body-l"}}, writing.type->explains.en);
  if (writing.statement) page.main += components::inset_text({.html = html::element("span", {{"class", "govuk-visually-hidden"}}, "The line: ") + html::lines(writing.statement->text("words"))});
  page.main += kept_form(visit, state, writing_address(visit.file(), *writing.conference, writing.type->id),
                         form_fields(*writing.type, *writing.procedure, writing.view, state, visit.today()), {.send = before(writing) ? "Send it again" : "Send it"});
  return answer(visit, std::move(page), status);
}

/// What somebody wrote, question by question, as they would read it again.
Html as_written(const FileView& view, const Described& procedure, const RecordType& type, const ShownEntry& entry) {
  components::SummaryList list;
  for (const Question& question : type.questions) {
    const json::value* given = entry.answers.if_contains(question.name);
    if (given && !is_settled_by_page(question.name)) list.rows.push_back({.key = {.text = question.asks.en}, .value = {.html = answer_in_words(*given, question, view, procedure)}});
  }
  return components::summary_list(list);
}

}  // namespace

std::string family_address(const FileId& file, const ShownEntry& conference, std::string_view rest) {
  return fmt::format("/conference/{}/{}{}", percent_encode(file.value), percent_encode(conference.root.value), rest);
}

std::string writing_address(const FileId& file, const ShownEntry& conference, std::string_view type, const Pairs& more) {
  return family_address(file, conference, fmt::format("/write/{}{}", percent_encode(type), query_string(more)));
}

const ShownEntry* family_conference(const FileView& view, std::string_view id) {
  const ShownEntry* named = view.entry(id);
  for (const ShownEntry* one : view.standing("conference"))
    if (named && one->root == named->root) return one;
  return nullptr;
}

const ShownEntry* own_writing(const FileView& view, std::string_view type, const ShownEntry& conference) {
  const PersonId& reader = view.reader.person;
  const ShownEntry* found = nullptr;
  for (const ShownEntry* one : view.standing(type, conference.root))
    if (one->text("whose") == reader.value || (one->text("whose").empty() && one->is_about(reader))) found = one;
  return found;
}

Html family_contents(const Visit& visit, const Described& procedure, bool has_reports) {
  Html items;
  const auto item = [&](const std::string& place, std::string_view words) {
    items += html::element("li", {}, html::element("a", {{"class", "govuk-link"}, {"href", "#" + place}}, words));
  };
  for (const ListItem& one : procedure.list("family_writes")) {
    const RecordType* type = procedure.record(one.id);
    if (type && may_make(*type, visit.reader) && !type->question("statement")) item(one.id, type->title.en);
  }
  if (items.empty()) return {};
  const Html reports = has_reports ? html::element("li", {}, html::element("a", {{"class", "govuk-link"}, {"href", "#reports"}}, "Read the reports, and say what is wrong")) : Html{};
  return html::element("h2", {{"class", "govuk-heading-m"}}, "What you can do here") + html::element("ul", {{"class", "govuk-list govuk-list--bullet"}}, reports + items);
}

Html family_writing(const Visit& visit, const FileView& view, const Described& procedure, const ShownEntry& conference) {
  Html out;
  for (const ListItem& item : procedure.list("family_writes")) {
    const RecordType* described = procedure.record(item.id);
    if (!described || !may_make(*described, visit.reader) || described->question("statement")) continue;
    const RecordType& type = *described;
    const ShownEntry* written = own_writing(view, type.id, conference);
    out += html::element("h2", {{"class", "govuk-heading-m"}, {"id", type.id}}, type.title.en);
    if (written) out += as_written(view, procedure, type, *written);
    else out += html::element("p", {{"class", "govuk-body"}}, type.explains.en);
    Html link = html::text(written ? "Change what you wrote" : "Write it here");
    link += hidden_words(": " + type.title.en);
    out += html::element("p", {{"class", "govuk-body"}}, html::element("a", {{"class", "govuk-link"}, {"href", writing_address(visit.file(), conference, type.id)}}, link));
  }
  return out;
}

Response family_form_page(Visit& visit) {
  const auto writing = open_writing(visit);
  if (!writing) return problem_page(visit, writing.error());
  FormState state = fresh();
  if (const ShownEntry* earlier = before(*writing)) state.given = values_of(*earlier, *writing->type);
  state.given = settled(*writing, std::move(state.given));
  state.given.emplace_back("key", visit.site.desk.new_id());
  resume(visit, name_of_form(visit.file(), *writing->type, writing->view, state), state);
  return shown(visit, *writing, state, 200);
}

Response family_form_sent(Visit& visit) {
  const auto writing = open_writing(visit);
  if (!writing) return problem_page(visit, writing.error());
  FormState state = fresh();
  state.given = settled(*writing, visit.form);
  Draft draft = read_draft(*writing->type, state.given, state.problems);
  if (!state.problems.empty()) return shown(visit, *writing, state, status_of(Problem::Kind::bad_input));
  const auto done = visit.site.desk.put_on_file(visit.file(), visit.reader, {std::move(draft)});
  if (!done) {
    state.problems = done.error();
    const int status = status_of(state.problems.front().kind);
    take_new_key_where_used(visit, state);
    return shown(visit, *writing, state, status);
  }
  drop_draft(visit);
  const std::string place = writing->statement ? "line-" + writing->statement->root.value : writing->type->id;
  return redirect(family_address(visit.file(), *writing->conference, "?sent=yes#" + place));
}

}  // namespace confer
