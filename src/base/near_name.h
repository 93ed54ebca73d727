#pragma once
// The known name that somebody probably meant by one that is not known: for messages alone.
#include <string>
#include <string_view>
#include <vector>

namespace confer {

/// The longest name that is compared, in bytes; a longer one is near to nothing.
inline constexpr std::size_t longest_near_name = 64;

/// The known name that differs least from this one, by letters left out, put in, changed or swapped; empty where none is near: at most one in three letters
/// may differ.
[[nodiscard]] std::string nearest_name(std::string_view name, const std::vector<std::string>& known);

/// " Did you mean "x"?", to stand behind a sentence; empty where nothing is near.
[[nodiscard]] std::string did_you_mean(std::string_view name, const std::vector<std::string>& known);

}  // namespace confer
