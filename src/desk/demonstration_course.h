#pragma once
// When things happen to an invented family: days alone, so that files at every stage stand beside each other in a unit's proportions. Limits
// are the procedure's own.
#include <optional>
#include <string_view>
#include <vector>

#include "desk/invention.h"
#include "procedure/procedure.h"

namespace confer {

/// How far a family's file has come.
enum class Stage { enquiry, no_conference, to_be_called, called, decided, on_plan, review_overdue, reviewed, helped, ended };

/// The days of one family's course. Days from today on are plans: nothing stands on file for them yet.
struct Course {
  Stage stage = Stage::enquiry;
  Date strategy;
  std::optional<Date> enquiry_ended = {};
  std::optional<Date> called = {};
  std::optional<Date> conference = {};
  std::vector<Date> reviews = {};      ///< The plan ends at the last one when the stage is `ended`.
};

/// Counts days as a procedure does; where its calendar or its limits end, by a plain number of weeks.
class Reckoner {
 public:
  explicit Reckoner(const Procedure& procedure) : procedure_(procedure) {}

  /// Whether somebody works on this day.
  [[nodiscard]] bool is_worked(Date day) const { return procedure_.calendar().why_not_worked(day).empty(); }
  /// The day itself where worked, else the worked day before it.
  [[nodiscard]] Date worked(Date day) const;
  /// So many worked days later; earlier when negative.
  [[nodiscard]] Date worked_on(Date day, int steps) const;
  /// The last day of a time limit that runs from a day.
  [[nodiscard]] Date limit_from(std::string_view rule, Date day) const { return limit(rule, day, Direction::after); }
  /// The day from which a time limit ends on a day.
  [[nodiscard]] Date limit_to(std::string_view rule, Date day) const { return limit(rule, day, Direction::before); }

 private:
  [[nodiscard]] Date limit(std::string_view rule, Date day, Direction direction) const;

  const Procedure& procedure_;
};

/// Draws a family's course as at the start of a day.
[[nodiscard]] Course draw_course(Invention& draw, const Reckoner& reckoner, Date today);

}  // namespace confer
