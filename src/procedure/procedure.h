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
};

}  // namespace confer
