#pragma once
// A family's file as it was known at the end of a day, as time limits look at it: which entries a selector chooses is worked out once, however many ask.
#include <span>
#include <vector>

#include "casefile/case_file.h"
#include "procedure/procedure.h"

namespace confer {

/// An entry that a selector chooses, and the day that counts.
struct Item {
  const Entry* entry;
  Happened at;
  Date day;                ///< In London.
  std::size_t filed;       ///< Its place in the file.
  std::string_view tied;   ///< What its answer to the selector's `same` names: the first entry of that chain of corrections; empty where it names nothing.
};

/// An entry that names a person.
struct Naming {
  const Entry* entry;
  std::string_view person;   ///< Their id, as the entry has it.
  std::string_view tied;     ///< As an item's.
};

/// One file, judged by one procedure as at the end of a day. Lives no longer than the two.
class FileAsAt {
 public:
  FileAsAt(const CaseFile& file, const Procedure& procedure, Date day)
      : file_(file), procedure_(procedure), day_(day), end_(london_instant(day.plus_days(1), 0, 0)), children_(file.children()), choices_(procedure.choices()),
        departures_(known(departure_record)) {}

  [[nodiscard]] const CaseFile& file() const noexcept { return file_; }
  [[nodiscard]] const Procedure& procedure() const noexcept { return procedure_; }
  [[nodiscard]] Date day() const noexcept { return day_; }
  [[nodiscard]] std::span<const PersonOnFile* const> children() const noexcept { return children_; }
  /// The departures from time limits that were on file, in order of filing.
  [[nodiscard]] std::span<const Entry* const> departures() const& noexcept { return departures_; }
  std::span<const Entry* const> departures() const&& = delete;

  /// Whether an entry had become true by the end of the day: when it happened, else when it was put on file.
  [[nodiscard]] bool is_known(const Entry& entry) const;
  /// What a selector chooses, in order of the day that counts; what has no such day is left out. Lent for as long as this lives.
  [[nodiscard]] std::span<const Item> chosen(const Selector& selector);
  /// The entries that name people for each of whom another must exist, in order of filing; they need no day of their own. Lent likewise.
  [[nodiscard]] std::span<const Naming> naming(const Selector& every);

 private:
  static constexpr std::string_view departure_record = "departure";

  struct Choice {
    bool looked = false;
    std::vector<Item> items = {};
    std::vector<Naming> naming = {};
  };

  [[nodiscard]] std::vector<const Entry*> known(std::string_view record) const;
  void look(const Selector& selector, std::vector<Item>& into) const;
  [[nodiscard]] std::string_view tied(const Entry& entry, const Selector& selector) const;

  const CaseFile& file_;
  const Procedure& procedure_;
  Date day_;
  Instant end_;   // the first moment after the day in London
  std::vector<const PersonOnFile*> children_;
  std::vector<Choice> choices_;   // by the selector's number
  std::vector<const Entry*> departures_;
};

}  // namespace confer
