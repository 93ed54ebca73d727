#include "page/page.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "page/components/components.h"
#include "page/words.h"

namespace confer {
namespace {

using components::ServiceNavigationItem;

/// The reader's role, as any procedure of this installation describes it; null when none does.
const Role* role_of(const Visit& visit) {
  for (const std::string& id : visit.site.desk.procedures())
    if (const Role* role = visit.site.desk.described(id)->role(visit.reader.role)) return role;
  return nullptr;
}

Html who_is_signed_in(const Visit& visit) {
  const std::string role = role_of(visit) ? role_of(visit)->title.en : std::string{}, &name = visit.session->account.full_name;
  Html out = html::element("span", {{"class", "confer-signed-in"}}, fmt::format("{}{}{}", name, name.empty() || role.empty() ? "" : ", ", role));
  out += form(visit, "/sign-out", components::button({.text = "Sign out", .classes = "govuk-button--secondary confer-sign-out"}));
  return out;
}

struct Tab {
  FileTab tab;
  std::string_view text;
  std::string_view rest;
};

constexpr std::array tabs = {
    Tab{FileTab::overview, "Overview", ""},
    Tab{FileTab::people, "People", "/people"},
    Tab{FileTab::chronology, "Chronology", "/chronology"},
    Tab{FileTab::conferences, "Conferences", "/conferences"},
    Tab{FileTab::plan, "Plan", "/plan"},
    Tab{FileTab::documents, "Documents", "/documents"},
    Tab{FileTab::record, "Record", "/record"},
};

/// Children's first names and ages: who this page is about.
std::string children_in_words(const Visit& visit, const FileView& view) {
  std::string out;
  for (const ShownPerson& person : view.people) {
    if (person.kind != "child") continue;
    const std::string first = person.name.substr(0, person.name.find(' '));
    out += out.empty() ? "" : ", ";
    out += person.born ? fmt::format("{} {}", first, age_in_words(*person.born, visit.today())) : first;
  }
  return out;
}

/// That what was just sent is on file, where the address names it; the message says what it is, and only to whoever may see it.
Html message(const Visit& visit, const FileView& view) {
  const std::string_view named = visit.request.parameter("done");
  const Described* procedure = named.empty() ? nullptr : visit.site.desk.described_of(visit.file());
  const ShownEntry* entry = procedure ? view.entry(named) : nullptr;
  const RecordType* type = entry ? procedure->record(entry->type) : nullptr;
  if (!type) return {};
  return components::notification_banner({.text = fmt::format("{} is on file.", called(*entry, *type, view)), .success = true, .disable_auto_focus = visit.request.parameter("next").empty() ? std::nullopt : std::optional(true)});
}

}  // namespace

Response answer(const Visit& visit, layout::Page page, int status, Place_in_site place) {
  if (visit.session) page.footer_links = {components::FooterLink{.text = "How things are done here: our procedure", .href = "/procedure"}};
  if (visit.session && standing_of(visit) == "family") {
    page.navigation = {ServiceNavigationItem{.text = "Your conference", .href = "/", .current = place == Place_in_site::due}};
    page.navigation_end = who_is_signed_in(visit);
    page.quick_exit = layout::QuickExit::offered;
  } else if (visit.session) {
    const bool is_staff = standing_of(visit) == "staff";
    page.navigation = {ServiceNavigationItem{.text = is_staff ? "What is due" : "Your conferences", .href = "/", .current = place == Place_in_site::due},
                       ServiceNavigationItem{.text = "Families", .href = "/files", .current = place == Place_in_site::files}};
    if (visit.site.desk.shows_to_role(visit.reader.role, "figures"))
      page.navigation.push_back({.text = "Figures", .href = "/figures", .current = place == Place_in_site::figures});
    if (visit.site.desk.shows_to_role(visit.reader.role, "accounts"))
      page.navigation.push_back({.text = "People", .href = "/people", .current = place == Place_in_site::people});
    page.navigation.push_back({.text = "Procedure", .href = "/procedure", .current = place == Place_in_site::procedure});
    page.navigation_end = who_is_signed_in(visit);
  }
  return {status, {{"content-type", "text/html; charset=utf-8"}}, layout::whole_page(page).release()};
}

std::string_view standing_of(const Visit& visit) {
  const Role* role = role_of(visit);
  return role ? std::string_view(role->standing) : std::string_view{};
}

Response redirect(std::string to) { return {303, {{"location", std::move(to)}}, {}}; }

int status_of(Problem::Kind kind) noexcept {
  switch (kind) {
    case Problem::Kind::bad_input: return 422;
    case Problem::Kind::not_allowed: return 403;
    case Problem::Kind::not_found: return 404;
    case Problem::Kind::conflict: return 409;
    case Problem::Kind::too_large: return 413;
  }
  mistake("every kind of problem has a status", __FILE__, __LINE__);
}

Response problem_page(const Visit& visit, const Problem& problem) {
  if (problem.kind == Problem::Kind::not_found) return bare_error(404);
  layout::Page page;
  page.title = "This could not be done";
  page.has_errors = true;
  page.main = html::element("h1", {{"class", "govuk-heading-l"}}, "This could not be done");
  page.main += html::element("p", {{"class", "govuk-body"}}, problem.message);
  return answer(visit, std::move(page), status_of(problem.kind));
}

Response bare_error(int status) {
  return {status, {{"content-type", "text/html; charset=utf-8"}}, layout::error_page({.status = status}).release()};
}

Html form_token(const Visit& visit) {
  if (!visit.session) return {};
  return html::void_element("input", {{"type", "hidden"}, {"name", "form_token"}, {"value", visit.session->form_token}}) +
         html::void_element("input", {{"type", "hidden"}, {"name", "form_writer"}, {"value", visit.session->account.id.value}});
}

Html form(const Visit& visit, std::string_view action, const Html& content, std::string_view kind) {
  Html out;
  out.open("form", {{"method", "post"}, {"action", action}, html::unless_empty("data-form", kind), {"novalidate", {}, html::Attribute::Form::boolean}});
  out += form_token(visit);
  out += content;
  out.close("form");
  return out;
}

std::string file_address(const FileId& file, std::string_view rest) { return fmt::format("/files/{}{}", percent_encode(file.value), rest); }

std::string procedure_address(std::string_view procedure, std::string_view limit) {
  return fmt::format("/procedure/{}{}{}", percent_encode(procedure), limit.empty() ? "" : "#limit-", percent_encode(limit));
}

std::string way_back(const Visit& visit) {
  const std::string_view back = visit.field("back");
  const bool is_plain = std::all_of(back.begin(), back.end(), [](char letter) { return letter > ' ' && letter < 127 && letter != '\\'; });
  const std::string own = file_address(visit.file());
  return is_plain && (back == own || back.starts_with(own + "/")) ? std::string(back) : std::string{};
}

std::string with_message(std::string address, const PutOnFile& done) {
  if (done.entries.empty() || done.repeated) return address;
  const std::size_t end = std::min(address.find('#'), address.size());
  const std::string_view joint = std::string_view(address).substr(0, end).find('?') == std::string_view::npos ? "?" : "&";
  return address.insert(end, fmt::format("{}done={}", joint, percent_encode(done.entries.back().value)));
}

bool may_make(const RecordType& type, const Reader& reader) noexcept { return std::find(type.makers.begin(), type.makers.end(), reader.role) != type.makers.end(); }

layout::Page file_page(const Visit& visit, const FileView& view, FileTab tab, std::string title) {
  const std::string children = children_in_words(visit, view);
  layout::Page page;
  page.title = fmt::format("{} – {}", title, view.reference);
  page.width = layout::Width::wide;
  if (standing_of(visit) == "family") {   // who finds none of the other pages
    page.back_href = "/";
    page.main = html::element("h1", {{"class", "govuk-heading-l"}}, title);
    return page;
  }
  page.breadcrumbs = {components::Breadcrumb{.text = "Families", .href = "/files"}, components::Breadcrumb{.text = view.reference, .href = file_address(visit.file())}};
  page.above_main = components::identity_bar({.text = children.empty() ? view.reference : fmt::format("{} · {}", view.reference, children)});
  page.above_main_label = "The family this page is about";
  std::vector<components::SubNavigationItem> items;
  for (const Tab& one : tabs)
    items.push_back({.text = std::string(one.text), .href = file_address(visit.file(), one.rest), .active = one.tab == tab});
  page.main = components::sub_navigation({.label = "This family", .items = std::move(items)});
  page.main += message(visit, view);
  page.main += html::element("h1", {{"class", "govuk-heading-l"}}, title);
  return page;
}

Response health_page(Visit&) { return {200, {{"content-type", "text/plain; charset=utf-8"}}, "well\n"}; }

Response look_file(Visit& visit) {
  const auto found = visit.site.look.find(visit.captured.front());
  if (found == visit.site.look.end()) return bare_error(404);
  return {200, {{"content-type", found->second.content_type}, {"cache-control", "public, max-age=3600"}}, found->second.bytes};
}

}  // namespace confer
