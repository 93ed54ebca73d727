#pragma once
// How a room says that something a person did cannot be taken as it stands. What the world causes (disk, network) is an
// exception instead, and our own mistakes are assertions.
#include <cstddef>
#include <string>
#include <tl/expected.hpp>

namespace confer {

/// Something a person can put right: what is wrong and what to do, in plain English, with no personal words in it.
struct Problem {
  enum class Kind { bad_input, not_allowed, not_found, conflict, too_large };

  std::string message;           ///< One or two sentences; ends with what to do where that is not plain.
  std::string field = {};        ///< The question it stands beside; empty when it concerns the whole.
  std::string source = {};       ///< Id of the cited source, when guidance is the reason; else empty.
  Kind kind = Kind::bad_input;   ///< Decides the HTTP status and the command line's exit code.
  std::size_t at = 0;            ///< Which of several things sent together it concerns, from 0; 0 for one alone.

  bool operator==(const Problem&) const = default;
};

/// A value, or the problem that stands in its way.
template <class T>
using Result = tl::expected<T, Problem>;

/// The other half of a Result: `return refused("…", "held_on")`.
[[nodiscard]] inline tl::unexpected<Problem> refused(std::string message, std::string field = {}, std::string source = {},
                                                     Problem::Kind kind = Problem::Kind::bad_input) {
  return tl::unexpected<Problem>(Problem{std::move(message), std::move(field), std::move(source), kind});
}

/// Ends the program with the place of our own mistake; stays on in release builds.
[[noreturn]] void mistake(const char* what, const char* file, int line) noexcept;

}  // namespace confer

/// States what must be true if the program is right. Never for anything a person or the world can cause.
#define CONFER_ASSERT(condition) \
  (static_cast<bool>(condition) ? static_cast<void>(0) : ::confer::mistake(#condition, __FILE__, __LINE__))
