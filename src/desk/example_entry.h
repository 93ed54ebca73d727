#pragma once
// An example of what a program would send for each record type, made from its description: for the API's own description and its tests.
#include "base/json.h"
#include "catalogue/described.h"

namespace confer {

/// The ids that examples use: a child, an adult and somebody who is introduced.
inline constexpr std::string_view example_child = "a_child";
inline constexpr std::string_view example_adult = "an_adult";   ///< Stands for whomever a question asks about.
inline constexpr std::string_view example_practitioner = "a_practitioner";   ///< The same where a practitioner is asked for; a social worker.
inline constexpr std::string_view example_newcomer = "a_newcomer";   ///< Is not on the file yet.

/// The id of somebody in a role that a question asks for; a social worker is `example_practitioner`.
[[nodiscard]] std::string example_in_role(std::string_view role);

/// The id of the entry that an example refers to where a question asks for one of this type.
[[nodiscard]] std::string example_entry_id(std::string_view type);

/// An entry in the JSON Lines form with every question answered that arises, each with its first choice. Its people and entries are those above.
[[nodiscard]] json::object example_entry(const RecordType& type, const Described& procedure);

}  // namespace confer
