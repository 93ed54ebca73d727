#pragma once
// One procedure ready for use: what it describes, and its calendar. Built once at the start and never changed; a pure room.
#include "catalogue/load_error.h"
#include "procedure/calendar.h"

namespace confer {

/// Notes an error for each thing that a description lacks, or names and nothing carries out: bank holidays, predicates, the engine's own sentences.
void check_usable(const Described& described, std::vector<LoadError>& errors);

/// A procedure in force: what was described and the calendar it counts by.
class Procedure {
 public:
  /// The description must hold bank holidays, and its needs only predicates that are known; refused otherwise.
  [[nodiscard]] static Result<Procedure> from(Described described);

  /// The procedure as it speaks on a day: its terms and the titles of roles as they are said then. All else that changes has days of its own and is
  /// the same in each. What this is itself speaks as it will until further notice.
  [[nodiscard]] const Procedure& speaking_on(Date day) const& noexcept;
  const Procedure& speaking_on(Date day) const&& = delete;

  [[nodiscard]] const Described& described() const& noexcept { return described_; }
  const Described& described() const&& = delete;
  /// The time limits, each as its editions: places in `described().time_limits`, in order of description.
  [[nodiscard]] const std::vector<std::vector<std::size_t>>& editions() const& noexcept { return editions_; }
  const std::vector<std::vector<std::size_t>>& editions() const&& = delete;
  /// How many different choices the selectors of its time limits make.
  [[nodiscard]] std::size_t choices() const noexcept { return choices_; }
  [[nodiscard]] const Calendar& calendar() const& noexcept { return calendar_; }
  const Calendar& calendar() const&& = delete;

 private:
  explicit Procedure(Described described);

  Described described_;
  Calendar calendar_;
  std::vector<std::vector<std::size_t>> editions_;
  std::size_t choices_ = 0;
  std::vector<Date> turns_;         ///< The days from which it speaks otherwise, in order.
  std::vector<Procedure> spoken_;   ///< As it speaks before the first of these, and from each on; empty where nothing is ever called otherwise.
};

}  // namespace confer
