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

/// The first entry of the conference that an entry belongs to, or is; empty when none. Lent by the file.
[[nodiscard]] std::string_view conference_of(const CaseFile& file, const Entry& entry);

/// The day something was met or ended on; empty while it runs.
[[nodiscard]] std::optional<Date> ended_on(const Obligation& one);

/// A clock that runs for some children of a file.
class Clock {
 public:
  /// The first of `anchors`, never empty, says from when it is counted; whom it runs for is what `out` is about. They and the file outlive it.
  Clock(FileAsAt& at, std::span<const Anchor> anchors, Obligation& out);

  /// Works out what is due by this clock, all but its departures. To be asked once.
  void run();
  /// The first entry that ends it unmet, if it is not met by then; null when none does.
  [[nodiscard]] const Item* end();

 private:
  /// Since when an entry may count for a limit before a conference: a report may have been there already, and what ended an earlier plan ends nothing here.
  enum class Since { ever, the_call };
  /// When the anchor, or what it corrects, was put on file.
  struct Call {
    Instant at;
    Date day;
  };
  /// What the anchor itself answers to a question by which others are tied to it.
  struct Tie {
    std::string_view question, answer;
  };

  [[nodiscard]] bool runs_for(ChildGroup group) const;
  [[nodiscard]] bool is_born_while_it_runs() const;
  [[nodiscard]] Result<Counted> counted(const Happened& start, const Period& period, Direction direction) const;
  void count();
  [[nodiscard]] bool belongs(const Entry& entry, std::string_view tied, const Selector& selector);
  [[nodiscard]] bool belongs(const Item& item, const Selector& selector) { return belongs(*item.entry, item.tied, selector); }
  [[nodiscard]] std::string_view anchor_tied(std::string_view question);
  [[nodiscard]] std::span<const Item> since_start(const Selector& selector);
  [[nodiscard]] bool follows(const Item& item, const Selector& selector, Since since = Since::ever);
  [[nodiscard]] bool is_before_the_call(const Item& item);
  [[nodiscard]] const Item* first_following(const Selector& selector, Since since = Since::ever);
  void meet(const Selector& selector);
  void meet_by(std::span<const Item* const> meeting);
  [[nodiscard]] bool is_closed_by(const Item& item) const;
  [[nodiscard]] bool also_by(const Selector& selector, std::vector<const Item*>& into);
  [[nodiscard]] std::vector<const Item*> for_everyone(const Selector& selector);
  [[nodiscard]] const Entry* named_through(const Entry& entry, const Selector& selector) const;
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
  const bool per_reader_;
  const std::string_view first_;   // the anchor's id, or that of the first entry which it corrects
  std::optional<Call> call_;       // once it was asked for
  std::optional<Tie> tie_;         // the last that was asked for: the selectors of one limit mostly ask for the same
  Obligation& out_;
};

}  // namespace confer
