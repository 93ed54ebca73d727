#include "base/near_name.h"

#include <algorithm>

namespace confer {
namespace {

/// How many letters have to be left out, put in, changed or swapped with their neighbour to make one of the other.
std::size_t changes(std::string_view from, std::string_view to) {
  std::vector<std::vector<std::size_t>> cost(from.size() + 1, std::vector<std::size_t>(to.size() + 1));
  for (std::size_t i = 0; i <= from.size(); ++i) cost[i][0] = i;
  for (std::size_t j = 0; j <= to.size(); ++j) cost[0][j] = j;
  for (std::size_t i = 1; i <= from.size(); ++i)
    for (std::size_t j = 1; j <= to.size(); ++j) {
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (from[i - 1] == to[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  return cost[from.size()][to.size()];
}

}  // namespace

std::string nearest_name(std::string_view name, const std::vector<std::string>& known) {
  if (name.size() > longest_near_name) return {};
  std::string_view best;
  std::size_t least = name.size() / 3 + 1;   // so many are no longer near
  for (const std::string& one : known) {
    if (one.size() > longest_near_name) continue;
    const std::size_t differs = changes(name, one);
    if (differs >= least) continue;
    least = differs;
    best = one;
  }
  return std::string(best);
}

std::string did_you_mean(std::string_view name, const std::vector<std::string>& known) {
  const std::string near = nearest_name(name, known);
  return near.empty() ? near : " Did you mean \"" + near + "\"?";
}

}  // namespace confer
