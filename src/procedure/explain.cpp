// How an obligation says why: one sentence and a table for a person, one object for a program.
#include "procedure/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace confer {
namespace {

/// Says one obligation in one language.
class Teller {
 public:
  Teller(const Obligation& one, const CaseFile& file, const Procedure& procedure, Language language)
      : one_(one), rule_(*one.rule), file_(file), procedure_(procedure), say_(procedure.described(), language) {}

  [[nodiscard]] std::string sentence() const {
    if (one_.unknown) return *one_.unknown;
    if (!one_.counted) return without_a_number();
    const Change* recount = one_.recount();
    const Change* forward = brought_forward();
    std::string out = recount   ? say_.say("why_after", {{"period", say_.period(*recount->becomes->counts)}, {"anchor", change_words(*recount)}})
                      : forward ? say_.say("why_brought_forward", {{"by", change_words(*forward)}, {"day", without_it()}, {"period", say_.period(*rule_.limit)}, {"anchor", anchor()}})
                                : say_.say(rule_.before ? "why_before" : "why_after", {{"period", say_.period(*rule_.limit)}, {"anchor", anchor()}});
    out += holidays() + say_.say("why_stop");
    if (recount) out += recounted(*recount);
    for (const Change& change : one_.changes)
      if (change.governs && !change.becomes->counts && !change.becomes->ends) out += " " + say_.in(change.becomes->says);
    const Counted& counted = *one_.counted;
    if (counted.latest_bookable && *counted.latest_bookable != counted.limit) {
      const auto worked = procedure_.calendar().is_working(counted.limit);
      const bool is_closed = worked && *worked;
      out += say_.say(is_booked() ? (is_closed ? "why_book_closed" : "why_book") : (is_closed ? "why_worked_closed" : "why_worked"), {{"limit", say_.day(counted.limit)}, {"day", say_.day(*counted.latest_bookable)}});
    }
    if (one_.strict) out += say_.say("why_strict", {{"day", say_.day(one_.strict->limit)}});
    if (one_.reference) out += say_.say("why_reference");
    return out + leaving() + what_became_of_it();
  }

  [[nodiscard]] std::vector<Reason> table() const {
    std::vector<Reason> out;
    const auto add = [&](std::string_view key, std::string value) {
      if (!value.empty()) out.push_back({std::string(key), say_.say(fmt::format("reason_{}", key)), std::move(value)});
    };
    const Change* recount = one_.recount();
    add("what", say_.in(rule_.what));
    add("by_when", by_when());
    if (one_.counted && one_.counted->latest_bookable && *one_.counted->latest_bookable != one_.counted->limit) add(is_booked() ? "book_by" : "worked_by", say_.day(*one_.counted->latest_bookable));
    if (one_.strict) add("strict", say_.say("reason_strict_value", {{"day", say_.day(one_.strict->limit)}, {"period", say_.period(*rule_.strict)}}));
    if (rule_.limit) add("period", say_.period(recount ? *recount->becomes->counts : *rule_.limit));
    add("counted_from", recount ? entry_words(recount->by, recount->on, {recount->becomes->on}) : counted_from());
    if (brought_forward()) add("otherwise", without_it());
    add("skipped", skipped());
    if (one_.reference) add("reference", say_.say("reason_reference_value"));
    const Citation& cites = recount ? recount->becomes->cites : rule_.cites;
    add("rule", rule_.id);
    add("source", source(cites));
    add("edition", edition(cites, rule_.in_force_from));
    add("owner", say_.in(procedure_.described().owner_title(rule_)));
    if (rule_.limit) add("departs", rule_.departure_by.empty() ? say_.say("reason_departs_nobody") : say_.say("reason_departs_value", {{"role", role(rule_.departure_by)}}));
    if (one_.planned_on && !one_.met_on) add("planned", say_.day(*one_.planned_on));
    if (one_.met_on) add("met_by", entry_words(one_.met_by, *one_.met_on, rule_.met_by));
    if (one_.met_on && one_.reference) add("took", between(one_.counted_from, *one_.met_on));
    if (one_.lapsed_on) add("lapsed", say_.day(*one_.lapsed_on));
    if (one_.state == Obligation::State::met_late) add("late", late());
    return out;
  }

