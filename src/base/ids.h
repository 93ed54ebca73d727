#pragma once
// Names that the record gives to things. Opaque, compared byte for byte, and never made from anything personal.
#include <compare>
#include <functional>
#include <string>
#include <string_view>

namespace confer {

/// An id that cannot be mistaken for one of another kind. Empty means "none".
template <class Kind>
struct Id {
  std::string value = {};

  [[nodiscard]] bool empty() const noexcept { return value.empty(); }
  auto operator<=>(const Id&) const = default;
};

using AuthorityId = Id<struct AuthorityKind>;   ///< A local authority: "rotherham".
using FileId = Id<struct FileKind>;             ///< One family's file.
using EntryId = Id<struct EntryKind>;           ///< One entry of a file.
using PersonId = Id<struct PersonKind>;         ///< Anyone: child, parent, practitioner.

/// The longest id that is read from outside, in bytes.
inline constexpr std::size_t longest_id = 64;

/// Whether these bytes may be an id: 1 to `longest_id` of letters, digits, '-', '_', '.', ':'.
[[nodiscard]] inline bool is_id(std::string_view value) noexcept {
  if (value.empty() || value.size() > longest_id) return false;
  for (const char c : value)
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == ':'))
      return false;
  return true;
}

}  // namespace confer

template <class Kind>
struct std::hash<confer::Id<Kind>> {
  std::size_t operator()(const confer::Id<Kind>& id) const noexcept { return std::hash<std::string>{}(id.value); }
};
