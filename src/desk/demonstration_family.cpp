#include "desk/demonstration_family.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "desk/demonstration_course.h"
#include "desk/invention.h"

namespace confer {
namespace {

struct Child {
  PersonId id;
  std::string first_name;
  Date born;
  bool unborn = false;
};

struct Adult {
  PersonId id;
  std::string_view relation;
};

/// A practitioner who knows some of the children.
struct Contact {
  const Colleague* who;
  std::string_view agency;
  std::vector<PersonId> children;
  Phrase worry;
};

/// One family's file as it is told. Days come in order; what would be filed from today on is left out.
class Story {
 public:
  Story(const Procedure& procedure, const Team& team, Date today, std::uint64_t seed, std::uint64_t number)
      : procedure_(procedure), team_(team), today_(today), number_(number), draw_(seed, number), reckoner_(procedure) {}

  std::vector<Entry> tell() {
    course_ = draw_course(draw_, reckoner_, today_);
    cast();
    open();
    enquire();
    if (course_.conference) prepare(*course_.conference);
    if (course_.conference) confer_on(*course_.conference);
    for (std::size_t i = 0; i < course_.reviews.size(); ++i) review(course_.reviews[i], course_.stage == Stage::ended && i + 1 == course_.reviews.size());
    return std::move(out_);
  }

 private:
  using People = std::vector<PersonId>;

  const Colleague& one_of(std::string_view role) { return draw_.pick(std::span<const Colleague>(team_.in(role))); }

  static json::array ids(const People& people) {
    json::array out;
    for (const PersonId& one : people) out.emplace_back(one.value);
    return out;
  }

  /// Puts one entry on file on a day, minutes after the one before; nothing from today on.
  EntryId put(Date day, std::string_view type, const Colleague& by, People about, json::object answers, Happened happened = {}) {
    constexpr std::int64_t between_entries = 95'000'000;
    EntryId id{draw_.id()};
    if (day >= today_) return id;
    Entry entry;
    entry.id = id;
    entry.type = type;
    entry.about = std::move(about);
    entry.happened = happened;
    entry.recorded = std::max(london_instant(day, morning, 5), Instant{last_.microseconds + between_entries});
    entry.by = by.id;
    entry.role = by.role;
    entry.answers = Answers(std::move(answers));
    if (std::holds_alternative<Instant>(happened)) entry.happened = entry.recorded;
    last_ = entry.recorded;
    out_.push_back(std::move(entry));
    return id;
  }

  /// The same for what happened on that day.
  EntryId note(Date day, std::string_view type, const Colleague& by, People about, json::object answers) {
    return put(day, type, by, std::move(about), std::move(answers), day);
  }

  // Who there is -------------------------------------------------------------------------------------------------------------------------

  void cast() {
    const auto& workers = team_.in("social_worker");
    const auto& managers = team_.in("team_manager");
    const std::size_t whose = number_ % workers.size();
    worker_ = &workers[whose];
    manager_ = &managers[whose % managers.size()];
    chair_ = &one_of("chair");
    administrator_ = &one_of("conference_administrator");
    const int many = draw_.between(1, 100);
    const int count = many <= 42 ? 1 : many <= 74 ? 2 : many <= 90 ? 3 : many <= 97 ? 4 : 5;
    const NameStock& stock = draw_stock(draw_);
    surname_ = draw_.pick(stock.surnames);
    for (int i = 0; i < count; ++i) add_child(stock, i + 1 == count);
    adults_.push_back({PersonId{draw_.id()}, "mother"});
    if (draw_.in_hundred(78)) adults_.push_back({PersonId{draw_.id()}, "father"});
    if (draw_.in_hundred(14)) adults_.push_back({PersonId{draw_.id()}, "partner"});
    stock_ = &stock;
    find_contacts();
  }

