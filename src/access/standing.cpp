#include "access/standing.h"

#include <algorithm>
#include <array>
#include <map>

namespace confer {
namespace {

constexpr std::array<std::string_view, 15> relations = {"any",        "self",           "self_among", "parent_of",   "parent_of_any", "works_with",
                                                        "works_with_any", "chairs",     "own_part_of", "addressed", "represents_parent_of", "protected_from", "introduced", "invited_for", "taken_off"};
constexpr std::array<std::string_view, 13> conditions = {"attended_part", "attended_any",      "same_part",         "invited", "shared_with",
                                                        "chair_gave_record", "chair_gave_common", "unprotected", "lives_with", "author", "family_of_all", "of_an_override", "of_anothers_unfinished_report"};

template <class Set>
bool any_of_about(const Entry& entry, const Set& set) {
  return std::any_of(entry.about.begin(), entry.about.end(), [&](const PersonId& id) { return set.contains(id); });
}

}  // namespace

bool is_relation(std::string_view name) noexcept { return std::find(relations.begin(), relations.end(), name) != relations.end(); }
bool is_condition(std::string_view name) noexcept { return std::find(conditions.begin(), conditions.end(), name) != conditions.end(); }
std::vector<std::string> relation_names() { return {relations.begin(), relations.end()}; }
std::vector<std::string> condition_names() { return {conditions.begin(), conditions.end()}; }

Standing::Standing(const CaseFile& file, const Described& procedure, const Reader& reader) : file_(file), reader_(reader) {
  for (const AccessLine& line : procedure.access) {
    const bool speaks = std::any_of(line.roles.begin(), line.roles.end(), [&](const std::string& role) { return role == "any" || role == reader.role; });
    if (speaks) (line.withholds ? withholds_ : gives_).push_back(&line);
  }
  gather_relations(procedure);
}

void Standing::gather_relations(const Described& procedure) {
  for (const Entry* entry : file_.standing())
    if (entry->by == reader_.person) wrote_about_.insert(entry->about.begin(), entry->about.end());
  const PersonOnFile* self = file_.person(reader_.person);
  introduced_ = self && self->role == reader_.role;
  gather_work();
  for (const Entry* entry : file_.standing("represents"))
    if (is_reader(entry->answers.text("person")) && !entry->about.empty()) represents_.insert(entry->about.front().value);
  // Parents, by the words of the procedure: whoever a line lets know of their own children. A father of one child may be a stranger to the next. Only the
  // eldest procedure can have such a line, so none further on makes anybody a parent by speaking of them.
  std::set<std::string, std::less<>> parents;
  for (const AccessLine& line : procedure.access)
    if (line.relation == "parent_of" && !line.withholds && std::find(line.classes.begin(), line.classes.end(), "identity") != line.classes.end())
      parents.insert(line.roles.begin(), line.roles.end());
  for (const Entry* entry : file_.standing("relationship")) {
    const std::string_view person = entry->answers.text("person"), relation = entry->answers.text("relation");
    if (is_reader(person)) family_of_.insert(entry->about.begin(), entry->about.end());
    if (!parents.contains(relation)) continue;
    if (is_reader(person) && relation == reader_.role) parent_of_.insert(entry->about.begin(), entry->about.end());
    if (represents_.contains(person)) represented_parent_of_.insert(entry->about.begin(), entry->about.end());
  }
  for (const Entry* entry : file_.standing("conference"))
    if (is_reader(entry->answers.text("chair"))) chairs_.insert(entry->about.begin(), entry->about.end());
  for (const Entry* entry : file_.standing("attendance")) {
    if (!acts_for(entry->answers.text("person"))) continue;
    for (const std::string_view part : entry->answers.list("parts")) {
      attended_.emplace(conference_of(*entry), part);
      attended_any_.insert(conference_of(*entry));
    }
  }
  for (const Entry* entry : file_.standing("invitation"))
    if (is_reader(entry->answers.text("person"))) {
      invited_.insert(conference_of(*entry));
      invited_for_.insert(entry->about.begin(), entry->about.end());
    }
  gather_household();
  for (const Entry* entry : file_.standing("protection")) {
    protected_.insert(entry->about.begin(), entry->about.end());
    for (const std::string_view person : entry->answers.list("from"))
      if (acts_for(person)) protected_from_.insert(entry->about.begin(), entry->about.end());
  }
  gather_plan_people();
}

/// With whom the reader lives: everybody's home is the last that the file says of them, by day; whoever moved on lives with those left behind no more.
void Standing::gather_household() {
  std::map<PersonId, const Entry*> home;
  for (const Entry* entry : file_.standing("lives_at"))
    for (const PersonId& person : entry->about)
      if (const Entry*& last = home[person]; !last || last->happened_on() <= entry->happened_on()) last = entry;
  const auto own = home.find(reader_.person);
  if (own == home.end()) return;
  for (const auto& [person, entry] : home)
    if (entry == own->second) lives_with_.insert(person);
}

/// Whom a plan that the reader sees makes known to them: who leads it, and where they belong to its core group, whoever else does. A child is known
/// by a child's own rules alone.
void Standing::gather_plan_people() {
  const auto add = [&](std::string_view person) {
    if (PersonId id{std::string(person)}; file_.person(id) && !file_.is_child(id)) plan_people_.insert(std::move(id));
  };
  for (const Entry* entry : file_.standing("lead_social_worker"))
    if (opens_for_any("plan", *entry)) add(entry->answers.text("person"));
  for (const Entry* entry : file_.standing("decision")) {
    if (!opens_for_any("plan", *entry)) continue;
    add(entry->answers.text("lead_social_worker"));
    const auto group = entry->answers.list("core_group");
    if (std::any_of(group.begin(), group.end(), [&](std::string_view one) { return is_reader(one); })) std::for_each(group.begin(), group.end(), add);
  }
}

bool Standing::opens_for_any(std::string_view access_class, const Entry& entry) const {
  return std::any_of(entry.about.begin(), entry.about.end(), [&](const PersonId& child) { return opens(child, access_class, entry); });
}

/// With whom the reader works, child by child: the last word of the file counts, so whoever was taken off stays off until it says otherwise.
void Standing::gather_work() {
  std::set<PersonId> leads;
  for (const Entry& entry : file_.entries()) {
    const bool is_named = is_reader(entry.answers.text("person"));
    if (entry.type == "involvement" && is_named) named_with_.insert(entry.about.begin(), entry.about.end());   // corrected or not
    if (entry.type == "person" && entry.by == reader_.person) introduced_by_reader_.insert(entry.about.begin(), entry.about.end());
  }
  for (const Entry* entry : file_.standing()) {
    const bool is_named = is_reader(entry->answers.text("person"));
    const bool works = entry->type == "involvement" && is_named && !entry->answers.has("ended"), ended = entry->type == "involvement" && is_named && !works;
    for (const PersonId& child : entry->about) {
      if (works) works_with_.insert(child);
      if (ended) works_with_.erase(child), leads.erase(child);
      if (entry->type == "lead_social_worker" && is_named) leads.insert(child);
      if (entry->type == "lead_social_worker" && !is_named) leads.erase(child);
    }
    ended_ = ended_ || ended;
  }
  works_with_.merge(leads);
  const Entry* first = file_.entries().empty() ? nullptr : &file_.entries().front();
  opened_ = first && first->type == "family_file" && first->by == reader_.person && first->role == reader_.role;
}

/// Whether the reader opened this file and nothing has said yet that they work with this child: until it does nobody may, and somebody has to say
/// who the family is. Once they are named with one child, that is so for the others whom they introduced; once their work has ended, for none.
bool Standing::is_opening(const PersonId& child) const {
  if (!opened_ || ended_) return false;
  return named_with_.empty() || (introduced_by_reader_.contains(child) && !named_with_.contains(child));
}

bool Standing::is_reader(std::string_view person) const noexcept { return person == reader_.person.value; }

bool Standing::is_adult(const PersonId& person) const {
  const PersonOnFile* known = file_.person(person);
  return known && known->kind == "adult";
}

bool Standing::acts_for(std::string_view person) const { return is_reader(person) || represents_.contains(person); }

EntryId Standing::conference_of(const Entry& entry) const {
  return file_.root(entry.type == "conference" ? std::string_view(entry.id.value) : entry.answers.text("conference"));
}

bool Standing::opens(const PersonId& person, std::string_view access_class, const Entry& entry) const {
  const auto holds = [&](const AccessLine* line) { return line_holds(*line, person, access_class, entry); };
  return !withholds(person, access_class, entry) && std::any_of(gives_.begin(), gives_.end(), holds);
}

bool Standing::withholds(const PersonId& person, std::string_view access_class, const Entry& entry) const {
  return std::any_of(withholds_.begin(), withholds_.end(), [&](const AccessLine* line) { return line_holds(*line, person, access_class, entry); });
}

bool Standing::opens_file(std::string_view access_class, const Entry& entry) const {
  const auto children = file_.children();
  if (children.empty()) return opens(PersonId{}, access_class, entry);   // a new file: whoever is opening it, and whose role sees every file
  return std::any_of(children.begin(), children.end(), [&](const PersonOnFile* child) { return opens(child->id, access_class, entry); });
}

bool Standing::knows(const PersonId& person) const {
  if (is_reader(person.value) || wrote_about_.contains(person)) return true;
  const PersonOnFile* known = file_.person(person);
  if (!known) return false;
  const Entry& introduction = file_.entries()[known->entry];
  if (known->kind == "child") return opens(person, "identity", introduction);
  const std::vector<PersonId> children = children_of(person);
  // A practitioner who is tied to no child in particular (the chair, the administrator) is known to whoever knows the file.
  if (children.empty()) return known->kind == "practitioner" ? opens_file("file", nobody_) : opens_file("conference_staff", nobody_);
  return std::any_of(children.begin(), children.end(), [&](const PersonId& child) { return opens(child, "identity", nobody_); });
}

bool Standing::knows_from_plan(const PersonId& person) const { return plan_people_.contains(person) || knows(person); }

std::vector<PersonId> Standing::children_of(const PersonId& person) const {
  std::vector<PersonId> out;
  for (const std::string_view type : {"relationship", "involvement"})
    for (const Entry* entry : file_.standing(type))
      if (entry->answers.text("person") == person.value) out.insert(out.end(), entry->about.begin(), entry->about.end());
  for (const Entry* entry : file_.standing("represents"))
    if (entry->answers.text("person") == person.value && !entry->about.empty() && entry->about.front() != person) {
      const auto theirs = children_of(entry->about.front());
      out.insert(out.end(), theirs.begin(), theirs.end());
    }
  return out;
}

bool Standing::line_holds(const AccessLine& line, const PersonId& child, std::string_view access_class, const Entry& entry) const {
  return std::find(line.classes.begin(), line.classes.end(), access_class) != line.classes.end() && relation_holds(line.relation, child, entry) &&
         std::all_of(line.needs.begin(), line.needs.end(), [&](const std::string& need) { return condition_holds(need, child, access_class, entry); });
}

bool Standing::relation_holds(std::string_view relation, const PersonId& child, const Entry& entry) const {
  if (relation == "any") return true;
  if (relation == "self") return child == reader_.person;
  if (relation == "self_among") return entry.is_about(reader_.person);
  if (relation == "parent_of") return parent_of_.contains(child);
  if (relation == "parent_of_any") return any_of_about(entry, parent_of_);
  if (relation == "works_with") return works_with_.contains(child) || is_opening(child);
  if (relation == "works_with_any") return is_opening(child) || works_with_.contains(child) || any_of_about(entry, works_with_);
  if (relation == "introduced") return introduced_;
  if (relation == "invited_for") return invited_for_.contains(child);
  if (relation == "chairs") return chairs_.contains(child);
  if (relation == "own_part_of") return acts_for(entry.answers.text("own_part_of"));
  if (relation == "taken_off") return ended_ && works_with_.empty();
  if (relation == "addressed") return is_reader(entry.answers.text("person"));
  if (relation == "represents_parent_of") return represented_parent_of_.contains(child);
  if (relation == "protected_from") return !protected_from_.empty() && !(entry.about.size() == 1 && acts_for(entry.about.front().value));
  mistake("every relation that an access line names is known", __FILE__, __LINE__);
}

bool Standing::attended(const Entry& entry, std::string_view part) const { return attended_.contains({conference_of(entry), std::string(part)}); }

bool Standing::chair_gave(std::string_view what, const Entry& entry) const {
  bool given = false;   // the last decision counts
  for (const Entry* decision : file_.standing("copy_decision"))
    if (is_reader(decision->answers.text("person")) && decision->answers.text("what") == what && conference_of(*decision) == conference_of(entry) &&
        std::all_of(entry.about.begin(), entry.about.end(), [&](const PersonId& child) { return decision->is_about(child); }))
      given = decision->answers.yes_no("gives").value_or(false);
  return given;
}

bool Standing::condition_holds(std::string_view condition, const PersonId& child, std::string_view access_class, const Entry& entry) const {
  if (condition == "attended_part") {
    // Plans belong to no part: whoever attended any has been there when they were made.
    const bool is_part = access_class == "open_part" || access_class == "professionals_part" || access_class == "own_part";
    return is_part ? attended(entry, access_class) : attended_any_.contains(conference_of(entry));
  }
  if (condition == "attended_any") return entry.answers.has("conference") ? attended_any_.contains(conference_of(entry)) : !attended_any_.empty();
  if (condition == "same_part") {
    const auto parts = entry.answers.list("parts");
    return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) { return attended(entry, part); });
  }
  if (condition == "invited") return invited_.contains(conference_of(entry));
  if (condition == "shared_with") {
    const EntryId report = file_.root(entry.type == "report" ? std::string_view(entry.id.value) : entry.answers.text("report"));
    const auto shared = file_.standing("report_shared");
    return std::any_of(shared.begin(), shared.end(), [&](const Entry* one) {
      return is_reader(one->answers.text("person")) && file_.root(one->answers.text("report")) == report;
    });
  }
  if (condition == "chair_gave_record") return chair_gave("record", entry);
  if (condition == "chair_gave_common") return chair_gave("common", entry);
  if (condition == "unprotected") return protected_.empty();
  // Living with a child tells nothing of where another adult lives.
  if (condition == "lives_with")
    return lives_with_.contains(child) && std::none_of(entry.about.begin(), entry.about.end(), [&](const PersonId& one) { return is_adult(one) && !lives_with_.contains(one); });
  if (condition == "family_of_all")
    return std::all_of(entry.about.begin(), entry.about.end(), [&](const PersonId& one) { return family_of_.contains(one); });
  if (condition == "of_an_override") {
    const std::string_view about = entry.answers.has("review") ? entry.answers.text("review") : entry.answers.text("decision");
    const Entry* decision = entry.type == "decision" || entry.type == "review" ? &entry : file_.current(EntryId{std::string(about)});
    return decision && decision->answers.yes_no("overrides_majority").value_or(false);
  }
  // What its writer has not handed in yet, and whatever stands in it.
  if (condition == "of_anothers_unfinished_report") {
    const Entry* report = entry.type == "report" ? &entry : file_.current(EntryId{std::string(entry.answers.text("report"))});
    return report && report->type == "report" && report->answers.yes_no("finished") == std::optional(false) && report->by != reader_.person;
  }
  if (condition == "author") return entry.by == reader_.person;
  mistake("every condition that an access line names is known", __FILE__, __LINE__);
}

}  // namespace confer
