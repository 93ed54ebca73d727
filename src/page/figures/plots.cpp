#include "page/figures/plots.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace confer::plots {
namespace {

constexpr std::size_t in_hundred = 100;

std::string number(double value) { return fmt::format("{:.1f}", value); }

void rect(Html& out, std::string_view kind, double x, double y, double width, double height) {
  out += html::element("rect", {{"class", kind}, {"x", number(x)}, {"y", number(y)}, {"width", number(width)}, {"height", number(height)}}, Html{});
}

void words(Html& out, double x, double y, std::string_view anchor, std::string_view said) {
  out += html::element("text", {{"x", number(x)}, {"y", number(y)}, {"text-anchor", anchor}}, said);
}

void line(Html& out, double x1, double y1, double x2, double y2) {
  out += html::void_element("line", {{"class", "confer-plot__rule"}, {"x1", number(x1)}, {"y1", number(y1)}, {"x2", number(x2)}, {"y2", number(y2)}});
  out.close("line");
}

/// What is drawn, in a frame that a narrow page scrolls.
Html drawing(std::string_view label, double width, double height, const Html& inside) {
  const std::string box = fmt::format("0 0 {} {}", number(width), number(height));
  Html hatch = html::element("path", {{"class", "confer-plot__hatch"}, {"d", "M0 8L8 0M-2 2L2 -2M6 10L10 6"}}, Html{});
  Html pattern = html::element("pattern", {{"id", "late"}, {"width", "8"}, {"height", "8"}, {"patternUnits", "userSpaceOnUse"}}, hatch);
  Html all = html::element("title", {}, label) + html::element("defs", {}, pattern) + inside;
  Html svg = html::element("svg", {{"class", "confer-plot"}, {"role", "img"}, {"aria-label", label}, {"viewBox", box}, {"width", number(width)}, {"height", number(height)}}, all);
  return html::element("div", {{"class", "confer-scrolls"}, {"tabindex", "0"}, {"role", "group"}, {"aria-label", label}}, svg);
}

/// A round number of at least `most` that four lines divide.
std::size_t round_up(std::size_t most) {
  constexpr std::array steps = {std::size_t{1}, std::size_t{2}, std::size_t{5}};
  for (std::size_t power = 1;; power *= 10)
    for (const std::size_t step : steps)
      if (4 * step * power >= most) return 4 * step * power;
}

std::string month_name(Date month) {
  const std::string written = month.written_short();   // "1 April"
  return written.substr(written.find(' ') + 1, 3);
}

/// A name that fits beside its bar: a longer one is cut between letters here, and stands whole in the table.
std::string short_name(std::string_view name) {
  constexpr std::size_t longest = 30;   // bytes
  if (name.size() <= longest) return std::string(name);
  std::string out(name.substr(0, longest - 3));
  while (!is_utf8(out)) out.pop_back();
  return out + "…";
}

}  // namespace

std::string share_in_words(const Timeliness& count) {
  if (count.all() < too_few) return count.all() == 0 ? "none" : "too few to say";
  return fmt::format("{}%", (count.in_time * in_hundred + count.all() / 2) / count.all());
}

Html by_month(std::string_view label, const ByMonth& months) {
  if (months.empty()) return {};
  constexpr double left = 50, top = 30, high = 200, each = 50, bar = 32, below = 50, key = 14;
  std::size_t most = 1;
  for (const auto& [month, count] : months) most = std::max(most, count.all());
  const std::size_t scale = round_up(most);
  const double width = left + each * static_cast<double>(months.size()) + 10;
  const auto height_of = [&](std::size_t count) { return high * static_cast<double>(count) / static_cast<double>(scale); };
  Html out;
  for (std::size_t i = 0; i <= 4; ++i) {
    const double y = top + high - height_of(scale * i / 4);
    line(out, left, y, width - 5, y);
    words(out, left - 8, y + 5, "end", fmt::format("{}", scale * i / 4));
  }
  double x = left + (each - bar) / 2;
  for (const auto& [month, count] : months) {
    const double in_time = height_of(count.in_time), late = height_of(count.late);
    if (count.in_time > 0) rect(out, "confer-plot__in-time", x, top + high - in_time, bar, in_time);
    if (count.late > 0) rect(out, "confer-plot__late", x, top + high - in_time - late, bar, late);
    if (count.all() > 0) words(out, x + bar / 2, top + high - in_time - late - 6, "middle", fmt::format("{}", count.all()));
    words(out, x + bar / 2, top + high + 18, "middle", month_name(month));
    if (month == months.front().first || month.month() == 1) words(out, x + bar / 2, top + high + 36, "middle", fmt::format("{}", month.year()));
    x += each;
  }
  rect(out, "confer-plot__in-time", left, 2, key, key);
  words(out, left + key + 6, key, "start", "in time");
  rect(out, "confer-plot__late", left + 90, 2, key, key);
  words(out, left + 90 + key + 6, key, "start", "late");
  return drawing(label, width, top + high + below, out);
}

Html shares(std::string_view label, const std::vector<NamedTimeliness>& names) {
  if (names.empty()) return {};
  constexpr double left = 230, wide = 360, each = 34, bar = 20, right = 130;
  const double height = each * static_cast<double>(names.size()) + 8;
  Html out;
  for (const double part : {0.0, 0.5, 1.0}) line(out, left + wide * part, 0, left + wide * part, height);
  double y = 6;
  for (const auto& [name, count] : names) {
    words(out, left - 8, y + bar - 5, "end", short_name(name));
    if (count.all() >= too_few) {
      const double share = static_cast<double>(count.in_time) / static_cast<double>(count.all());
      rect(out, "confer-plot__in-time", left, y, wide * share, bar);
      rect(out, "confer-plot__late", left + wide * share, y, wide * (1 - share), bar);
    }
    words(out, left + wide + 8, y + bar - 5, "start", count.all() < too_few ? share_in_words(count) : fmt::format("{} of {}", share_in_words(count), count.all()));
    y += each;
  }
  return drawing(label, left + wide + right, height, out);
}

}  // namespace confer::plots