  [[nodiscard]] std::vector<Beside> beside() const {
    std::vector<Beside> out;
    for (const Change& change : one_.changes) {
      if (!change.becomes->says.en.empty()) out.push_back({change.by, {"change", say_.say("reason_change"), with_its_source(*change.becomes)}});
      if (const std::string other = not_taken(change); !other.empty()) out.push_back({change.by, {"change", say_.say("reason_change"), other}});
    }
    for (const Departure& departure : one_.departures) out.push_back({departure.entry, {"departure", say_.say("reason_departure"), words(departure)}});
    return out;
  }

 private:
  [[nodiscard]] std::string without_a_number() const {
    const std::string from = anchor(), instead = say_.in(rule_.no_number);
    const std::string_view unset = instead.empty() ? "why_unset" : "why_unset_words", open = rule_.before ? "why_no_number_before" : "why_no_number";
    return upper_first(say_.say(rule_.unset ? unset : open, {{"words", instead}, {"anchor", from}})) + what_became_of_it();
  }

  /// Who may let it be left, while it binds and is not met; nothing where the source names nobody.
  [[nodiscard]] std::string leaving() const {
    if (rule_.departure_by.empty() || one_.reference || one_.met_on || one_.lapsed_on) return {};
    return say_.say(rule_.departure_records.empty() ? "why_leaving" : "why_leaving_on_record", {{"role", role(rule_.departure_by)}});
  }

  /// What met it, and how late; nothing while it is not met.
  [[nodiscard]] std::string what_became_of_it() const {
    if (!one_.met_on) return {};
    const std::string by = called(one_.met_by), day = say_.short_day(*one_.met_on);
    if (one_.reference) return say_.say("why_met_reference", {{"record", by}, {"day", day}, {"took", between(one_.counted_from, *one_.met_on)}});
    if (one_.state != Obligation::State::met_late) return say_.say("why_met", {{"record", by}, {"day", day}});
    return say_.say("why_met_late", {{"record", by}, {"day", day}, {"late", late()}});
  }

  /// Whether a day is set for it in advance, as for a conference or a meeting; a report or a letter is not booked.
  [[nodiscard]] bool is_booked() const { return !rule_.planned_by.empty(); }

  /// What an entry's record is called in a sentence.
  [[nodiscard]] std::string record(const EntryId& id) const {
    const Entry* entry = file_.find(id);
    const RecordType* type = entry ? procedure_.described().record(entry->type) : nullptr;
    return type ? say_.in(type->title) : say_.say("why_start");
  }

  /// The same within a sentence.
  [[nodiscard]] std::string called(const EntryId& id) const {
    const Entry* entry = file_.find(id);
    const RecordType* type = entry ? procedure_.described().record(entry->type) : nullptr;
    return type && !type->called.en.empty() ? say_.in(type->called) : lower_first(record(id));
  }

  /// What a day that an entry names within it is called: "agreement of both authorities"; empty for the day of the entry itself.
  [[nodiscard]] std::string called_within(const EntryId& id, Date day, const std::vector<Selector>& chosen_by) const {
    const Entry* entry = file_.find(id);
    const RecordType* type = entry ? procedure_.described().record(entry->type) : nullptr;
    for (const Selector& one : chosen_by) {
      const Question* question = type && one.record == entry->type ? type->question(one.day) : nullptr;
      if (question && !question->called.en.empty() && entry->answers.text(one.day) == day.iso()) return say_.in(question->called);
    }
    return {};
  }

  /// What the clock is counted from, within a sentence.
  [[nodiscard]] std::string start_called() const {
    if (std::string within = called_within(one_.anchor, one_.counted_from, rule_.anchors); !within.empty()) return within;
    return is_of_the_conference() ? say_.say("why_conference") : called(one_.anchor);
  }

