#include "base/period.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace confer {
namespace {

struct UnitName {
  std::string_view word;
  Unit unit;
};

// The first name of each unit is the one that is written.
constexpr std::array unit_names = {
    UnitName{"working day", Unit::working_days}, UnitName{"day", Unit::calendar_days}, UnitName{"calendar day", Unit::calendar_days},
    UnitName{"week", Unit::weeks},               UnitName{"month", Unit::months},      UnitName{"hour", Unit::hours},
};

}  // namespace

Result<Period> Period::parse(std::string_view text) {
  const auto bad = [] {
    return refused("A period must be a whole number and a unit: days, working days, weeks, months or hours. For example \"7 working days\".",
                   "period");
  };
  const std::size_t space = text.find(' ');
  if (space == std::string_view::npos || text.size() > 64) return bad();
  const std::string_view number = text.substr(0, space);
  std::string_view unit = text.substr(space + 1);
  long long count = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), count);
  if (error == std::errc::result_out_of_range) count = most + 1LL;
  else if (error != std::errc{} || end != number.data() + number.size()) return bad();
  if (count < 1 || count > most) return refused(fmt::format("The number in a period must be from 1 to {}.", most), "period");
  if (unit.ends_with('s')) unit.remove_suffix(1);
  for (const auto& name : unit_names)
    if (name.word == unit) return Period{static_cast<int>(count), name.unit};
  return bad();
}

std::string Period::written() const {
  for (const auto& name : unit_names)
    if (name.unit == unit) return fmt::format("{} {}{}", count, name.word, count == 1 ? "" : "s");
  mistake("every unit has a name", __FILE__, __LINE__);
}

}  // namespace confer
