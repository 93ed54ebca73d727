#include "procedure/quorum.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "procedure/phrases.h"

namespace confer {
namespace {

bool same_conference(const CaseFile& file, const Entry& entry, const EntryId& conference) {
  return file.are_one(entry.answers.text("conference"), conference.value);
}

/// People recorded as present in some part for this child; who sent apologies was in none.
std::set<PersonId> present(const CaseFile& file, const EntryId& conference, const PersonId& child, std::vector<EntryId>& rests_on) {
  std::set<PersonId> out;
  for (const Entry* entry : file.standing("attendance")) {
    if (!entry->is_about(child) || !same_conference(file, *entry, conference)) continue;
    if (!entry->answers.has("parts") || entry->answers.text("how") == "apologies") continue;
    out.insert(PersonId{std::string(entry->answers.text("person"))});
    rests_on.push_back(entry->id);
  }
  return out;
}

/// The day on which a conference sits; empty where the file does not say.
std::optional<Date> day_of(const CaseFile& file, const EntryId& conference) {
  const Entry* called = file.current(conference);
  const auto starts = Instant::parse(called ? called->answers.text("starts") : std::string_view{});
  return starts ? std::optional(london_day(*starts)) : std::nullopt;
}

/// Whether somebody had stopped working with the child before the conference sat; what ended afterwards counts as it was then.
bool had_ended(const CaseFile& file, const Entry& involvement, const EntryId& conference) {
  if (!involvement.answers.has("ended")) return false;
  const auto ended = involvement.answers.day("ended");
  const auto sits = day_of(file, conference);
  return !ended || !sits || *ended < *sits;
}

/// Who works or worked with a child: of each practitioner the last that was put on file, since an end may stand beside what it ends.
std::vector<const Entry*> last_words_on(const CaseFile& file, const PersonId& child) {
  std::vector<const Entry*> out;
  for (const Entry* entry : file.standing("involvement")) {
    if (!entry->is_about(child)) continue;
    std::erase_if(out, [&](const Entry* before) { return before->answers.text("person") == entry->answers.text("person"); });
    out.push_back(entry);
  }
  return out;
}

/// The chair's own decision for the child, if there is one; the last counts.
const Entry* decision_on_quorum(const CaseFile& file, const EntryId& conference, const PersonId& child) {
  const Entry* last = nullptr;
  for (const Entry* entry : file.standing("quorum_decision"))
    if (entry->is_about(child) && same_conference(file, *entry, conference)) last = entry;
  return last;
}

/// The quorum in force on the conference's day; of one that has no day yet, the last that was described.
const Quorum* rule_for(const CaseFile& file, const Described& described, const EntryId& conference) {
  if (const auto sits = day_of(file, conference)) return described.quorum(*sits);
  return described.quorums.empty() ? nullptr : &described.quorums.back();
}

std::string agency_title(std::string_view id, const Procedure& procedure) {
  for (const ListItem& item : procedure.described().list("agency"))
    if (item.id == id) return item.title.en;
  return std::string(id);
}

}  // namespace

QuorumFinding quorum(const CaseFile& file, const Procedure& procedure, const EntryId& conference, const PersonId& child) {
  QuorumFinding finding{child, QuorumFinding::State::chair_decides, {}, {}, {}};
  const std::set<PersonId> here = present(file, conference, child, finding.rests_on);
  std::set<std::string, std::less<>> in_contact, represented;
  for (const Entry* entry : last_words_on(file, child)) {
    if (had_ended(file, *entry, conference)) continue;
    const std::string agency(entry->answers.text("agency"));
    const bool direct = entry->answers.yes_no("direct_contact").value_or(false);
    if (direct) in_contact.insert(agency);
    if (direct && here.contains(PersonId{std::string(entry->answers.text("person"))})) represented.insert(agency);
    finding.rests_on.push_back(entry->id);
  }
  finding.present.assign(represented.begin(), represented.end());
  const Quorum* rule = rule_for(file, procedure.described(), conference);
  if (rule)
    std::stable_partition(finding.present.begin(), finding.present.end(), [&](const std::string& agency) { return agency == rule->agency; });
  std::set_difference(in_contact.begin(), in_contact.end(), represented.begin(), represented.end(), std::back_inserter(finding.missing));

  if (const Entry* decided = decision_on_quorum(file, conference, child)) {
    finding.state = decided->answers.yes_no("proceeds").value_or(false) ? QuorumFinding::State::proceeds : QuorumFinding::State::postponed;
    finding.rests_on.push_back(decided->id);
    return finding;
  }
  if (!rule) {
    finding.state = QuorumFinding::State::none_published;
    return finding;
  }
  const bool lead_here = represented.contains(rule->agency);
  const auto others = static_cast<int>(represented.size()) - (lead_here ? 1 : 0);
  if (lead_here && others >= rule->other_agencies && finding.missing.empty()) finding.state = QuorumFinding::State::quorate;
  return finding;
}

bool may_decide(QuorumFinding::State state) noexcept {
  switch (state) {
    case QuorumFinding::State::quorate:
    case QuorumFinding::State::none_published:
    case QuorumFinding::State::proceeds: return true;
    case QuorumFinding::State::chair_decides:
    case QuorumFinding::State::postponed: return false;
  }
  return false;
}

std::string in_words(const QuorumFinding& finding, const Procedure& procedure) {
  const auto listed = [&](const std::vector<std::string>& agencies) {
    std::string out;
    for (std::size_t i = 0; i < agencies.size(); ++i)
      out += (i == 0 ? "" : i + 1 == agencies.size() ? " and " : ", ") + agency_title(agencies[i], procedure);
    return out;
  };
  switch (finding.state) {
    case QuorumFinding::State::quorate: return "Quorate.";
    case QuorumFinding::State::proceeds: return "The chair decided to go ahead.";
    case QuorumFinding::State::postponed: return "Postponed by the chair.";
    case QuorumFinding::State::none_published: {
      const Phrases phrases(procedure.described(), Language::english);
      return phrases.say("quorum_none") + (finding.missing.empty() ? std::string{} : phrases.say("quorum_not_here", {{"agencies", listed(finding.missing)}}));
    }
    case QuorumFinding::State::chair_decides: break;
  }
  if (!finding.missing.empty()) return fmt::format("Not quorate: {} {} not here. The chair decides.", listed(finding.missing),
                                                   finding.missing.size() == 1 ? "works with this child and is" : "work with this child and are");
  return "Not quorate: too few agencies have dealt with this child directly. The chair decides.";
}

}  // namespace confer
