#pragma once
// Two kinds of plot, drawn as SVG by the one builder of markup: nothing is fetched, nothing needs a script, and each stands beside a table that says
// the same. Colour never speaks alone: what was late is hatched, and every bar bears its number.
#include <string>
#include <string_view>
#include <vector>

#include "base/html.h"
#include "desk/figures.h"

namespace confer::plots {

/// Bars by month, what was in time below, what was late on top. Nothing where there are no months.
[[nodiscard]] Html by_month(std::string_view label, const ByMonth& months);

/// A bar for each name: which share of it was in time. Names with fewer than `too_few` of all have a bar without a share.
[[nodiscard]] Html shares(std::string_view label, const std::vector<NamedTimeliness>& names);

/// Below so many a share in hundred says nothing: only the numbers are shown.
inline constexpr std::size_t too_few = 5;

/// "87%"; "too few to say" below `too_few`.
[[nodiscard]] std::string share_in_words(const Timeliness& count);

}  // namespace confer::plots
