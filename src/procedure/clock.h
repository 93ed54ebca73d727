#pragma once
// One clock of one time limit: what entries start it, when it runs out, what meets it, ends it or has it counted anew.
#include <span>
#include <vector>

#include "procedure/file_as_at.h"
#include "procedure/obligations.h"

namespace confer {

/// An entry that starts a clock, by the edition that counts for its day.
struct Anchor {
  const Entry* entry;
  const TimeLimit* rule;
  Happened start;
  Date day;   ///< In London.
};

/// The first entry of the conference that an entry belongs to, or is; empty when none.
[[nodiscard]] EntryId conference_of(const CaseFile& file, const Entry& entry);

/// The day something was met or ended on; empty while it runs.
[[nodiscard]] std::optional<Date> ended_on(const Obligation& one);

/// A clock that runs for some children of a file.
class Clock {
 public:
  /// The first of `anchors`, never empty, says from when it is counted; they and the file outlive it.
  Clock(FileAsAt& at, std::span<const Anchor> anchors, std::vector<PersonId> about);

  /// What is due by this clock, all but its departures. To be asked once.
  [[nodiscard]] Obligation run() &&;
  /// The first entry that ends it unmet, if it is not met by then; null when none does.
  [[nodiscard]] const Item* end();

 private:
  /// Since when an entry may count for a limit before a conference: a report may have been there already, and what ended an earlier plan ends nothing here.
  enum class Since { ever, the_call };

  [[nodiscard]] bool runs_for(ChildGroup group) const;
  [[nodiscard]] bool is_born_while_it_runs() const;
  [[nodiscard]] Result<Counted> counted(const Happened& start, const Period& period, Direction direction) const;
  void count();
  [[nodiscard]] bool belongs(const Entry& entry, const Selector& selector) const;
  [[nodiscard]] std::span<const Item> since_start(const Selector& selector);
  [[nodiscard]] bool follows(const Item& item, const Selector& selector, Since since = Since::ever);
  [[nodiscard]] bool is_before_the_call(const Item& item);
  [[nodiscard]] const Item* first_following(const Selector& selector, Since since = Since::ever);
  void meet(const Selector& selector);
  [[nodiscard]] bool is_closed_by(const Item& item) const;
  [[nodiscard]] const Item* theirs(const std::vector<const Item*>& all, const Selector& every, const Naming& one) const;
  [[nodiscard]] bool also_by(const std::vector<const Item*>& all, const Selector& selector, std::vector<const Item*>& into) const;
  [[nodiscard]] std::vector<const Item*> for_everyone(const Selector& selector);
  bool lapse(Date day);
  void change(const Becomes& becomes);
  void bring_forward(const Becomes& becomes);
  void birthday(const Becomes& becomes);
  bool recount(const Becomes& becomes, const Happened& start);
  [[nodiscard]] bool is_late() const;
  [[nodiscard]] Obligation::State state() const;
  void plan();
  void rest_on(const EntryId& entry);

  FileAsAt& at_;
  const CaseFile& file_;
  std::span<const Anchor> anchors_;
  const Entry& anchor_;
  const TimeLimit& rule_;
  std::optional<Date> called_on_;   // the day the anchor, or what it corrects, was put on file, once it was asked for
  Obligation out_;
};

}  // namespace confer
