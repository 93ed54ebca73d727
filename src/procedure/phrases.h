#pragma once
// The engine's own sentences, which stand in the procedure's words and not in the program: each has a name, slots in braces, and a language.
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/period.h"
#include "base/text.h"
#include "catalogue/described.h"
#include "procedure/calendar.h"

namespace confer {

/// The languages that a procedure may speak.
enum class Language { english, welsh };

/// A procedure's sentences in one language. Borrowed from the description, which must outlive it.
class Phrases {
 public:
  Phrases(const Described& described, Language language) : described_(described), language_(language) {}

  using Slots = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  /// The sentence of this name with its slots filled. Our own mistake when the procedure has none: `missing` was asked at the start.
  [[nodiscard]] std::string say(std::string_view name, Slots slots = {}) const;
  /// Words in this language; English where the procedure has no other.
  [[nodiscard]] const std::string& in(const Words& words) const noexcept;
  /// "Wednesday 30 April 2025"
  [[nodiscard]] std::string day(Date day) const;
  /// "30 April"
  [[nodiscard]] std::string short_day(Date day) const;
  /// A period as it is said, such as a number of working days
  [[nodiscard]] std::string period(const Period& period) const;
  /// "18 and 21 April", "25, 26 December and 1 January"
  [[nodiscard]] std::string days(const std::vector<Date>& days) const;

  /// Why a day is not worked, or nothing is booked on it: the holiday's or the closure's name, or the weekday.
  [[nodiscard]] std::string why_not_booked(Date day, const Calendar& calendar) const;

  /// The first sentence that the engine needs and a procedure lacks; empty when it has them all.
  [[nodiscard]] static std::string missing(const Described& described);

 private:
  const Described& described_;
  Language language_;
};

}  // namespace confer
