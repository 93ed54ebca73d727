#include "desk/read_drafts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "casefile/entry.h"

namespace confer {
namespace {

constexpr std::array known = {"id", "type", "about", "happened", "answers", "corrects"};
constexpr std::array said_by_confer = {"recorded", "by", "role", "edition", "key"};

template <std::size_t N>
bool is_among(const std::array<const char*, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Result<Draft> read_draft(const json::value& sent) {
  const json::object* object = sent.if_object();
  if (!object) return refused("An entry must be one JSON object, in braces.");
  for (const auto& member : *object) {
    if (is_among(said_by_confer, member.key())) return refused("Confer says this itself. Take it out.", std::string(member.key()));
    if (!is_among(known, member.key())) return refused("An entry has an unknown member. Known are id, type, about, happened, answers and corrects.");
  }
  auto entry = read_entry(sent);
  if (!entry) return tl::unexpected(entry.error());
  return Draft{.type = std::move(entry->type), .about = std::move(entry->about), .happened = entry->happened, .answers = std::move(entry->answers.values()),
               .corrects = std::move(entry->corrects), .id = std::move(entry->id)};
}

}  // namespace

tl::expected<std::vector<Draft>, Problems> read_drafts(const json::value& sent, std::size_t most) {
  const json::array* list = sent.if_array();
  const std::size_t count = list ? list->size() : 1;
  if (count == 0) return tl::unexpected(Problems{{"There is nothing here to put on file."}});
  if (count > most) return tl::unexpected(Problems{{fmt::format("These are more than the {} entries that can be put on file at once. Send them in parts.", most), {}, {}, Problem::Kind::too_large}});
  std::vector<Draft> drafts;
  Problems problems;
  std::set<EntryId> ids;
  for (std::size_t at = 0; at < count; ++at) {
    auto draft = read_draft(list ? (*list)[at] : sent);
    if (draft && !draft->id.empty() && !ids.insert(draft->id).second) draft = refused("Another entry sent with this one has the same id. Give each its own.", "id");
    if (draft) drafts.push_back(std::move(*draft));
    else {
      problems.push_back(std::move(draft.error()));
      problems.back().at = at;
    }
  }
  if (!problems.empty()) return tl::unexpected(std::move(problems));
  return drafts;
}

}  // namespace confer
