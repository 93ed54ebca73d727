// The engine's counting against a clerk who walks a wall calendar, and what must hold of it whatever the day, period, calendar and direction.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <random>

#include "clerk.h"
#include "procedure/calendar.h"

namespace confer::counting {
namespace {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  int from_to(int low, int high) { return low + static_cast<int>(engine_() % static_cast<std::uint64_t>(high - low + 1)); }
  WallDay day() {
    const int year = from_to(wall_first, wall_last), month = from_to(1, 12);
    return {year, month, from_to(1, WallCalendar::length(year, month))};
  }

 private:
  std::mt19937_64 engine_;
};

Date engine_day(WallDay at) { return Date::from_parts(at.year, at.month, at.day).value(); }
WallDay wall_day(Date at) { return {at.year(), at.month(), at.day()}; }

Unit engine_unit(Step step) {
  switch (step) {
    case Step::days: return Unit::calendar_days;
    case Step::working_days: return Unit::working_days;
    case Step::weeks: return Unit::weeks;
    case Step::months: return Unit::months;
    case Step::hours: return Unit::hours;
  }
  return Unit::hours;
}

/// One calendar, on the clerk's wall and in the engine.
struct Both {
  WallCalendar wall;
  HolidayList holidays;
};

Both closed_at_random(Dice& dice) {
  Both out{{}, {"made-up", engine_day({wall_first, 1, 1}), engine_day({wall_last, 12, 31}), {}, {}, {}}};
  for (int left = dice.from_to(0, 200); left > 0; --left) {
    const WallDay closed = dice.day();
    out.wall.cross_out(closed);
    out.holidays.days.push_back({engine_day(closed), "Closed"});
  }
  return out;
}

/// Nothing where the two agree in all that they tell, else what differs.
std::string difference(const Result<Counted>& engine, const std::optional<Walked>& clerk, const Calendar& calendar) {
  if (engine.has_value() != clerk.has_value()) return engine ? "the engine counts off the wall" : "the engine refuses";
  if (!engine) return {};
  if (wall_day(engine->limit) != clerk->day) return "the engine says " + engine->limit.iso();
  if (engine->limit_at) return engine->limit_at->iso().starts_with(clerk->utc_hour) ? "" : "the engine says " + engine->limit_at->iso();
  if (engine->latest_bookable.has_value() != clerk->last_worked.has_value()) return "only one knows a day to book";
  if (engine->latest_bookable && wall_day(*engine->latest_bookable) != *clerk->last_worked) return "the engine books " + engine->latest_bookable->iso();
  if (engine->skipped.size() != clerk->passed_over.size()) return "the engine passes over another number of days";
  for (std::size_t i = 0; i < engine->skipped.size(); ++i)
    if (wall_day(engine->skipped[i].day) != clerk->passed_over[i] || calendar.why_not_worked(engine->skipped[i].day).empty()) return "the engine passes over " + engine->skipped[i].day.iso();
  return {};
}

TEST(Counting, a_million_periods_end_where_a_clerk_with_a_wall_calendar_says) {
  constexpr int calendars = 250, counts_each = 4'000;
  constexpr std::array steps = {Step::working_days, Step::days, Step::weeks, Step::months, Step::hours};
  Dice dice(20'250'401);
  int cases = 0, off_the_wall = 0;
  for (int n = 0; n < calendars; ++n) {
    const Both both = closed_at_random(dice);
    const Calendar engine(both.holidays);
    for (int i = 0; i < counts_each; ++i, ++cases) {
      const WallDay from = dice.day();
      const Step step = i % 2 == 0 ? Step::working_days : steps[static_cast<std::size_t>(dice.from_to(1, 4))];
      const int count = i % 100 == 0 ? dice.from_to(1, 700) : dice.from_to(1, step == Step::months ? 12 : 30);
      const bool back = dice.from_to(0, 1) == 1;
      const auto clerk = both.wall.walk(from, count, step, back);
      const auto counted = engine.count(engine_day(from), Period{count, engine_unit(step)}, back ? Direction::before : Direction::after);
      const std::string differs = difference(counted, clerk, engine);
      ASSERT_EQ(differs, "") << Period{count, engine_unit(step)}.written() << (back ? " before " : " after ") << engine_day(from).iso();
      if (!clerk) ++off_the_wall;
    }
  }
  EXPECT_EQ(cases, 1'000'000);
  EXPECT_GT(off_the_wall, 1'000) << "the edges of the calendar were hardly tried";
}

// Properties, on calendars, days and periods that rapidcheck makes up and shrinks.

struct Drawn {
  Calendar calendar;
  Date from;
  Period period;
  Direction direction;

  Result<Counted> end(int more = 0) const { return calendar.count(from, Period{period.count + more, period.unit}, direction); }
  bool after() const { return direction == Direction::after; }
};

Drawn drawn() {
  const Date first = engine_day({2025, 1, 1}), last = engine_day({2026, 12, 31});
  HolidayList list{"made-up", first, last, {}, {}, {}};
  for (const int offset : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 730))) list.days.push_back({first.plus_days(offset), "Closed"});
  const Unit unit = *rc::gen::element(Unit::calendar_days, Unit::working_days, Unit::weeks, Unit::months, Unit::hours);
  return {Calendar(list), first.plus_days(*rc::gen::inRange(0, 730)), Period{*rc::gen::inRange(1, 60), unit}, *rc::gen::element(Direction::after, Direction::before)};
}

RC_GTEST_PROP(Counting, a_longer_period_never_ends_nearer_to_its_anchor, ()) {
  const Drawn one = drawn();
  const auto shorter = one.end(), longer = one.end(1);
  RC_ASSERT(shorter.has_value() || !longer.has_value());
  if (longer) RC_ASSERT((one.after() ? shorter->limit <= longer->limit : shorter->limit >= longer->limit));
}

RC_GTEST_PROP(Counting, a_limit_is_never_before_its_anchor_when_counted_on_nor_after_it_when_counted_back, ()) {
  const Drawn one = drawn();
  const auto end = one.end();
  RC_PRE(end.has_value());
  RC_ASSERT((one.after() ? end->limit >= one.from : end->limit <= one.from));
}

RC_GTEST_PROP(Counting, the_latest_bookable_day_is_never_after_the_limit_and_nothing_is_open_between_them, ()) {
  const Drawn one = drawn();
  const auto end = one.end();
  RC_PRE(end.has_value());   // one by one: in one of them each part is read, whatever stands before it
  RC_PRE(end->latest_bookable.has_value());
  RC_PRE(one.period.unit != Unit::hours);
  RC_ASSERT(*end->latest_bookable <= end->limit);
  RC_ASSERT(one.calendar.is_working(*end->latest_bookable).value());
  for (Date day = end->latest_bookable->plus_days(1); day <= end->limit; day = day.plus_days(1)) RC_ASSERT(!one.calendar.is_working(day).value());
}

RC_GTEST_PROP(Counting, nothing_beyond_the_calendar_is_ever_answered, ()) {
  const Drawn one = drawn();
  if (const auto end = one.end()) RC_ASSERT(end->limit >= one.calendar.first() && end->limit <= one.calendar.last());
}

}  // namespace
}  // namespace confer::counting
