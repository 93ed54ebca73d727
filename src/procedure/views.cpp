#include "procedure/views.h"

#include <fmt/format.h>

#include <algorithm>

namespace confer {
namespace {

bool is_of(const CaseFile& file, const Entry& entry, const EntryId& conference, const PersonId& child) {
  return entry.is_about(child) && file.are_one(entry.answers.text("conference"), conference.value);
}

bool contains(const std::vector<std::string>& names, std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); }

/// Whether somebody's view counts, by as what they came and by their role; who came as nothing in particular counts by what the file says they are.
bool counts(const CaseFile& file, const DecisionRule& rule, const Entry& attendance) {
  const PersonOnFile* person = file.person(attendance.answers.text("person"));
  if (!person || !attendance.answers.has("parts") || attendance.answers.text("how") == "apologies") return false;
  const std::string_view as = attendance.answers.has("as") ? attendance.answers.text("as") : std::string_view(person->kind);
  return contains(rule.counts, as) && !contains(rule.without_roles, person->role);
}

/// What somebody thinks; the last word counts. Null where they were not asked.
const Entry* view_of(const CaseFile& file, const EntryId& conference, const PersonId& child, const PersonId& person) {
  const Entry* last = nullptr;
  for (const Entry* entry : file.standing("practitioner_view"))
    if (is_of(file, *entry, conference, child) && entry->answers.text("person") == person.value) last = entry;
  return last;
}

ViewsFinding::Result result_of(const ViewsFinding& finding) {
  if (finding.needed == 0 && finding.not_needed == 0) return ViewsFinding::Result::none;
  if (finding.needed == finding.not_needed) return ViewsFinding::Result::divided;
  return finding.needed > finding.not_needed ? ViewsFinding::Result::needed : ViewsFinding::Result::not_needed;
}

}  // namespace

ViewsFinding views(const CaseFile& file, const Procedure& procedure, const EntryId& conference, const PersonId& child) {
  ViewsFinding finding{child};
  const auto& rule = procedure.described().decision_rule;
  if (!rule) return finding;
  for (const Entry* entry : file.standing("attendance")) {
    if (!is_of(file, *entry, conference, child) || !counts(file, *rule, *entry)) continue;
    const PersonId person{std::string(entry->answers.text("person"))};
    if (std::find(finding.counted.begin(), finding.counted.end(), person) != finding.counted.end()) continue;
    finding.counted.push_back(person);
    finding.rests_on.push_back(entry->id);
    const Entry* view = view_of(file, conference, child, person);
    if (!view) {
      finding.waits.push_back(person);
      continue;
    }
    finding.rests_on.push_back(view->id);
    const std::string_view said = view->answers.text("view");
    ++(said == "needed" ? finding.needed : said == "not_needed" ? finding.not_needed : finding.silent);
  }
  finding.result = result_of(finding);
  return finding;
}

std::string in_words(const ViewsFinding& finding) {
  const int gave = finding.needed + finding.not_needed;
  if (gave == 0) return finding.waits.empty() ? "No practitioner here has given a view." : "The practitioners here have not been asked yet.";
  const bool at_one = finding.needed == 0 || finding.not_needed == 0;
  std::string out = at_one ? fmt::format("{} who gave a view {} that {} is needed.", gave == 1 ? "The one" : fmt::format("All {}", gave), gave == 1 ? "says" : "say", finding.needed > 0 ? "a plan" : "no plan")
                           : fmt::format("Of the {} who gave a view, {} {} that a plan is needed and {} that none is.", gave, finding.needed, finding.needed == 1 ? "says" : "say", finding.not_needed);
  if (finding.silent > 0) out += fmt::format(" {} gave none.", finding.silent);
  if (!finding.waits.empty()) out += fmt::format(" {} {} not been asked yet.", finding.waits.size(), finding.waits.size() == 1 ? "has" : "have");
  return out;
}

std::string_view name(ViewsFinding::Result result) noexcept {
  switch (result) {
    case ViewsFinding::Result::none: return "none";
    case ViewsFinding::Result::needed: return "needed";
    case ViewsFinding::Result::not_needed: return "not_needed";
    case ViewsFinding::Result::divided: return "divided";
  }
  mistake("every result has a name", __FILE__, __LINE__);
}

}  // namespace confer
