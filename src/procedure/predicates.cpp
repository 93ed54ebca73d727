#include "procedure/predicates.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "procedure/quorum.h"
#include "procedure/views.h"

namespace confer {
namespace {

constexpr std::array known = {std::pair{std::string_view("quorate"), Predicate::quorate},
                              std::pair{std::string_view("first_of_its_kind_here"), Predicate::first_of_its_kind_here},
                              std::pair{std::string_view("all_children_decided"), Predicate::all_children_decided},
                              std::pair{std::string_view("consented"), Predicate::consented},
                              std::pair{std::string_view("line_corrected"), Predicate::line_corrected},
                              std::pair{std::string_view("may_answer_line"), Predicate::may_answer_line},
                              std::pair{std::string_view("override_as_views_say"), Predicate::override_as_views_say},
                              std::pair{std::string_view("report_says_something"), Predicate::report_says_something},
                              std::pair{std::string_view("in_own_name"), Predicate::in_own_name},
                              std::pair{std::string_view("missing_contact_irrelevant"), Predicate::missing_contact_irrelevant}};

bool quorate(const CaseFile& file, const Procedure& procedure, const Entry& draft, const PersonId& child) {
  return may_decide(quorum(file, procedure, EntryId{std::string(draft.answers.text("conference"))}, child).state);
}

bool first_of_its_kind_here(const CaseFile& file, const Entry& draft, const PersonId& child) {
  const auto alike = file.standing(draft.type);
  return std::none_of(alike.begin(), alike.end(), [&](const Entry* entry) {
    return entry->is_about(child) && tied(file, draft, *entry, "conference") && file.root(entry->id) != file.root(draft.corrects);
  });
}

bool all_children_decided(const CaseFile& file, const Procedure& procedure, const Entry& draft) {
  const Entry* conference = file.current(EntryId{std::string(draft.answers.text("conference"))});
  if (!conference) return false;
  return std::all_of(conference->about.begin(), conference->about.end(), [&](const PersonId& child) {
    for (const std::string_view type : {"decision", "review"})
      for (const Entry* entry : file.standing(type))
        if (entry->is_about(child) && tied(file, draft, *entry, "conference")) return true;
    return quorum(file, procedure, conference->id, child).state == QuorumFinding::State::postponed;
  });
}

/// Whether a decision makes a plan, or one of a review keeps it.
bool makes_or_keeps_a_plan(const Entry& draft) { return draft.answers.text("outcome") == "plan" || draft.answers.text("outcome") == "continues"; }

bool override_as_views_say(const CaseFile& file, const Procedure& procedure, const Entry& draft, const PersonId& child) {
  const bool said = draft.answers.yes_no("overrides_majority").value_or(false), makes_a_plan = makes_or_keeps_a_plan(draft);
  switch (views(file, procedure, EntryId{std::string(draft.answers.text("conference"))}, child).result) {
    case ViewsFinding::Result::needed: return said == !makes_a_plan;
    case ViewsFinding::Result::not_needed: return said == makes_a_plan;
    case ViewsFinding::Result::divided: return !said;
    case ViewsFinding::Result::none: return true;
  }
  mistake("every result is answered", __FILE__, __LINE__);
}

/// Whom an entry speaks for: the person it names in "whose", or the one it is about; empty where it is about several.
PersonId speaks_for(const Entry& entry) {
  if (entry.answers.has("whose")) return PersonId{std::string(entry.answers.text("whose"))};
  return entry.about.size() == 1 ? entry.about.front() : PersonId{};
}

/// The challenge that an answer answers, as it was first put on file; null when there is none.
const Entry* challenge_of(const CaseFile& file, const Entry& answer) { return file.find(file.root(answer.answers.text("challenge"))); }

bool line_corrected(const CaseFile& file, const Entry& draft) {
  const Entry* challenge = challenge_of(file, draft);
  const Entry* line = challenge ? file.current(EntryId{std::string(challenge->answers.text("statement"))}) : nullptr;
  return line && !line->corrects.empty() && line->recorded > challenge->recorded;
}

bool may_answer_line(const CaseFile& file, const Procedure& procedure, const Entry& draft) {
  const Role* role = procedure.described().role(draft.role);
  if (role && role->standing == "staff") return true;
  const Entry* challenge = challenge_of(file, draft);
  const Entry* line = challenge ? file.find(EntryId{std::string(challenge->answers.text("statement"))}) : nullptr;
  if (line && (line->by == draft.by || line->answers.text("whose") == draft.by.value)) return true;
  const auto answers = file.standing("challenge_answer");
  return std::any_of(answers.begin(), answers.end(), [&](const Entry* one) { return tied(file, *one, draft, "challenge") && one->answers.text("passed_to") == draft.by.value; });
}

/// Practitioners may write down what somebody said; nobody of the family writes in another's name, or over another's words.
bool in_own_name(const CaseFile& file, const Procedure& procedure, const Entry& draft) {
  const Role* role = procedure.described().role(draft.role);
  if (!role || role->standing != "family") return role != nullptr;
  const Entry* corrected = draft.corrects.empty() ? nullptr : file.find(draft.corrects);
  return speaks_for(draft) == draft.by && (!corrected || speaks_for(*corrected) == draft.by);
}

bool report_says_something(const CaseFile& file, const Entry& draft) {
  const EntryId report = draft.corrects.empty() ? draft.id : file.root(draft.corrects);
  const auto statements = file.standing("statement");
  return std::any_of(statements.begin(), statements.end(), [&](const Entry* one) { return file.root(one->answers.text("report")) == report; });
}

}  // namespace

std::optional<Predicate> predicate_named(std::string_view name) noexcept {
  for (const auto& [word, predicate] : known)
    if (word == name) return predicate;
  return std::nullopt;
}

std::string predicate_names() {
  std::string out;
  for (const auto& [word, predicate] : known) out += fmt::format("{}\"{}\"", out.empty() ? "" : ", ", word);
  return out;
}

bool holds(Predicate predicate, const CaseFile& file, const Procedure& procedure, const Entry& draft, const PersonId& child) {
  switch (predicate) {
    case Predicate::quorate: return quorate(file, procedure, draft, child);
    case Predicate::first_of_its_kind_here: return first_of_its_kind_here(file, draft, child);
    case Predicate::line_corrected: return line_corrected(file, draft);
    case Predicate::may_answer_line: return may_answer_line(file, procedure, draft);
    case Predicate::override_as_views_say: return override_as_views_say(file, procedure, draft, child);
    case Predicate::report_says_something: return report_says_something(file, draft);
    case Predicate::in_own_name: return in_own_name(file, procedure, draft);
    case Predicate::all_children_decided: return all_children_decided(file, procedure, draft);
    case Predicate::missing_contact_irrelevant: return !draft.answers.yes_no("contact_relevant").value_or(false);
    case Predicate::consented: return draft.answers.yes_no("consent").value_or(false);
  }
  mistake("every predicate is answered", __FILE__, __LINE__);
}

bool tied(const CaseFile& file, const Entry& left, const Entry& right, std::string_view question) {
  const std::string_view one = left.answers.text(question), other = right.answers.text(question);
  return file.are_one(one, other);
}

}  // namespace confer
