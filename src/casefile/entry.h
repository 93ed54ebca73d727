#pragma once
// One thing put on file. An entry never changes once it is stored; a correction is another entry that points at it.
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/digest.h"
#include "base/ids.h"
#include "base/json.h"

namespace confer {

/// What was answered to a record type's questions, by question name. Holds personal words, so it has no formatter.
class Answers {
 public:
  Answers() = default;
  explicit Answers(json::object values) : values_(std::move(values)) {}

  /// Whether the question was answered at all; null, an empty text and an empty list are no answers.
  [[nodiscard]] bool has(std::string_view question) const noexcept;
  /// A text, choice or id; empty when unanswered or of another kind.
  [[nodiscard]] std::string_view text(std::string_view question) const noexcept;
  /// A yes or no; empty when unanswered or of another kind.
  [[nodiscard]] std::optional<bool> yes_no(std::string_view question) const noexcept;
  /// A whole number; empty when unanswered or of another kind.
  [[nodiscard]] std::optional<std::int64_t> number(std::string_view question) const noexcept;
  /// A day; empty when unanswered or no day.
  [[nodiscard]] std::optional<Date> day(std::string_view question) const;
  /// Several choices or ids; empty when unanswered. A single text counts as a list of one.
  [[nodiscard]] std::vector<std::string_view> list(std::string_view question) const;

  [[nodiscard]] const json::object& values() const& noexcept { return values_; }
  const json::object& values() const&& = delete;
  [[nodiscard]] json::object& values() & noexcept { return values_; }

  bool operator==(const Answers&) const = default;

 private:
  json::object values_;
};

/// When something happened: a day, or a moment where the time matters.
using Happened = std::variant<std::monostate, Date, Instant>;

/// One entry of a file, as it is stored and as a line of a `.jsonl` file.
struct Entry {
  EntryId id = {};                        ///< Never empty once stored.
  std::string type = {};                  ///< A record type's name: "strategy_discussion".
  std::vector<PersonId> about = {};       ///< Children and people it concerns; empty when it concerns the file as a whole.
  Happened happened = {};                 ///< Nothing where the record type asks for no day.
  Instant recorded = {};                  ///< When it was put on file.
  PersonId by = {};                       ///< Who put it on file.
  std::string role = {};                  ///< In which role, by name: "social_worker".
  Answers answers = {};
  EntryId corrects = {};                  ///< The entry that this one replaces; empty when none.
  Digest edition = {};                    ///< The procedure edition that judged it; zero in a file read from elsewhere.
  bool destroyed = false;                 ///< Its key was destroyed: what was answered is gone for good, and `answers` is empty.
  std::string key = {};                   ///< Idempotency key, shaped as an id: a second append with the same key is the first. Empty when none.

  /// The day it happened, in London; empty when the record type asks for none.
  [[nodiscard]] std::optional<Date> happened_on() const;
  [[nodiscard]] bool is_about(const PersonId& person) const noexcept;

  bool operator==(const Entry&) const = default;
};

/// The longest line of a `.jsonl` file that is read, in bytes.
inline constexpr std::size_t longest_entry = 256 * 1024;

/// Reads one line of a `.jsonl` file. Refused with the name of the field that is wrong; unknown members are refused too.
[[nodiscard]] Result<Entry> read_entry(std::string_view line);
/// The same from a parsed value.
[[nodiscard]] Result<Entry> read_entry(const json::value& value);
/// The entry as one JSON object, in the order that design papers show; empty fields are left out.
[[nodiscard]] json::object write_entry(const Entry& entry);

}  // namespace confer