  /// The same as a line of the table.
  [[nodiscard]] std::string counted_from() const {
    if (is_of_the_conference()) return say_.say("reason_entry", {{"record", upper_first(say_.say("why_conference"))}, {"day", say_.day(one_.counted_from)}});
    return entry_words(one_.anchor, one_.counted_from, rule_.anchors);
  }

  /// "the strategy discussion of 7 April", with the time where the limit is a moment.
  [[nodiscard]] std::string anchor() const {
    const std::string from = start_called();
    const Entry* entry = file_.find(one_.anchor);
    const Instant* at = entry ? std::get_if<Instant>(&entry->happened) : nullptr;
    if (!at || !one_.counted || !one_.counted->limit_at) return say_.say("why_anchor", {{"record", from}, {"day", say_.short_day(one_.counted_from)}});
    return say_.say("why_anchor_at", {{"record", from}, {"day", say_.short_day(one_.counted_from)}, {"time", london_time(*at)}});
  }

  /// Whether what all children of a conference share is counted from the day it was held, and not from something that came of it.
  [[nodiscard]] bool is_of_the_conference() const {
    if (rule_.per != "conference") return false;
    const Entry* conference = file_.current(one_.conference);
    if (!conference) return true;
    const auto starts = Instant::parse(conference->answers.text("starts"));
    return !starts || london_day(*starts) == one_.counted_from;
  }

  [[nodiscard]] std::string change_words(const Change& change) const {
    if (change.by.empty()) return say_.say("why_birthday");
    const std::string within = called_within(change.by, change.on, {change.becomes->on});
    return say_.say("why_anchor", {{"record", within.empty() ? called(change.by) : within}, {"day", say_.short_day(change.on)}});
  }

  /// What made a day that is named elsewhere the last one; null where nothing did.
  [[nodiscard]] const Change* brought_forward() const {
    const auto found = std::find_if(one_.changes.begin(), one_.changes.end(), [](const Change& change) { return change.governs && change.becomes->is_by_then(); });
    return found == one_.changes.end() ? nullptr : &*found;
  }

  /// The last day as it was before that.
  [[nodiscard]] std::string without_it() const {
    const auto before = procedure_.calendar().count(one_.counted_from, *rule_.limit, rule_.before ? Direction::before : Direction::after);
    return before ? say_.day(before->limit) : say_.say("reason_not_known");
  }

  /// A limit that a change would have counted anew and that does not hold, because the other comes sooner, or later; empty where it holds.
  [[nodiscard]] std::string not_taken(const Change& change) const {
    if (!change.becomes->counts || change.governs || !one_.counted) return {};
    const auto anew = procedure_.calendar().count(change.on, *change.becomes->counts, Direction::after);
    if (!anew || anew->limit == one_.counted->limit) return {};
    return say_.say("reason_not_taken", {{"period", say_.period(*change.becomes->counts)}, {"anchor", change_words(change)}, {"day", say_.day(anew->limit)},
                                         {"whichever", say_.say(one_.counted->limit < anew->limit ? "why_earlier" : "why_later")}});
  }

  [[nodiscard]] std::string recounted(const Change& change) const {
    const auto before = procedure_.calendar().count(one_.counted_from, *rule_.limit, Direction::after);
    if (!before) return {};
    const std::string day = say_.day(before->limit), period = say_.period(*rule_.limit), from = anchor();
    switch (change.becomes->whichever) {
      case Becomes::Whichever::instead: return say_.say("why_recounted_instead", {{"day", day}, {"period", period}, {"anchor", from}});
      case Becomes::Whichever::earlier: return say_.say("why_recounted", {{"whichever", say_.say("why_earlier")}, {"day", day}, {"period", period}, {"anchor", from}});
      case Becomes::Whichever::later: return say_.say("why_recounted", {{"whichever", say_.say("why_later")}, {"day", day}, {"period", period}, {"anchor", from}});
    }
    mistake("every choice of two limits is told", __FILE__, __LINE__);
  }

  /// "; 18 and 21 April are bank holidays", or nothing.
  [[nodiscard]] std::string holidays() const {
    std::vector<Date> days;
    for (const SkippedDay& day : one_.counted->skipped)
      if (day.is_bank_holiday) days.push_back(day.day);
    if (days.empty()) return {};
    return say_.say(days.size() == 1 ? "why_one_bank_holiday" : "why_bank_holidays", {{"days", say_.days(days)}});
  }

