#include "desk/drafts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/digest.h"
#include "base/json.h"
#include "desk/token.h"
#include "store/store.h"

namespace confer {
namespace {

/// What a form is kept under: tells nobody whose file it is or what it is about.
std::string key_of(const DraftName& name) {
  std::vector<std::string_view> parts = {name.file.value, name.type};
  for (const auto& [question, value] : name.belongs) parts.insert(parts.end(), {question, value});
  return Digest::of_parts(parts).hex();
}

json::array written(const Typed& typed) {
  json::array out;
  for (const auto& [name, value] : typed) out.push_back(json::array{name, value});
  return out;
}

Typed read(const json::value& pairs) {
  Typed out;
  for (const json::value& pair : pairs.as_array()) out.emplace_back(pair.as_array().at(0).as_string(), pair.as_array().at(1).as_string());
  return out;
}

std::size_t bytes_of(const KeptDraft& draft) {
  std::size_t bytes = draft.address.size();
  for (const Typed* pairs : {&draft.typed, &draft.name.belongs})
    for (const auto& [name, value] : *pairs) bytes += name.size() + value.size();
  return bytes;
}

/// What was kept is our own writing under seal, so that it reads is not in doubt.
KeptDraft draft_from(std::string_view bytes) {
  const json::object object = json::parse({bytes.data(), bytes.size()}).as_object();
  return {{FileId{std::string(object.at("file").as_string())}, std::string(object.at("type").as_string()), read(object.at("belongs"))},
          read(object.at("typed")), std::string(object.at("address").as_string()), Instant{object.at("saved").as_int64()}};
}

}  // namespace

std::string Drafts::shelf(const EntryId& account) const { return fmt::format("draft:{}:{}", authority_.value, account.value); }

Result<void> Drafts::put(const std::string& shelf, const KeptDraft& draft, std::size_t most) {
  if (bytes_of(draft) > limits_.bytes)
    return refused("This is longer than can be kept while it is unfinished. Shorten it, or put it on file in parts.", {}, {}, Problem::Kind::too_large);
  const std::string key = key_of(draft.name);
  const auto kept = store_.aside_keys(shelf, draft.saved);
  if (kept.size() >= most && !std::binary_search(kept.begin(), kept.end(), key))
    return refused(fmt::format("You have {} unfinished forms, and no more can be kept. Finish one of them, or start it afresh.", kept.size()), {}, {}, Problem::Kind::too_large);
  const json::object value{{"file", draft.name.file.value}, {"type", draft.name.type}, {"belongs", written(draft.name.belongs)},
                           {"typed", written(draft.typed)}, {"address", draft.address}, {"saved", draft.saved.microseconds}};
  store_.set_aside(shelf, key, json::serialize(value), {draft.saved.microseconds + limits_.keep_seconds * 1'000'000});
  return {};
}

Result<void> Drafts::save(const EntryId& account, const KeptDraft& draft) { return put(shelf(account), draft, limits_.forms); }

std::optional<KeptDraft> Drafts::find(const EntryId& account, const DraftName& name, Instant now) const {
  const auto bytes = store_.aside(shelf(account), key_of(name), now);
  return bytes ? std::optional(draft_from(*bytes)) : std::nullopt;
}

std::vector<KeptDraft> Drafts::all(const EntryId& account, Instant now) const { return on(shelf(account), now); }

std::vector<KeptDraft> Drafts::on(const std::string& shelf, Instant now) const {
  std::vector<KeptDraft> out;
  for (const std::string& key : store_.aside_keys(shelf, now))
    if (const auto bytes = store_.aside(shelf, key, now)) out.push_back(draft_from(*bytes));
  std::stable_sort(out.begin(), out.end(), [](const KeptDraft& left, const KeptDraft& right) { return left.saved > right.saved; });
  return out;
}

void Drafts::drop(const EntryId& account, const DraftName& name, Instant now) {
  const std::string key = key_of(name);
  if (store_.aside(shelf(account), key, now)) store_.set_aside(shelf(account), key, "", now);
}

void Drafts::give_up(const EntryId& account, std::string_view form_key, Instant now) {
  if (!form_key.empty()) store_.set_aside("given-up:" + shelf(account), Digest::of_parts(std::array{form_key}).hex(), "yes", {now.microseconds + limits_.given_up_seconds * 1'000'000});
}

bool Drafts::is_given_up(const EntryId& account, std::string_view form_key, Instant now) const {
  return !form_key.empty() && store_.aside("given-up:" + shelf(account), Digest::of_parts(std::array{form_key}).hex(), now).has_value();
}

Result<void> Drafts::hold(std::string_view device_token, const EntryId& account, const KeptDraft& draft) {
  return put(fmt::format("held:{}:{}", token_digest(device_token), shelf(account)), draft, limits_.held_forms);
}

void Drafts::take_up(std::string_view device_token, const EntryId& account, Instant now) {
  store_.clear_aside(now);   // what has run out leaves the disk too: at a sign-in, which is rare enough and never stops happening
  const std::string held = fmt::format("held:{}:{}", token_digest(device_token), shelf(account));
  for (const KeptDraft& draft : on(held, now)) {
    const auto known = find(account, draft.name, now);
    if ((!known || known->saved <= draft.saved) && !save(account, draft)) continue;   // no room: it waits for the next sign-in
    store_.set_aside(held, key_of(draft.name), "", now);
  }
}

}  // namespace confer
