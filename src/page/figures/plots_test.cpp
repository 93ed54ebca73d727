#include "page/figures/plots.h"

#include <gtest/gtest.h>

namespace confer::plots {
namespace {

std::string markup(Html html) { return std::move(html).release(); }

std::size_t count(const std::string& in, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = in.find(what); at != std::string::npos; at = in.find(what, at + what.size())) ++found;
  return found;
}

TEST(Plots, a_share_of_few_is_not_said) {
  EXPECT_EQ(share_in_words({}), "none");
  EXPECT_EQ(share_in_words({4, 0}), "too few to say");
  EXPECT_EQ(share_in_words({5, 0}), "100%");
  EXPECT_EQ(share_in_words({2, 4}), "33%");
  EXPECT_EQ(share_in_words({4, 2}), "67%");
}

TEST(Plots, each_month_has_its_bar_and_its_number) {
  const ByMonth months = {{*Date::parse("2025-12-01"), {3, 1}}, {*Date::parse("2026-01-01"), {0, 0}}, {*Date::parse("2026-02-01"), {7, 0}}};
  const std::string drawn = markup(by_month("By month", months));
  EXPECT_EQ(count(drawn, "class=\"confer-plot__in-time\""), 3u) << "two bars and the key";
  EXPECT_EQ(count(drawn, "class=\"confer-plot__late\""), 2u) << "one bar and the key";
  for (const char* said : {">Dec<", ">Jan<", ">Feb<", ">4<", ">7<", ">2026<", "aria-label=\"By month\""}) EXPECT_NE(drawn.find(said), std::string::npos) << said;
  EXPECT_EQ(drawn.find("style="), std::string::npos) << "the policy forbids it";
}

TEST(Plots, a_name_of_few_has_no_bar_and_a_long_name_is_cut_between_letters) {
  const std::string few = markup(shares("Shares", {{"Nobody much", {1, 1}}}));
  EXPECT_EQ(count(few, "<rect"), 0u);
  EXPECT_NE(few.find("too few to say"), std::string::npos);
  const std::string drawn = markup(shares("Shares", {{"xxxxxxxxxxxxxxxxxxxxxxxxxxŽŽŽŽ", {6, 4}}, {"<b>", {10, 0}}}));
  EXPECT_NE(drawn.find("60% of 10"), std::string::npos);
  EXPECT_EQ(drawn.find("<b>"), std::string::npos);
}

TEST(Plots, nothing_is_drawn_of_nothing) {
  EXPECT_TRUE(by_month("By month", {}).empty());
  EXPECT_TRUE(shares("Shares", {}).empty());
}

}  // namespace
}  // namespace confer::plots