  [[nodiscard]] std::string by_when() const {
    if (one_.unknown) return say_.say("reason_not_known");
    if (!one_.counted) return say_.say("reason_open", {{"words", rule_.no_number.en.empty() ? say_.say("reason_not_known") : say_.in(rule_.no_number)}});
    const std::string day = say_.day(one_.counted->limit);
    return one_.counted->limit_at ? say_.say("reason_at", {{"day", day}, {"time", london_time(*one_.counted->limit_at)}}) : day;
  }

  [[nodiscard]] std::string entry_words(const EntryId& id, Date day, const std::vector<Selector>& chosen_by) const {
    const std::string of = id.empty() ? say_.say("why_birthday") : record(id), within = called_within(id, day, chosen_by);
    return within.empty() ? say_.say("reason_entry", {{"record", of}, {"day", say_.day(day)}}) : say_.say("reason_entry_within", {{"record", of}, {"day", say_.day(day)}, {"called", upper_first(within)}});
  }

  [[nodiscard]] std::string skipped() const {
    std::string out;
    if (!one_.counted) return out;
    for (const SkippedDay& day : one_.counted->skipped) {
      const std::string why = say_.why_not_booked(day.day, procedure_.calendar());
      out += (out.empty() ? "" : "; ") + say_.say("reason_skipped_day", {{"day", say_.short_day(day.day)}, {"why", why}});
    }
    return out;
  }

  [[nodiscard]] std::string source(const Citation& cites) const {
    const Source* source = procedure_.described().source(cites.source);
    if (!source) return cites.source;
    return cites.at.empty() ? source->title : say_.say("reason_source_at", {{"source", source->title}, {"at", cites.at}});
  }

  /// What a change says, and by which text, of which day: another than the time limit's, often.
  [[nodiscard]] std::string with_its_source(const Becomes& becomes) const {
    const std::string words = say_.in(becomes.says), of = edition(becomes.cites, std::nullopt);
    if (becomes.cites.source.empty()) return words;
    return say_.say(of.empty() ? "reason_change_by" : "reason_change_by_edition", {{"words", words}, {"source", source(becomes.cites)}, {"edition", of}});
  }

  /// A text's edition and the day from which it holds: its own, or that of the one rule taken from it.
  [[nodiscard]] std::string edition(const Citation& cites, const std::optional<Date>& rules_own) const {
    const Source* source = procedure_.described().source(cites.source);
    if (!source) return {};
    const auto from = rules_own ? rules_own : source->in_force_from;
    if (!from) return source->edition;
    return source->edition.empty() ? say_.say("reason_in_force_from", {{"day", say_.day(*from)}}) : say_.say("reason_edition_from", {{"edition", source->edition}, {"day", say_.day(*from)}});
  }

  [[nodiscard]] std::string role(const std::string& id) const {
    const Role* role = procedure_.described().role(id);
    return role ? say_.in(role->title) : id;
  }

  [[nodiscard]] std::string late() const {
    const Date limit = one_.counted->limit;
    return *one_.met_on == limit ? say_.say("reason_late_hours") : between(limit, *one_.met_on);
  }

  /// How long it is from one day to a later one, in days and in working days.
  [[nodiscard]] std::string between(Date from, Date to) const {
    const int working = procedure_.calendar().working_days_between(from, to);
    return say_.say("reason_late_days", {{"days", say_.period({to.days() - from.days(), Unit::calendar_days})}, {"working", say_.period({working, Unit::working_days})}});
  }

  [[nodiscard]] std::string words(const Departure& departure) const {
    const std::string day = say_.day(departure.on), authority = role(rule_.departure_by);
    if (!departure.lacking.empty()) return say_.say("reason_departure_lacking", {{"day", day}});
    if (!departure.by_right) return say_.say("reason_departure_other", {{"day", day}, {"role", authority}});
    return rule_.departure_by.empty() ? say_.say("reason_departure_nobody", {{"day", day}}) : say_.say("reason_departure_by_right", {{"day", day}, {"role", authority}});
  }

