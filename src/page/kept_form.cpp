#include "page/kept_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "page/components/components.h"
#include "page/page.h"

namespace confer {
namespace {

// Fields of every form that are no words of its writer's.
constexpr std::array<std::string_view, 7> not_kept = {"form_token", "form_writer", "form_place", "form_at", "form_quiet", "form_unasked", "step"};

// In an address: which of two forms of one name is meant, by its key.
constexpr std::string_view beside = "beside";

/// How long a form's name may be as it is carried, in bytes.
constexpr std::size_t longest_place = 2'000;

bool is_kept(std::string_view field) { return std::find(not_kept.begin(), not_kept.end(), field) == not_kept.end(); }

std::string_view first(const Pairs& pairs, std::string_view name) {
  for (const auto& [key, value] : pairs)
    if (key == name) return value;
  return {};
}

std::optional<DraftName> named(std::string_view place) {
  const std::size_t slash = place.find('/'), mark = std::min(place.find('?'), place.size());
  if (place.size() > longest_place || slash == std::string_view::npos || slash > mark) return std::nullopt;
  const std::string_view file = place.substr(0, slash), type = place.substr(slash + 1, mark - slash - 1);
  auto belongs = read_form(place.substr(std::min(mark + 1, place.size())));
  if (!belongs || !is_id(type) || (!file.empty() && !is_id(file))) return std::nullopt;
  return DraftName{FileId{std::string(file)}, std::string(type), std::move(*belongs)};
}

/// Whether a page answers this field itself: the question, or one of the boxes of its day or moment.
bool is_settled(const FormState& state, std::string_view field) {
  return std::any_of(state.settled.begin(), state.settled.end(), [&](const std::string& question) {
    if (!field.starts_with(question)) return false;
    const std::string_view rest = field.substr(question.size());
    return rest.empty() || rest == "-day" || rest == "-month" || rest == "-year" || rest == "-time";
  });
}

Html hidden(std::string_view name, std::string_view value) { return html::void_element("input", {{"type", "hidden"}, {"name", name}, {"value", value}}); }

/// What was put back, by when it was typed, and the way to begin again. A form of its own, so that Enter in a field never presses its button.
Html put_back(const Visit& visit, const FormState& state, const FormButtons& buttons) {
  Html out = html::element("p", {{"class", "govuk-body"}}, fmt::format("This is what you had typed by {}. It is not on file yet. Nobody else has seen it.", moment_in_words(*state.kept_at)));
  Html forget = hidden("form_place", first(state.given, "form_place")) + hidden("form_at", buttons.afresh_to.empty() ? first(state.given, "form_at") : std::string_view(buttons.afresh_to));
  forget += hidden("key", first(state.given, "key"));
  forget += components::button({.text = buttons.afresh, .classes = "govuk-button--secondary govuk-!-margin-bottom-0"});
  return components::inset_text({.html = out + form(visit, "/drafts/drop", forget, "afresh")});
}

/// Where another page of its author keeps the same form under another key, the name and page under which this one is kept beside it.
void stand_beside(const Visit& visit, KeptDraft& draft) {
  const std::string key(first(draft.typed, "key"));
  const auto kept = visit.site.desk.drafts().find(visit.session->account.id, draft.name, draft.saved);
  if (!kept || key.empty() || !is_id(key) || first(kept->typed, "key").empty() || first(kept->typed, "key") == key) return;
  draft.name.belongs.emplace_back(beside, key);
  draft.address += fmt::format("{}{}={}", draft.address.find('?') == std::string::npos ? '?' : '&', beside, key);
}

}  // namespace

std::string place_of(const DraftName& name) { return fmt::format("{}/{}{}", name.file.value, name.type, query_string(name.belongs)); }

DraftName name_of_form(const FileId& file, const RecordType& type, const FileView& view, const FormState& state, const Pairs& more) {
  DraftName name{file, type.id, more};
  if (const ShownEntry* corrected = view.entry(first(state.given, "corrects"))) {
    name.belongs = {{"corrects", corrected->root.value}};
    return name;
  }
  for (const std::string& settled : state.settled)
    for (const auto& [question, value] : state.given)
      if (question == settled && settled != "happened" && !value.empty()) name.belongs.emplace_back(question, value);
  std::sort(name.belongs.begin(), name.belongs.end());
  return name;
}

std::optional<KeptDraft> resume(const Visit& visit, DraftName name, FormState& state) {
  if (!first(state.given, "form_place").empty()) return std::nullopt;   // it was just sent: it stands as it came, with its name
  if (const std::string_view which = visit.request.parameter(beside); is_id(which)) name.belongs.emplace_back(beside, which);
  const std::string same_page = own_address(visit.field("form_at"));    // where another form of this page was sent
  state.given.emplace_back("form_place", place_of(name));
  state.given.emplace_back("form_at", same_page.empty() ? address_of(visit.request) : same_page);
  auto draft = visit.site.desk.begun(visit.session->account.id, name);
  if (!draft) return std::nullopt;
  Pairs given;
  for (const auto& [field, value] : draft->typed)
    if (field == "key" || (!is_carried(field) && !is_settled(state, field))) given.emplace_back(field, value);
  const bool keyed = !first(given, "key").empty();   // the same form, so under the same key
  for (auto& [field, value] : state.given)
    if (field == "key" ? !keyed : is_carried(field) || is_settled(state, field)) given.emplace_back(field, std::move(value));
  state.given = std::move(given);
  state.kept_at = draft->saved;
  return draft;
}

Html kept_form(const Visit& visit, const FormState& state, std::string_view action, const Html& fields, const FormButtons& buttons) {
  Html keep = components::button({.text = "Save and come back later", .classes = "govuk-button--secondary", .attributes = {{.name = "formaction", .value = "/drafts"}}});
  if (state.shape == FormShape::quick) keep = html::element("noscript", {}, keep);
  Html content = fields;
  content += html::element("div", {{"class", "govuk-button-group"}}, components::button({.text = buttons.send, .classes = buttons.send_classes, .prevent_double_click = true}) + keep);
  content += html::element("p", {{"class", "govuk-hint"}, {"role", "status"}, {"data-lost", "Not saved: no connection. Your words are still on this page and will be tried again."}}, "");
  content += html::element("p", {{"class", "govuk-body"}, html::flag("hidden", true)},
                           html::element("a", {{"class", "govuk-link"}, {"href", "/sign-in"}, {"target", "_blank"}}, "Sign in again (opens in a new tab)"));
  return (state.kept_at ? put_back(visit, state, buttons) : Html{}) + form(visit, action, content, "kept");
}

std::optional<KeptDraft> draft_sent(const Pairs& form, Instant now) {
  auto name = named(first(form, "form_place"));
  const std::string address = own_address(first(form, "form_at"));
  if (!name || address.empty()) return std::nullopt;
  KeptDraft draft{std::move(*name), {}, address, now};
  std::copy_if(form.begin(), form.end(), std::back_inserter(draft.typed), [](const auto& field) { return is_kept(field.first); });
  return draft;
}

Result<KeptDraft> keep_draft(const Visit& visit, KeptDraft draft) {
  stand_beside(visit, draft);
  auto saved = visit.site.desk.drafts().save(visit.session->account.id, draft);
  if (!saved) return tl::unexpected(std::move(saved.error()));
  return draft;
}

void drop_draft(const Visit& visit) {
  const Instant now = visit.site.desk.now();
  auto draft = draft_sent(visit.form, now);
  if (!draft) return;
  stand_beside(visit, *draft);
  visit.site.desk.drafts().drop(visit.session->account.id, draft->name, now);
}

void take_new_key_where_used(const Visit& visit, FormState& state) {
  if (!visit.field("corrects").empty() || !visit.site.desk.is_on_file(visit.file(), visit.reader, visit.field("key"))) return;
  for (auto& [name, value] : state.given)
    if (name == "key") value = visit.site.desk.new_id();
  state.problems = {{"This form is on file already: it was sent before, from another page or a moment ago, with other words. What stands here is not on file, and nothing of it is lost. "
                     "Look at what is on file. To put this there as well, send it again.", {}, {}, Problem::Kind::conflict}};
}

std::string address_of(const Request& request) {
  std::string out;
  for (std::size_t at = 0; at < request.path.size();) {
    const std::size_t end = std::min(request.path.find('/', at + 1), request.path.size());
    out += "/" + percent_encode(std::string_view(request.path).substr(at + 1, end - at - 1));
    at = end;
  }
  return out + query_string(request.query);
}

std::string own_address(std::string_view carried) {
  constexpr std::size_t longest = 1'000;
  const bool plain = std::all_of(carried.begin(), carried.end(), [](char letter) { return letter > ' ' && letter < 127 && letter != '\\'; });
  const bool own = plain && carried.starts_with('/') && !carried.starts_with("//") && carried.size() < longest;
  return own ? std::string(carried) : std::string{};
}

std::string moment_in_words(Instant at) {
  const std::string day = london_day(at).written();
  return fmt::format("{} on {}", london_time(at), day.substr(0, day.rfind(' ')));
}

Html begun_block(const Visit& visit) {
  Html items;
  for (const BegunForm& one : visit.site.desk.begun_by(visit.session->account.id, visit.reader)) {
    Html line = html::element("a", {{"class", "govuk-link"}, {"href", one.address}}, one.reference.empty() ? one.title : fmt::format("{}, {}", one.title, one.reference));
    line += html::text(fmt::format(", as typed by {}", moment_in_words(one.saved)));
    items += html::element("li", {}, line);
  }
  if (items.empty()) return {};
  return html::element("h2", {{"class", "govuk-heading-m"}}, "What you have begun") +
         html::element("p", {{"class", "govuk-body"}}, "Not on file yet, and seen by nobody but you.") + html::element("ul", {{"class", "govuk-list govuk-list--bullet"}}, items);
}

}  // namespace confer