  void add_child(const NameStock& stock, bool youngest) {
    constexpr std::int32_t oldest = 6'200, newborn = 30;
    Child child{PersonId{draw_.id()}, {}, course_.strategy.plus_days(-draw_.between(newborn, oldest)), false};
    const bool expecting = youngest && draw_.in_hundred(9);
    child.unborn = expecting && course_.strategy.plus_days(newborn) >= today_;
    const auto taken = [&](std::string_view name) { return std::any_of(children_.begin(), children_.end(), [&](const Child& one) { return one.first_name == name; }); };
    do child.first_name = child.unborn ? "Unborn" : std::string(draw_.pick(draw_.in_hundred(50) ? stock.girls : stock.boys));
    while (taken(child.first_name));
    if (child.unborn) child.born = today_.plus_days(draw_.between(newborn, newborn * 4));
    children_.push_back(std::move(child));
  }

  void find_contacts() {
    People all, small, at_school, unborn;
    for (const Child& child : children_) {
      all.push_back(child.id);
      (child.unborn ? unborn : is_small(child) ? small : at_school).push_back(child.id);
    }
    contacts_.push_back({worker_, "childrens_social_care", all, Phrase::home_worry});
    if (!at_school.empty()) contacts_.push_back({&one_of("school_safeguarding_lead"), "school", at_school, Phrase::school_worry});
    if (!small.empty()) contacts_.push_back({&one_of("health_visitor"), "health", small, Phrase::health_worry});
    if (!unborn.empty()) contacts_.push_back({&one_of("midwife"), "health", unborn, Phrase::health_worry});
    contacts_.push_back({&one_of("police_officer"), "police", all, Phrase::police_worry});
    if (draw_.in_hundred(60)) contacts_.push_back({&one_of("general_practitioner"), "general_practice", all, Phrase::health_worry});
  }

  [[nodiscard]] People all_children() const {
    People out;
    for (const Child& child : children_) out.push_back(child.id);
    return out;
  }

  [[nodiscard]] const Child& child(const PersonId& id) const {
    return *std::find_if(children_.begin(), children_.end(), [&](const Child& one) { return one.id == id; });
  }

  /// A sentence about the eldest.
  std::string say(Phrase about) {
    return say(about, std::min_element(children_.begin(), children_.end(), [](const Child& left, const Child& right) { return left.born < right.born; })->id);
  }

  /// A sentence that fits a child's age.
  std::string say(Phrase about, const PersonId& id) {
    const Child& one = child(id);
    if (one.unborn) return draw_phrase(draw_, fit_for_unborn(about), "the baby");
    return draw_phrase(draw_, is_small(one) ? fit_for_small(about) : about, one.first_name);
  }

  [[nodiscard]] bool is_small(const Child& one) const { return one.unborn || age_on(one.born, course_.strategy) < school_age; }

  // From opening to the enquiry's end ------------------------------------------------------------------------------------------------------