  const Obligation& one_;
  const TimeLimit& rule_;
  const CaseFile& file_;
  const Procedure& procedure_;
  Phrases say_;
};


json::array changes(const Obligation& one) {
  json::array out;
  for (const Change& change : one.changes)
    out.push_back(json::object{{"by", change.by.empty() ? json::value(nullptr) : json::value(change.by.value)}, {"on", change.on.iso()}, {"governs", change.governs},
                               {"says", change.becomes->says.en}, {"source", change.becomes->cites.source}});
  return out;
}

json::array departures(const Obligation& one) {
  json::array out;
  for (const Departure& departure : one.departures) {
    json::array lacking;
    for (const std::string& question : departure.lacking) lacking.emplace_back(question);
    out.push_back(json::object{{"entry", departure.entry.value}, {"on", departure.on.iso()}, {"consulted", departure.consulted.value}, {"by_right", departure.by_right},
                               {"lacking", std::move(lacking)}});
  }
  return out;
}

}  // namespace

std::string explanation(const Obligation& obligation, const CaseFile& file, const Procedure& procedure, Language language) {
  return Teller(obligation, file, procedure, language).sentence();
}

std::vector<Reason> reasons(const Obligation& obligation, const CaseFile& file, const Procedure& procedure, Language language) {
  return Teller(obligation, file, procedure, language).table();
}

std::vector<Beside> beside(const Obligation& obligation, const CaseFile& file, const Procedure& procedure, Language language) {
  return Teller(obligation, file, procedure, language).beside();
}

json::object write_obligation(const Obligation& obligation, const CaseFile& file, const Procedure& procedure) {
  const TimeLimit& rule = *obligation.rule;
  const Change* recount = obligation.recount();
  json::object out;
  out["what"] = rule.what.en;
  json::array about;
  for (const PersonId& child : obligation.about) about.emplace_back(child.value);
  out["about"] = std::move(about);
  out["limit"] = obligation.counted ? json::value(obligation.counted->limit.iso()) : json::value(nullptr);
  if (obligation.counted && obligation.counted->limit_at) out["limit_at"] = obligation.counted->limit_at->iso();
  if (obligation.strict) out["strict_limit"] = obligation.strict->limit.iso();
  out["latest_bookable"] = obligation.counted ? day_or_null(obligation.counted->latest_bookable) : json::value(nullptr);
  out["anchor"] = obligation.anchor.value;
  out["counted_from"] = (recount ? recount->on : obligation.counted_from).iso();
  out["counted"] = recount ? json::value(recount->becomes->counts->written()) : rule.limit ? json::value(rule.limit->written()) : json::value(nullptr);
  json::array skipped;
  if (obligation.counted)
    for (const SkippedDay& day : obligation.counted->skipped) skipped.push_back(json::object{{"day", day.day.iso()}, {"why", day.why}});
  out["skipped"] = std::move(skipped);
  out["rule"] = rule.id;
  out["source"] = rule.cites.source;
  if (!rule.cites.at.empty()) out["source_at"] = rule.cites.at;
  out["owner"] = rule.owner;
  if (!rule.departure_by.empty()) out["departure_by"] = rule.departure_by;
  if (!obligation.departures.empty()) out["departures"] = departures(obligation);
  if (!obligation.changes.empty()) out["changes"] = changes(obligation);
  if (obligation.reference) out["reference"] = true;
  if (rule.unset) out["unset"] = true;
  if (obligation.planned_on) out["planned_on"] = obligation.planned_on->iso();
  out["met_by"] = obligation.met_by.empty() ? json::value(nullptr) : json::value(obligation.met_by.value);
  out["met_on"] = day_or_null(obligation.met_on);
  if (obligation.lapsed_on) out["lapsed_on"] = obligation.lapsed_on->iso();
  out["state"] = name(obligation.state);
  out["why"] = explanation(obligation, file, procedure);
  return out;
}

}  // namespace confer
