#pragma once
// What an entry's answers read like: names from the view, titles of choices, days with their weekday. Nothing that the view does not
// hold becomes a word; an answer that cannot be said is empty.
#include <string>
#include <string_view>
#include <vector>

#include "access/view.h"
#include "catalogue/described.h"

namespace confer::document {

/// One view, and the procedure in whose words it is told. Both must outlive it.
class Telling {
 public:
  Telling(const FileView& view, const Described& procedure) : view_(view), procedure_(procedure) {}

  /// The answer to a question, or "about", "author" or "happened" of the entry itself; with ".role" behind it, what the person
  /// named is. Empty when there is none to see.
  [[nodiscard]] std::string answer(const ShownEntry& entry, std::string_view question) const;
  /// The name of whoever an answer names; empty when the reader may not know them.
  [[nodiscard]] std::string name(std::string_view person) const { return std::string(view_.name(person)); }
  /// What somebody is in the work or to the children: "Health visitor"; empty when the reader may not know it.
  [[nodiscard]] std::string role(std::string_view person) const;
  /// "Amy, Ben and Cai", of those whom the reader may know.
  [[nodiscard]] std::string names(const std::vector<PersonId>& people) const;

 private:
  [[nodiscard]] std::string written(const Question& question, const json::value& answer) const;

  const FileView& view_;
  const Described& procedure_;
};

/// "a, b and c"; empty pieces are passed over.
[[nodiscard]] std::string joined(const std::vector<std::string>& pieces);

/// Whether what the reader may see of an entry meets all of these. No predicate may be among them: procedures check so when they load.
[[nodiscard]] bool meets(const ShownEntry& entry, const std::vector<Condition>& conditions);

}  // namespace confer::document
