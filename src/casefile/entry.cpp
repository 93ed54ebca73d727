#include "casefile/entry.h"

#include <algorithm>
#include <fmt/format.h>

namespace confer {
namespace {

const json::value* find(const json::object& values, std::string_view name) noexcept { return values.if_contains(name); }

/// A string member; empty when it is missing. Refused when it is something else.
Result<std::string> string_member(const json::object& object, std::string_view name) {
  const json::value* value = object.if_contains(name);
  if (!value) return std::string{};
  if (const json::string* text = value->if_string()) return std::string(*text);
  return refused(fmt::format("\"{}\" must be a text.", name), std::string(name));
}

/// An id member; empty when it is missing.
template <class Kind>
Result<Id<Kind>> id_member(const json::object& object, std::string_view name) {
  auto text = string_member(object, name);
  if (!text) return tl::unexpected(text.error());
  if (!text->empty() && !is_id(*text))
    return refused(fmt::format("\"{}\" must be an id: up to {} letters, digits, hyphens, dots, colons or underscores.", name, longest_id), std::string(name));
  return Id<Kind>{std::move(*text)};
}

/// A name or key member, shaped as an id; empty when it is missing.
Result<std::string> name_member(const json::object& object, std::string_view name) {
  auto id = id_member<void>(object, name);
  if (!id) return tl::unexpected(id.error());
  return std::move(id->value);
}

Result<Happened> read_happened(const json::object& object) {
  const auto text = string_member(object, "happened");
  if (!text) return tl::unexpected(text.error());
  if (text->empty()) return Happened{};
  const auto named = [](Problem problem) {
    problem.field = "happened";
    return tl::unexpected(std::move(problem));
  };
  if (text->find('T') == std::string::npos) {
    const auto day = Date::parse(*text);
    return day ? Result<Happened>(*day) : named(day.error());
  }
  const auto at = Instant::parse(*text);
  return at ? Result<Happened>(*at) : named(at.error());
}

Result<std::vector<PersonId>> read_about(const json::object& object) {
  std::vector<PersonId> about;
  const json::value* value = find(object, "about");
  if (!value) return about;
  const json::array* list = value->if_array();
  if (!list) return refused("\"about\" must be a list of ids.", "about");
  for (const json::value& item : *list) {
    const json::string* id = item.if_string();
    if (!id || !is_id(*id)) return refused("\"about\" must be a list of ids.", "about");
    about.push_back(PersonId{std::string(*id)});
  }
  return about;
}

constexpr std::array members = {"id", "type", "about", "happened", "recorded", "by", "role", "answers", "corrects", "edition", "key"};

}  // namespace

bool Answers::has(std::string_view question) const noexcept {
  const json::value* value = find(values_, question);
  if (!value || value->is_null()) return false;
  if (const json::string* text = value->if_string()) return !text->empty();
  if (const json::array* list = value->if_array()) return !list->empty();
  return true;
}

std::string_view Answers::text(std::string_view question) const noexcept {
  const json::value* value = find(values_, question);
  const json::string* text = value ? value->if_string() : nullptr;
  return text ? std::string_view(*text) : std::string_view{};
}

std::optional<bool> Answers::yes_no(std::string_view question) const noexcept {
  const json::value* value = find(values_, question);
  const bool* answer = value ? value->if_bool() : nullptr;
  return answer ? std::optional(*answer) : std::nullopt;
}

std::optional<std::int64_t> Answers::number(std::string_view question) const noexcept {
  const json::value* value = find(values_, question);
  const std::int64_t* answer = value ? value->if_int64() : nullptr;
  return answer ? std::optional(*answer) : std::nullopt;
}

std::optional<Date> Answers::day(std::string_view question) const {
  const auto day = Date::parse(text(question));
  return day ? std::optional(*day) : std::nullopt;
}

std::vector<std::string_view> Answers::list(std::string_view question) const {
  std::vector<std::string_view> out;
  const json::value* value = find(values_, question);
  if (!value) return out;
  if (const json::string* one = value->if_string()) out.emplace_back(*one);
  if (const json::array* many = value->if_array())
    for (const json::value& item : *many)
      if (const json::string* text = item.if_string()) out.emplace_back(*text);
  return out;
}

std::optional<Date> Entry::happened_on() const { return london_day(happened); }

bool Entry::is_about(const PersonId& person) const noexcept { return std::find(about.begin(), about.end(), person) != about.end(); }

Result<Entry> read_entry(std::string_view line) {
  const auto value = read_json(line, longest_entry);
  if (!value) return tl::unexpected(value.error());
  return read_entry(*value);
}

Result<Entry> read_entry(const json::value& value) {
  const json::object* object = value.if_object();
  if (!object) return refused("An entry must be one JSON object, in braces.");
  for (const auto& member : *object)
    if (std::find(members.begin(), members.end(), member.key()) == members.end())
      return refused("An entry has an unknown member. Known are id, type, about, happened, recorded, by, role, answers, corrects, edition and key.");

  Entry entry;
  const auto take = [](auto& to, auto&& from) -> Result<void> {
    if (!from) return tl::unexpected(from.error());
    to = std::move(*from);
    return {};
  };
  Result<void> read = take(entry.id, id_member<struct EntryKind>(*object, "id"));
  if (read) read = take(entry.type, string_member(*object, "type"));
  if (read) read = take(entry.about, read_about(*object));
  if (read) read = take(entry.happened, read_happened(*object));
  if (read) read = take(entry.by, id_member<struct PersonKind>(*object, "by"));
  if (read) read = take(entry.role, name_member(*object, "role"));
  if (read) read = take(entry.corrects, id_member<struct EntryKind>(*object, "corrects"));
  if (read) read = take(entry.key, name_member(*object, "key"));
  if (!read) return tl::unexpected(read.error());
  if (entry.type.empty() || !is_id(entry.type)) return refused("An entry must name its record type.", "type");

  const auto recorded = string_member(*object, "recorded");
  if (!recorded) return tl::unexpected(recorded.error());
  if (!recorded->empty()) {
    const auto at = Instant::parse(*recorded);
    if (!at) return refused(at.error().message, "recorded");
    entry.recorded = *at;
  }
  const auto edition = string_member(*object, "edition");
  if (!edition) return tl::unexpected(edition.error());
  if (!edition->empty()) {
    const auto digest = Digest::parse(*edition);
    if (!digest) return refused(digest.error().message, "edition");
    entry.edition = *digest;
  }
  if (const json::value* answers = find(*object, "answers")) {
    if (!answers->is_object()) return refused("\"answers\" must be an object: question names and answers.", "answers");
    entry.answers = Answers(answers->get_object());
  }
  return entry;
}

json::object write_entry(const Entry& entry) {
  json::object out;
  out["id"] = entry.id.value;
  out["type"] = entry.type;
  if (!entry.about.empty()) {
    json::array about;
    for (const PersonId& person : entry.about) about.emplace_back(person.value);
    out["about"] = std::move(about);
  }
  if (const Date* day = std::get_if<Date>(&entry.happened)) out["happened"] = day->iso();
  if (const Instant* at = std::get_if<Instant>(&entry.happened)) out["happened"] = at->iso();
  out["recorded"] = entry.recorded.iso();
  if (!entry.by.empty()) out["by"] = entry.by.value;
  if (!entry.role.empty()) out["role"] = entry.role;
  out["answers"] = entry.answers.values();
  if (!entry.corrects.empty()) out["corrects"] = entry.corrects.value;
  if (entry.edition != Digest{}) out["edition"] = entry.edition.hex();
  if (!entry.key.empty()) out["key"] = entry.key;
  return out;
}

}  // namespace confer
