// Opening a file for a family that has none: a reference, and whose procedure applies. The people follow, one by one.
#include <algorithm>

#include "desk/colleagues.h"

#include "page/components/components.h"
#include "page/kept_form.h"
#include "page/page.h"

namespace confer {
namespace {

constexpr std::string_view file_type = "family_file";

Response shown(const Visit& visit, const Described& procedure, FormState state, int status) {
  const RecordType& type = *procedure.record(file_type);
  layout::Page page;
  page.title = "Open a new file";
  page.breadcrumbs = {components::Breadcrumb{.text = "Families", .href = "/files"}};
  page.has_errors = !state.problems.empty();
  page.main = form_errors(type, state);
  page.main += html::element("h1", {{"class", "govuk-heading-l"}}, "Open a new file");
  page.main += html::element("p", {{"class", "govuk-body"}}, "Search for the family first: they may have a file already. You are put on the new file yourself. Then you say who the children are, their parents and carers, and who works with them.");
  page.main += kept_form(visit, state, "/files/new", form_fields(type, procedure, FileView{}, state, visit.today()), {.send = "Open the file"});
  return answer(visit, std::move(page), status, Place_in_site::files);
}

FormState settled(const Visit& visit, const Described& procedure) {
  FormState state;
  state.given = {{"authority", visit.site.desk.authority().value}, {"procedure", procedure.id}};
  state.settled = {"authority", "procedure"};
  return state;
}

}  // namespace

const Described* own_procedure(const Visit& visit) {
  if (const Described* own = visit.site.desk.described(visit.site.desk.authority().value)) return own;
  const auto all = visit.site.desk.procedures();
  return all.empty() ? nullptr : visit.site.desk.described(all.front());
}

bool may_open_files(const Visit& visit) {
  const Described* procedure = own_procedure(visit);
  const RecordType* type = procedure ? procedure->record(file_type) : nullptr;
  return type && std::find(type->makers.begin(), type->makers.end(), visit.reader.role) != type->makers.end();
}

std::vector<Draft> opener(Visit& visit, const Described& procedure, const std::string& key) {
  const auto self = colleague_offered(visit.site.sign_in.accounts(), procedure, visit.reader.person);
  const RecordType* type = procedure.record("person");
  if (!self || self->role != visit.reader.role || !type || !may_make(*type, visit.reader)) return {};
  return {{.type = type->id, .about = {self->id}, .answers = introduced(*self), .key = key.empty() ? key : key + "-opener"}};
}

Response new_file_page(Visit& visit) {
  if (!may_open_files(visit)) return bare_error(404);
  const Described& procedure = *own_procedure(visit);
  FormState state = settled(visit, procedure);
  state.given.emplace_back("key", visit.site.desk.new_id());
  resume(visit, name_of_form({}, *procedure.record(file_type), FileView{}, state), state);
  return shown(visit, procedure, std::move(state), 200);
}

Response new_file_sent(Visit& visit) {
  if (!may_open_files(visit)) return bare_error(404);
  const Described& procedure = *own_procedure(visit);
  FormState state = settled(visit, procedure);
  for (const auto& [name, value] : visit.form)
    if (name == "reference" || is_carried(name)) state.given.emplace_back(name, value);
  Draft draft = read_draft(*procedure.record(file_type), state.given, state.problems);
  auto with = opener(visit, procedure, draft.key);
  auto done = visit.site.desk.open_new_file(visit.reader, std::move(draft), {}, std::move(with));
  if (done) drop_draft(visit);
  if (done) return redirect(file_address(done->file));
  state.problems = std::move(done.error());
  return shown(visit, procedure, std::move(state), 422);
}

}  // namespace confer
