#include "desk/demonstration_course.h"

#include <array>

namespace confer {
namespace {

/// How many of a hundred files stand at a stage.
struct Share {
  Stage stage;
  int in_hundred;
};

constexpr std::array shares = {Share{Stage::enquiry, 9},  Share{Stage::no_conference, 5},   Share{Stage::to_be_called, 7}, Share{Stage::called, 12}, Share{Stage::decided, 4},
                               Share{Stage::on_plan, 33}, Share{Stage::review_overdue, 3}, Share{Stage::reviewed, 13},    Share{Stage::helped, 4},  Share{Stage::ended, 10}};
// About one initial conference in five is held late, as in the national figures.
constexpr int late_in_hundred = 20;

Stage draw_stage(Invention& draw) {
  int left = draw.between(1, 100);
  for (const Share& share : shares) {
    left -= share.in_hundred;
    if (left <= 0) return share.stage;
  }
  mistake("the shares make a hundred", __FILE__, __LINE__);
}

Date day_between(Invention& draw, Date first, Date last) { return first >= last ? first : first.plus_days(draw.between(0, last.days() - first.days())); }

Date earlier(Invention& draw, Date day, int least, int most) { return day.plus_days(-draw.between(least, most)); }

/// The strategy discussion that a conference on this day followed, in time or late.
Date strategy_before(Invention& draw, const Reckoner& reckoner, Date conference) {
  const Date latest_start = reckoner.limit_to("initial_conference", conference);
  return draw.in_hundred(late_in_hundred) ? reckoner.worked_on(latest_start, -draw.between(1, 6)) : reckoner.worked_on(latest_start, draw.between(0, 4));
}

void lead_up_to(Course& course, Invention& draw, const Reckoner& reckoner, Date conference) {
  course.conference = conference;
  course.strategy = strategy_before(draw, reckoner, conference);
  course.enquiry_ended = reckoner.worked_on(course.strategy, draw.between(3, 4));
  course.called = reckoner.worked_on(*course.enquiry_ended, 1);
}

/// Reviews until today, each somewhat before its limit.
void review(Course& course, Invention& draw, const Reckoner& reckoner, Date today, std::size_t most) {
  Date limit = reckoner.limit_from("first_review", *course.conference);
  while (course.reviews.size() < most && limit < today) {
    course.reviews.push_back(reckoner.worked(earlier(draw, limit, 1, 16)));
    limit = reckoner.limit_from("next_review", course.reviews.back());
  }
}

/// The day of the last initial conference for a stage that has had one.
Date conference_for(Stage stage, Invention& draw, const Reckoner& reckoner, Date today) {
  const Date review_limit = reckoner.limit_to("first_review", today);
  switch (stage) {
    case Stage::called: return reckoner.worked_on(today.plus_days(-1), draw.between(1, 5));
    case Stage::decided: return reckoner.worked_on(today, draw.in_hundred(60) ? -1 : -draw.between(2, 4));
    case Stage::on_plan: return reckoner.worked(day_between(draw, reckoner.worked_on(review_limit, 2), earlier(draw, today, 6, 8)));
    case Stage::review_overdue: return reckoner.worked(earlier(draw, review_limit, 2, 30));
    case Stage::reviewed: return reckoner.worked(earlier(draw, review_limit, 20, 240));
    case Stage::helped: return reckoner.worked(earlier(draw, today, 6, 150));
    case Stage::ended: return reckoner.worked(earlier(draw, review_limit, 30, 500));
    case Stage::enquiry:
    case Stage::no_conference:
    case Stage::to_be_called: break;
  }
  mistake("only a stage with a conference has its day", __FILE__, __LINE__);
}

}  // namespace

Date Reckoner::worked(Date day) const {
  while (!is_worked(day)) day = day.plus_days(-1);
  return day;
}

Date Reckoner::worked_on(Date day, int steps) const {
  const std::int32_t direction = steps < 0 ? -1 : 1;
  for (int left = std::abs(steps); left > 0;) {
    day = day.plus_days(direction);
    if (is_worked(day)) --left;
  }
  return day;
}

Date Reckoner::limit(std::string_view rule, Date day, Direction direction) const {
  constexpr std::int32_t plainly = 21;
  const TimeLimit* known = procedure_.described().time_limit(rule);
  if (known && known->limit)
    if (const auto counted = procedure_.calendar().count(day, *known->limit, direction)) return counted->limit;
  return day.plus_days(direction == Direction::after ? plainly : -plainly);
}

Course draw_course(Invention& draw, const Reckoner& reckoner, Date today) {
  Course course;
  course.stage = draw_stage(draw);
  switch (course.stage) {
    case Stage::enquiry: course.strategy = reckoner.worked_on(today, -draw.between(1, 6)); return course;
    case Stage::no_conference:
      course.strategy = reckoner.worked(earlier(draw, today, 14, 70));
      course.enquiry_ended = reckoner.worked_on(course.strategy, draw.between(3, 6));
      return course;
    case Stage::to_be_called:
      course.strategy = draw.in_hundred(late_in_hundred) ? reckoner.worked_on(reckoner.limit_to("initial_conference", today), -draw.between(1, 8))
                                                         : reckoner.worked_on(today, -draw.between(7, 12));
      course.enquiry_ended = reckoner.worked_on(course.strategy, draw.between(3, 5));
      return course;
    case Stage::called:
    case Stage::decided:
    case Stage::on_plan:
    case Stage::review_overdue:
    case Stage::helped: lead_up_to(course, draw, reckoner, conference_for(course.stage, draw, reckoner, today)); return course;
    case Stage::reviewed:
      lead_up_to(course, draw, reckoner, conference_for(course.stage, draw, reckoner, today));
      review(course, draw, reckoner, today, 4);
      return course;
    case Stage::ended:
      lead_up_to(course, draw, reckoner, conference_for(course.stage, draw, reckoner, today));
      review(course, draw, reckoner, today, static_cast<std::size_t>(draw.between(1, 3)));
      return course;
  }
  mistake("every stage has its course", __FILE__, __LINE__);
}

}  // namespace confer
