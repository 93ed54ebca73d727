#pragma once
// Puts what the files of one procedure describe beside what it inherits. Used by load.cpp alone.
#include "catalogue/check_names.h"
#include "catalogue/readings.h"

namespace confer {

/// Adds what one file describes. An id that a parent or another file has already is an error: nothing is overridden in silence.
class Adder {
 public:
  /// What is wrong with a table as it stands goes to `unread`; what is wrong with it beside what else is described, to `errors`.
  Adder(Described& into, std::vector<LoadError>& unread, std::vector<LoadError>& errors)
      : into_(into), inherited_limits_(into.time_limits.size()), inherited_quorums_(into.quorums.size()), unread_(unread), errors_(errors) {
    for (const auto& [name, all] : into.wordings) inherited_wordings_.emplace(name, all.size());
  }

  /// Adds what the table of one file describes.
  void add(const toml::table& table, const std::string& path);
  /// Adds to the documents, once every file was read: one of the procedure's own may stand in a file that comes later.
  void add_to_documents();

  /// The terms that these files hold, and where.
  [[nodiscard]] const std::vector<PlacedTerm>& terms() const& noexcept { return terms_; }
  const std::vector<PlacedTerm>& terms() const&& = delete;

 private:
  void add_holidays(HolidayList list);
  void add_closure(ClosureDay closure);
  /// A time limit may stand several times, once for each stretch in which it was in force.
  void add_time_limit(TimeLimit limit);
  void give_way_to(const TimeLimit& limit);
  void add_to_limit(const readings::Addition& addition);
  /// One of a procedure's own stands before those that it inherits; beside each other its own may stand for different times alone.
  void add_quorum(Quorum quorum);
  void add_roles(TableReader& reader);
  /// One of a procedure's own stands before those that it inherits; beside each other its own may stand for different times alone.
  void add_wording(const std::string& name, Wording wording);
  template <class T>
  void add_all(TableReader& reader, std::string_view key, std::vector<T>& to, T (*read)(TableReader&));

  Described& into_;
  std::size_t inherited_limits_;
  std::size_t inherited_quorums_;
  std::map<std::string, std::size_t, std::less<>> inherited_wordings_;
  std::vector<LoadError>& unread_;
  std::vector<LoadError>& errors_;
  std::vector<PlacedTerm> terms_;
  std::vector<readings::DocumentAddition> additions_;
};

}  // namespace confer