  void open() {
    constexpr std::uint64_t first_reference = 20'000;
    const Date day = course_.strategy;
    put(day, "family_file", *worker_, {}, {{"authority", procedure_.described().id}, {"procedure", procedure_.described().id},
                                           {"reference", fmt::format("RMB-{}", first_reference + number_)}});
    for (const Colleague* one : {worker_, manager_}) introduce(day, *one);
    for (const Child& one : children_) {
      json::object answers{{"name", fmt::format("{} {}", one.first_name, surname_)}, {"kind", "child"}};
      answers[one.unborn ? "expected" : "born"] = one.born.iso();
      put(day, "person", *worker_, {one.id}, std::move(answers));
    }
    for (const Adult& adult : adults_) add_adult(day, adult);
    People home = all_children();
    home.push_back(adults_.front().id);
    const Date lived_from = day.plus_days(-draw_.between(90, 2'000));
    put(day, "lives_at", *worker_, std::move(home), {{"address", draw_address(draw_)}, {"kind", "home"}}, lived_from);
    put(day, "involvement", *worker_, all_children(), {{"person", worker_->id.value}, {"agency", "childrens_social_care"}, {"direct_contact", true}});
    put(day, "involvement", *worker_, all_children(), {{"person", manager_->id.value}, {"agency", "childrens_social_care"}, {"direct_contact", false}});
  }

  void introduce(Date day, const Colleague& one) {
    put(day, "person", *worker_, {one.id}, {{"name", one.name}, {"kind", "practitioner"}, {"role", one.role}, {"organisation", one.workplace}});
  }

  void add_adult(Date day, const Adult& adult) {
    constexpr std::int32_t youngest = 7'800, oldest = 15'500;
    const bool woman = adult.relation == "mother";
    const auto first = draw_.pick(woman ? stock_->girls : stock_->boys);
    const std::string last(adult.relation == "mother" || draw_.in_hundred(55) ? surname_ : draw_.pick(stock_->surnames));
    put(day, "person", *worker_, {adult.id}, {{"name", fmt::format("{} {}", first, last)}, {"kind", "adult"}, {"born", day.plus_days(-draw_.between(youngest, oldest)).iso()}});
    put(day, "relationship", *worker_, all_children(), {{"person", adult.id.value}, {"relation", adult.relation}, {"parental_responsibility", adult.relation != "partner"}});
  }

  void enquire() {
    const Date day = course_.strategy;
    json::array agencies;
    for (std::size_t i = 1; i < contacts_.size(); ++i) {
      introduce(day, *contacts_[i].who);
      put(day, "involvement", *worker_, contacts_[i].children, {{"person", contacts_[i].who->id.value}, {"agency", contacts_[i].agency}, {"direct_contact", true}});
      agencies.emplace_back(contacts_[i].agency);
    }
    std::sort(agencies.begin(), agencies.end(), [](const json::value& left, const json::value& right) { return left.get_string() < right.get_string(); });
    agencies.erase(std::unique(agencies.begin(), agencies.end()), agencies.end());
    agencies.emplace_back("childrens_social_care");
    note(day, "strategy_discussion", *manager_, all_children(), {{"began_enquiry", true}, {"agencies", std::move(agencies)}, {"concerns", say(Phrase::concern)}});
    if (!course_.enquiry_ended) return;
    const bool needed = course_.stage != Stage::no_conference;
    note(*course_.enquiry_ended, "section_47_enquiry", *worker_, all_children(),
         {{"started", day.iso()}, {"outcome", needed ? "conference" : "no_conference"}, {"reasons", say(needed ? Phrase::enquiry_reason : Phrase::no_conference_reason)}});
  }

  // The conference -------------------------------------------------------------------------------------------------------------------------

  EntryId call(Date called, Date held, std::string_view kind) {
    const std::string starts = london_instant(held, draw_.between(9, 14), 30).iso();
    const EntryId id = put(called, "conference", *administrator_, all_children(),
                           {{"kind", kind}, {"starts", starts}, {"place", fmt::format("Room {}, Fennel House, Rotherham", draw_.between(1, 6))},
                            {"parts", json::array{"open_part", "professionals_part"}}, {"chair", chair_->id.value}, {"administrator", administrator_->id.value}});
    for (const Contact& contact : contacts_) invite(called, id, contact.who->id, "practitioner", contact.children, true);
    for (const Adult& adult : adults_)
      if (adult.relation != "partner") invite(called, id, adult.id, "family", all_children(), false);
    return id;
  }

  void invite(Date day, const EntryId& conference, const PersonId& person, std::string_view as, const People& about, bool works) {
    json::object answers{{"conference", conference.value}, {"person", person.value}, {"as", as},
                         {"parts", works ? json::array{"open_part", "professionals_part"} : json::array{"open_part"}}};
    if (works) answers["report_wanted"] = true;
    put(day, "invitation", *administrator_, about, std::move(answers));
  }

  void prepare(Date conference_on) {
    for (const Colleague* one : {chair_, administrator_}) introduce(*course_.called, *one);
    conference_ = call(*course_.called, conference_on, "initial");
    make_ready(reckoner_.worked_on(*course_.called, 1), conference_on);
    std::vector<std::pair<Date, const Contact*>> order;
    for (const Contact& contact : contacts_)
      if (draw_.in_hundred(96)) order.emplace_back(std::max(reckoner_.worked_on(*course_.called, 1), reckoner_.worked_on(conference_on, -draw_.between(3, 5))), &contact);
    std::stable_sort(order.begin(), order.end(), [](const auto& left, const auto& right) { return left.first < right.first; });
    for (const auto& [day, contact] : order)
      if (day < conference_on) report(day, conference_, *contact);
    depart(conference_on);
  }

  /// The family is told what will happen, the older children's part is settled, and the chair meets the parents.
  void make_ready(Date day, Date conference_on) {
    if (draw_.in_hundred(85)) note(day, "family_prepared", *worker_, all_children(), {{"conference", conference_.value}, {"person", adults_.front().id.value}});
    for (const Child& one : children_)
      if (!is_small(one) && draw_.in_hundred(85))
        put(day, "childs_part", *worker_, {one.id}, {{"conference", conference_.value}, {"way", json::array{"advocate"}}, {"wants_to_come", false}, {"advocate_offered", true}}, day);
    if (draw_.in_hundred(70)) note(reckoner_.worked_on(conference_on, -1), "chair_met_family", *chair_, all_children(), {{"conference", conference_.value}, {"person", adults_.front().id.value}});
  }

  /// Most who call a conference too late say why; some forget, as people do.
  void depart(Date conference_on) {
    constexpr std::array reasons = {
        std::string_view("A parent was in hospital and asked to be there. The conference was put off until the day after they came home."),
        std::string_view("The interpreter who had been booked fell ill, and no other could be found within the limit."),
        std::string_view("Two agencies that know the children best could not come in time, and the conference would not have been quorate."),
        std::string_view("Further allegations came in the last days, and the enquiry was not complete when the conference was to be called."),
    };
    if (conference_on <= reckoner_.limit_from("initial_conference", course_.strategy) || !draw_.in_hundred(75)) return;
    note(reckoner_.worked(conference_on.plus_days(-1)), "departure", *worker_, all_children(),
         {{"time_limit", "initial_conference"}, {"consulted", manager_->id.value}, {"reason", draw_.pick(std::span<const std::string_view>(reasons))},
          {"protection_meanwhile", "The children stay with relatives whom we have seen, and are visited twice a week."}});
  }

  void report(Date day, const EntryId& conference, const Contact& contact) {
    constexpr std::array opinions = {std::string_view("likely"), std::string_view("likely"), std::string_view("unsure"), std::string_view("not_likely")};
    for (const PersonId& about : contact.children) {
      if (contact.who != worker_ && about != contact.children.front()) break;
      const EntryId id = note(day, "report", *contact.who, {about},
                              {{"conference", conference.value}, {"threshold_opinion", draw_.pick(std::span<const std::string_view>(opinions))}, {"safe_to_share", true}});
      state(day, conference, contact, about, id, contact.worry, "worries");
      if (draw_.in_hundred(60)) state(day, conference, contact, about, id, Phrase::strength, "strengths");
      if (contact.who != worker_) {
        note(day, "report_shared", *worker_, {about}, {{"conference", conference.value}, {"report", id.value}, {"person", adults_.front().id.value}});
        continue;
      }
      if (!is_small(child(about))) state(day, conference, contact, about, id, Phrase::child_view, "views");
      if (draw_.in_hundred(90))
        note(day, "report_shared", *worker_, {about}, {{"conference", conference.value}, {"report", id.value}, {"person", adults_.front().id.value}});
    }
  }

  void state(Date day, const EntryId& conference, const Contact& contact, const PersonId& about, const EntryId& report, Phrase what, std::string_view heading) {
    const std::string_view kind = what == Phrase::child_view ? "hearsay" : draw_.in_hundred(65) ? "fact" : "observation";
    note(day, "statement", *contact.who, {about}, {{"conference", conference.value}, {"report", report.value}, {"words", say(what, about)}, {"kind", kind},
                                                   {"whose", contact.who->id.value}, {"heading", heading}, {"audience", "report"}});
  }

  /// Says who came; gives back the children one of whose agencies is missing, for whom the chair has to decide.
  People attend(Date day, const EntryId& conference) {
    People alone;
    const auto came = [&](const PersonId& person, std::string_view as, const People& about, bool here, bool works) {
      json::object answers{{"conference", conference.value}, {"person", person.value}, {"as", as}, {"how", here ? "in_person" : "apologies"}};
      if (here) answers["parts"] = works ? json::array{"open_part", "professionals_part"} : json::array{"open_part"};
      note(day, "attendance", *administrator_, about, std::move(answers));
    };
    for (const Contact& contact : contacts_) {
      const bool here = contact.who == worker_ || draw_.in_hundred(92);
      came(contact.who->id, "practitioner", contact.children, here, true);
      for (const PersonId& one : contact.children)
        if (!here && std::find(alone.begin(), alone.end(), one) == alone.end()) alone.push_back(one);
    }
    for (const Adult& adult : adults_)
      if (adult.relation != "partner") came(adult.id, "family", all_children(), draw_.in_hundred(75), false);
    return alone;
  }

  void confer_on(Date day) {
    if (day >= today_) return;
    if (People alone = attend(day, conference_); !alone.empty())
      note(day, "quorum_decision", *chair_, std::move(alone),
           {{"conference", conference_.value}, {"proceeds", true}, {"reason", "Who is missing sent a full report, and waiting would leave the children without a decision."}});
    for (const Child& one : children_) plan(day, one);
    const Date core_group = reckoner_.worked_on(day, draw_.between(6, 10));
    const Date review_on = reckoner_.worked(reckoner_.limit_from("first_review", day).plus_days(-draw_.between(1, 16)));
    for (const Child& one : children_) decide_for(day, one, core_group, review_on);
    send_outline(day, conference_);
    if (course_.stage != Stage::helped) meet(core_group);
    send_record(day, conference_);
    if (course_.stage != Stage::on_plan) return;
    for (Date next = after(core_group); next < review_on; next = after(next)) meet(next);
    call(reckoner_.worked(review_on.plus_days(-draw_.between(12, 19))), review_on, "review");
  }

  /// The day of the core group after this one.
  Date after(Date core_group) { return reckoner_.worked(core_group.plus_days(draw_.between(27, 42))); }

  void plan(Date day, const Child& one) {
    note(day, "outline_plan", *administrator_, {one.id}, {{"conference", conference_.value}, {"change_needed", say(Phrase::change, one.id)}, {"contingency", say(Phrase::contingency, one.id)}});
    for (int i = draw_.between(2, 3); i > 0; --i) {
      const bool family = draw_.in_hundred(30);
      const PersonId who = family ? adults_.front().id : contacts_[static_cast<std::size_t>(draw_.between(0, static_cast<int>(contacts_.size()) - 1))].who->id;
      put(day, "plan_action", *administrator_, {one.id},
          {{"conference", conference_.value}, {"who", who.value}, {"what", say(Phrase::action, one.id)}, {"by", day.plus_days(draw_.between(5, 40)).iso()}, {"how_we_will_know", say(Phrase::success, one.id)}});
    }
  }

  void decide_for(Date day, const Child& one, Date core_group, Date review_on) {
    constexpr std::array categories = {std::string_view("neglect"), std::string_view("neglect"), std::string_view("neglect"), std::string_view("emotional"), std::string_view("emotional"),
                                       std::string_view("emotional"), std::string_view("physical"), std::string_view("sexual")};
    json::object answers{{"conference", conference_.value}};
    if (course_.stage == Stage::helped) {
      answers["outcome"] = "child_in_need";
      answers["consent"] = true;
      answers["reasons"] = say(Phrase::help_reason, one.id);
    } else {
      People group{worker_->id, adults_.front().id};
      for (const Contact& contact : contacts_)
        if (contact.who != worker_) group.push_back(contact.who->id);
      if (category_.empty()) category_ = draw_.pick(std::span<const std::string_view>(categories));
      answers["outcome"] = "plan";
      answers["category"] = category_;
      answers["reasons"] = say(Phrase::decision_reason, one.id);
      answers["lead_social_worker"] = worker_->id.value;
      answers["core_group"] = ids(group);
      answers["core_group_meets"] = core_group.iso();
      answers["review_on"] = review_on.iso();
    }
    put(day, "decision", *chair_, {one.id}, std::move(answers), Instant{});
  }

  /// The outline plan the day after, as a rule, and somebody sits down with the mother.
  void send_outline(Date held, const EntryId& conference) {
    send_copies(reckoner_.worked_on(held, draw_.in_hundred(90) ? 1 : draw_.between(2, 5)), conference, "outline_plan");
    if (draw_.in_hundred(85)) note(reckoner_.worked_on(held, draw_.between(1, 4)), "outcome_explained", *worker_, all_children(), {{"conference", conference.value}, {"person", adults_.front().id.value}});
  }

  void send_record(Date held, const EntryId& conference) {
    const Date limit = reckoner_.limit_from("record_sent", held);
    const bool late = draw_.in_hundred(15);
    const int late_by = draw_.between(1, 9), early_by = draw_.between(0, 8);
    send_copies(late ? reckoner_.worked_on(limit, late_by) : reckoner_.worked(limit.plus_days(-early_by)), conference, "record");
  }

  void send_copies(Date day, const EntryId& conference, std::string_view document) {
    const auto copy = [&](const PersonId& to, std::string_view how, const People& about) {
      note(day, "copy_sent", *administrator_, about, {{"conference", conference.value}, {"document", document}, {"person", to.value}, {"how", how}});
    };
    for (const Contact& contact : contacts_) copy(contact.who->id, "in_confer", contact.children);
    for (const Adult& adult : adults_)
      if (adult.relation != "partner") copy(adult.id, "by_post", all_children());
  }

  // Afterwards -----------------------------------------------------------------------------------------------------------------------------

  void meet(Date day) {
    note(day, "core_group_meeting", *worker_, all_children(), {{"place", "Fennel House, Rotherham"}, {"notes", say(Phrase::core_group)}});
  }

  void review(Date day, bool ends) {
    meet(std::max(reckoner_.worked(day.plus_days(-draw_.between(20, 35))), london_day(last_)));
    const EntryId conference = call(std::max(reckoner_.worked(day.plus_days(-draw_.between(12, 19))), london_day(last_)), day, "review");
    const Date reported = reckoner_.worked_on(day, -draw_.between(3, 5));
    for (const Contact& contact : contacts_) report(reported, conference, contact);
    attend(day, conference);
    for (const Child& one : children_)
      note(day, "review", *chair_, {one.id}, {{"conference", conference.value}, {"outcome", ends ? "ends" : "continues"}, {"reasons", say(ends ? Phrase::review_ends : Phrase::review_continues, one.id)}});
    if (ends) end_plans(day);
    send_outline(day, conference);
    send_record(day, conference);
  }

  void end_plans(Date day) {
    const bool agreed = draw_.in_hundred(75);
    for (const Child& one : children_) {
      json::object answers{{"reason", say(Phrase::review_ends, one.id)}, {"followed_by", agreed ? "child_in_need" : "none"}};
      if (agreed) answers["consent"] = "The parents agreed at the review.";
      note(day, "plan_ended", *chair_, {one.id}, std::move(answers));
    }
  }

  static constexpr int morning = 9, school_age = 4;

  const Procedure& procedure_;
  const Team& team_;
  Date today_;
  std::uint64_t number_;
  Invention draw_;
  Reckoner reckoner_;
  Course course_;
  const Colleague *worker_ = nullptr, *manager_ = nullptr, *chair_ = nullptr, *administrator_ = nullptr;
  const NameStock* stock_ = nullptr;
  std::string surname_, category_;
  std::vector<Child> children_;
  std::vector<Adult> adults_;
  std::vector<Contact> contacts_;
  EntryId conference_;
  Instant last_;
  std::vector<Entry> out_;
};

}  // namespace

std::vector<Entry> invent_family(const Procedure& procedure, const Team& team, Date today, std::uint64_t seed, std::uint64_t number) {
  return Story(procedure, team, today, seed, number).tell();
}

}  // namespace confer
