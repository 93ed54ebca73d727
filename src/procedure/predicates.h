#pragma once
// What a need of a procedure may ask for beyond a record on file: the predicates by name, each with the rules of the catalogue it carries out.
#include <optional>
#include <string>
#include <string_view>

#include "casefile/case_file.h"

namespace confer {

class Procedure;

/// What a need may ask for by name.
enum class Predicate {
  quorate,            ///< The conference is quorate for the child, or its chair decided to go ahead. QUO-01 to QUO-05.
  first_of_its_kind_here,   ///< Nothing of the draft's kind stands for the child at this conference yet, save what the draft corrects. DEC-18.
  all_children_decided,   ///< The conference has decided for each of its children, or its chair that it does not go ahead for them. DEC-18.
  consented,          ///< The draft says that the parents or carers agreed. NOPLAN-03.
  line_corrected,     ///< The line that a challenge is about was corrected after it was challenged. REP-31.
  may_answer_line,    ///< Whoever answers a challenge wrote its line, is of the authority's own staff, or was asked to look into it. FAM-28.
  override_as_views_say,   ///< The draft says that it goes against the majority just where it does, by the views on file. VETO-02, VETO-03.
  report_says_something,   ///< The report that the draft hands in holds a statement at least. REP-31.
  missing_contact_irrelevant,   ///< The draft does not say that the child's contact with an agency that is missing is relevant. QUO-03, QUO-04.
  in_own_name,        ///< Whoever writes as family writes for themselves: "whose" names them, or it is about them alone. FAM-28, CHILD-09.
};

/// The predicate of this name; empty when there is none.
[[nodiscard]] std::optional<Predicate> predicate_named(std::string_view name) noexcept;

/// The names a procedure may use, for messages, each in quotes.
[[nodiscard]] std::string predicate_names();

/// Whether it holds for one child, were the draft put on file.
[[nodiscard]] bool holds(Predicate predicate, const CaseFile& file, const Procedure& procedure, const Entry& draft, const PersonId& child);

/// Whether two entries answer a question with the same thing; a correction is the same thing as what it corrects.
[[nodiscard]] bool tied(const CaseFile& file, const Entry& left, const Entry& right, std::string_view question);

}  // namespace confer
