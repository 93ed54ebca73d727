#pragma once
// Questions that arise from other answers, on a page: inside the one answer that brings them up, or where they stand, told to the script that shows
// and hides them. Without scripts every question is shown, and its hint says which answer makes it needed.
#include <string_view>
#include <vector>

#include "base/html.h"
#include "catalogue/described.h"

namespace confer {

/// The one answer that brings a question up, where its condition is that and nothing more; null pieces otherwise.
struct BroughtUpBy {
  std::string_view question = {};
  std::string_view answer = {};   ///< As the catalogue writes it: a choice, or "true" and "false".

  bool operator==(const BroughtUpBy&) const = default;
};
[[nodiscard]] BroughtUpBy brought_up_by(const Question& question) noexcept;

/// An answer as a form sends it: "yes" for a question's "true".
[[nodiscard]] std::string_view as_sent(const Question& question, std::string_view answer) noexcept;

/// A question's fields as the script finds them: `within` its answer, where the component hides it; else by its condition.
enum class Stands { within, apart };
[[nodiscard]] Html asked_when(const Question& question, const RecordType& type, Stands stands, std::string_view id, const Html& fields);

}  // namespace confer
