#include "procedure/decide.h"

#include <fmt/format.h>

#include <algorithm>

#include "casefile/condition.h"
#include "casefile/validate.h"
#include "procedure/explain.h"
#include "procedure/predicates.h"

namespace confer {
namespace {

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

/// What the procedure demands and the file does not hold.
std::vector<const Need*> unmet(const CaseFile& file, const Procedure& procedure, const RecordType& type, const Entry& draft) {
  std::vector<const Need*> out;
  for (const Need& need : type.needs) {
    if (!meets(draft.answers, need.when)) continue;
    const bool met = std::all_of(draft.about.begin(), draft.about.end(), [&](const PersonId& child) {
      if (!need.record.empty()) return on_file(file, need, draft, child);
      const auto predicate = predicate_named(need.predicate);
      CONFER_ASSERT(predicate);   // Procedure::from refuses any other
      return holds(*predicate, file, procedure, draft, child);
    });
    if (!met) out.push_back(&need);
  }
  return out;
}

/// What is said of a day past its limit, with whom to consult.
std::string past_its_limit(const Obligation& one, Date day, const Procedure& procedure) {
  const Role* authority = procedure.described().role(one.rule->departure_by);
  return fmt::format("{}: {} is past the limit, {}.{}", one.rule->what.en, day.written(), one.counted->limit.written(),
                     authority ? fmt::format(" Consult the {} and record the departure with its reason.", authority->title.en)
                               : " Record the departure with its reason.");
}

/// Days that an entry sets or reports and that lie past their limit, and days it sets on which nobody works.
std::vector<Concern> concerns_about_days(const CaseFile& after, const Procedure& procedure, const Entry& entry, Date today) {
  std::vector<Concern> out;
  for (const Obligation& one : obligations(after, procedure, std::max(today, entry.happened_on().value_or(today)))) {
    const bool sets = one.planned_by == entry.id, late = one.state == Obligation::State::met_late && one.met_by == entry.id;
    const std::string& source = one.rule->cites.source;
    if (late) out.push_back({past_its_limit(one, *one.met_on, procedure), source, {entry.id, one.anchor}});
    else if (sets && one.counted && !one.reference && *one.planned_on > one.counted->limit) out.push_back({past_its_limit(one, *one.planned_on, procedure), source, {entry.id, one.anchor}, one.rule->id});
    if (!sets) continue;
    const auto worked = procedure.calendar().is_working(*one.planned_on);
    if (worked && !*worked) out.push_back({fmt::format("{}: {} is not a working day.", one.rule->what.en, one.planned_on->written()), source, {entry.id}});
    else if (const std::string why = procedure.calendar().why_not_booked(*one.planned_on); !why.empty())
      out.push_back({fmt::format("{}: nothing is booked on {}: {}.", one.rule->what.en, one.planned_on->written(), why), source, {entry.id}});
  }
  return out;
}

}  // namespace

tl::expected<Decided, std::vector<Problem>> decide(const CaseFile& file, const Procedure& procedure, Entry draft, Date today) {
  CaseFile after = file;
  return decide_onto(after, procedure, std::move(draft), today, Concerns::told);
}

tl::expected<Decided, std::vector<Problem>> decide_onto(CaseFile& file, const Procedure& procedure, Entry draft, Date today, Concerns concerns) {
  std::vector<Problem> found = problems(procedure.described(), file, draft, today);
  if (!found.empty()) return tl::unexpected(std::move(found));
  const RecordType& type = *procedure.described().record(draft.type);
  Decided decided;
  for (const Need* need : unmet(file, procedure, type, draft)) {
    if (type.kind == RecordType::Kind::act) found.push_back({need->otherwise.en, need->beside, need->cites.source, Problem::Kind::conflict});
    else decided.concerns.push_back({need->otherwise.en, need->cites.source, {draft.id}});
  }
  if (!found.empty()) return tl::unexpected(std::move(found));
  draft.edition = procedure.described().edition;
  file.evolve(draft);
  if (concerns == Concerns::told)
    for (Concern& concern : concerns_about_days(file, procedure, draft, today)) decided.concerns.push_back(std::move(concern));
  decided.entries.push_back(std::move(draft));
  return decided;
}

}  // namespace confer
