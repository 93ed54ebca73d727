#pragma once
// What the demonstration's families are invented from: names, addresses and sentences, drawn from a seed. Nobody in here exists. It knows no
// record type and no clock.
#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <string_view>

namespace confer {

/// Draws that are the same for the same seed and number, on every machine.
class Invention {
 public:
  /// One family's draws do not depend on another's: each has its number.
  Invention(std::uint64_t seed, std::uint64_t number);

  /// A whole number from `least` to `most`, both included.
  [[nodiscard]] int between(int least, int most);
  /// True that many times in a hundred.
  [[nodiscard]] bool in_hundred(int chance) { return between(1, 100) <= chance; }
  template <class T>
  [[nodiscard]] const T& pick(std::span<const T> from) {
    return from[static_cast<std::size_t>(between(0, static_cast<int>(from.size()) - 1))];
  }
  /// An opaque id: 20 letters and digits.
  [[nodiscard]] std::string id();

 private:
  std::mt19937_64 engine_;
};

/// The given names and surnames of one origin.
struct NameStock {
  std::span<const std::string_view> girls, boys, surnames;
};

/// A stock, drawn as often as its origin is common.
[[nodiscard]] const NameStock& draw_stock(Invention& draw);
/// "Aisha Rahman": somebody who works with families.
[[nodiscard]] std::string draw_full_name(Invention& draw);
/// "27 Alder Rise, Rotherham": no such street.
[[nodiscard]] std::string draw_address(Invention& draw);
/// "Cherry Bank Infant School" for a role that works at a named place; the role's usual team for others.
[[nodiscard]] std::string draw_workplace(Invention& draw, std::string_view role);

/// What sentences are about, so that they fit their place.
enum class Phrase {
  concern, enquiry_reason, no_conference_reason, school_worry, health_worry, police_worry, home_worry, small_worry, unborn_worry, strength, child_view,
  change, contingency, action, success, decision_reason, help_reason, core_group, review_continues, review_ends,
};
/// What is said instead of a child who does not speak yet.
[[nodiscard]] Phrase fit_for_small(Phrase about) noexcept;
/// What is said instead of a child who is not born yet.
[[nodiscard]] Phrase fit_for_unborn(Phrase about) noexcept;
/// A sentence that could stand in any file; "{}" in it is the child's first name.
[[nodiscard]] std::string draw_phrase(Invention& draw, Phrase about, std::string_view child);

}  // namespace confer
