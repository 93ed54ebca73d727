#include "procedure/decide.h"

#include <fmt/format.h>

#include <algorithm>

#include "casefile/condition.h"
#include "casefile/validate.h"
#include "procedure/obligations.h"
#include "procedure/quorum.h"

namespace confer {
namespace {

bool tied(const CaseFile& file, const Entry& draft, const Entry& other, std::string_view question) {
  const std::string_view left = draft.answers.text(question), right = other.answers.text(question);
  return left == right || (file.find(EntryId{std::string(left)}) && file.root(left) == file.root(right));
}

/// Whether the file holds what a need names, for one of the children the draft is about.
bool on_file(const CaseFile& file, const Need& need, const Entry& draft, const PersonId& child) {
  const auto standing = file.standing(need.record);
  return std::any_of(standing.begin(), standing.end(), [&](const Entry* entry) {
    const bool same = std::all_of(need.same.begin(), need.same.end(), [&](const std::string& what) {
      return what == "child" ? entry->is_about(child) : tied(file, draft, *entry, what);
    });
    return same && meets(entry->answers, need.where);
  });
}

/// Predicates that needs may name, each with the rule of the catalogue that it carries out.
bool holds(std::string_view predicate, const CaseFile& file, const Procedure& procedure, const Entry& draft, const PersonId& child) {
  const EntryId conference{std::string(draft.answers.text("conference"))};
  if (predicate == "quorate") {   // QUO-01 to QUO-05
    const auto state = quorum(file, procedure, conference, child).state;
    return state == QuorumFinding::State::quorate || state == QuorumFinding::State::proceeds;
  }
  if (predicate == "not_decided_here") {   // DEC-18
    const auto decisions = file.standing("decision");
    return std::none_of(decisions.begin(), decisions.end(), [&](const Entry* entry) {
      return entry->is_about(child) && tied(file, draft, *entry, "conference") && file.root(entry->id) != file.root(draft.corrects);
    });
  }
  if (predicate == "consented") return draft.answers.yes_no("consent").value_or(false);   // NOPLAN-03
  mistake("every predicate that a procedure names is known", __FILE__, __LINE__);
}

/// What the procedure demands and the file does not hold.
std::vector<const Need*> unmet(const CaseFile& file, const Procedure& procedure, const RecordType& type, const Entry& draft) {
  std::vector<const Need*> out;
  for (const Need& need : type.needs) {
    if (!meets(draft.answers, need.when)) continue;
    const bool met = std::all_of(draft.about.begin(), draft.about.end(), [&](const PersonId& child) {
      return need.record.empty() ? holds(need.predicate, file, procedure, draft, child) : on_file(file, need, draft, child);
    });
    if (!met) out.push_back(&need);
  }
  return out;
}

/// Days that the draft sets in advance and that lie past their limit, or on a day that nobody works.
void planned_too_late(const CaseFile& after, const Procedure& procedure, const Entry& entry, Date today, std::vector<Concern>& concerns) {
  for (const Obligation& one : obligations(after, procedure, today)) {
    const auto& planners = one.rule->planned_by;
    const bool ours = std::any_of(planners.begin(), planners.end(), [&](const Selector& selector) { return selector.record == entry.type; });
    if (!ours || !one.planned_on || !one.counted) continue;
    if (std::none_of(one.about.begin(), one.about.end(), [&](const PersonId& child) { return entry.is_about(child); })) continue;
    if (*one.planned_on > one.counted->limit) {
      const Role* authority = procedure.described().role(one.rule->departure_by);
      concerns.push_back({fmt::format("{}: {} is past the limit, {}.{}", one.rule->what.en, one.planned_on->written(), one.counted->limit.written(),
                                      authority ? fmt::format(" Consult the {} and record the departure with its reason.", authority->title.en)
                                                : " Record the departure with its reason."),
                          one.rule->cites.source, {entry.id, one.anchor}});
    }
    const auto worked = procedure.calendar().is_working(*one.planned_on);
    if (worked && !*worked)
      concerns.push_back({fmt::format("{}: {} is not a working day.", one.rule->what.en, one.planned_on->written()), one.rule->cites.source, {entry.id}});
  }
}

}  // namespace

tl::expected<Decided, std::vector<Problem>> decide(const CaseFile& file, const Procedure& procedure, Entry draft, Date today) {
  std::vector<Problem> found = problems(procedure.described(), file, draft, today);
  if (!found.empty()) return tl::unexpected(std::move(found));
  const RecordType& type = *procedure.described().record(draft.type);
  Decided decided;
  for (const Need* need : unmet(file, procedure, type, draft)) {
    if (type.kind == RecordType::Kind::act) found.push_back({need->otherwise.en, {}, need->cites.source, Problem::Kind::conflict});
    else decided.concerns.push_back({need->otherwise.en, need->cites.source, {draft.id}});
  }
  if (!found.empty()) return tl::unexpected(std::move(found));
  draft.edition = procedure.described().edition;
  CaseFile after = file;
  after.evolve(draft);
  planned_too_late(after, procedure, draft, today, decided.concerns);
  decided.entries.push_back(std::move(draft));
  return decided;
}

}  // namespace confer
