#include "procedure/file_as_at.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>

#include "casefile/condition.h"
#include "procedure/testing.h"

namespace confer {
namespace {

using namespace for_tests;

/// Every selector of a procedure's time limits, those of the people for whom another must exist apart.
struct Selectors {
  std::vector<const Selector*> choosing = {}, naming = {};

  explicit Selectors(const Procedure& procedure) {
    for (const TimeLimit& rule : procedure.described().time_limits) {
      for (const auto* several : {&rule.anchors, &rule.met_by, &rule.lapses_by, &rule.planned_by})
        for (const Selector& one : *several) add(one);
      for (const Becomes& one : rule.becomes)
        if (one.at_age == 0) add(one.on);
    }
  }
  void add(const Selector& one) {
    choosing.push_back(&one);
    for (const Selector& every : one.every) naming.push_back(&every);
  }
};

/// Answers an entry as a condition asks, or half the time as it does not.
void answer_to(MadeEntry& made, const Condition& condition, const std::function<bool()>& toss) {
  for (const Condition& part : condition.parts) answer_to(made, part, toss);
  if (condition.kind != Condition::Kind::equals && condition.kind != Condition::Kind::answered) return;
  if (condition.value == "true" || condition.value == "false") made.answer(condition.question, toss() == (condition.value == "true"));
  else if (toss()) made.answer(condition.question, condition.value);
}

/// A file of entries such as selectors look at, some of them corrected, tied to each other by ids that are there, were corrected, or are not there.
std::vector<Entry> looked_at(const std::vector<const Selector*>& selectors, std::mt19937& lot) {
  const auto pick = [&](std::size_t below) { return static_cast<std::size_t>(lot() % below); };
  const auto toss = [&] { return pick(2) == 0; };
  const auto id = [](std::size_t number) { return "x" + std::to_string(number); };
  std::vector<Entry> entries = family();
  for (std::size_t i = 0; i < 40; ++i) {
    const Selector& like = *selectors[pick(selectors.size())];
    const std::string on = day("2025-03-01").plus_days(static_cast<int>(pick(200))).iso();
    MadeEntry made = entry(id(i), like.record).about("amy").recorded(on + "T11:00:00Z").answer("person", "hana");
    if (pick(4) > 0) made.happened(toss() ? on : on + "T23:30:00Z");
    if (like.day != "happened" && like.day != "recorded") made.answer(like.day, toss() ? on + "T09:30:00Z" : toss() ? on : "soon");
    if (!like.same.empty() && pick(4) > 0) made.answer(like.same, id(pick(40)));
    for (const Condition& condition : like.where) answer_to(made, condition, toss);
    if (pick(3) == 0) made.corrects(id(pick(40)));
    entries.push_back(made);
  }
  return entries;
}

/// Whether an entry stands and had become true, asked of every entry of the file in turn.
bool stands(const CaseFile& file, const Entry& entry, Date as_at) {
  const auto corrected = file.current(entry.id) != &entry;
  return !corrected && entry.happened_on().value_or(london_day(entry.recorded)) <= as_at;
}

std::string tied_to(const CaseFile& file, const Entry& entry, const Selector& selector) {
  return selector.same.empty() ? std::string{} : file.root(entry.answers.text(selector.same)).value;
}

/// What a selector chooses as one line an entry, by a walk through the whole file that shares nothing with other selectors.
std::vector<std::string> walked(const CaseFile& file, const Selector& selector, Date as_at) {
  std::vector<std::pair<Date, std::string>> found;
  for (const Entry& entry : file.entries()) {
    if (entry.type != selector.record || !stands(file, entry, as_at) || !meets(entry.answers, selector.where)) continue;
    std::optional<Date> on = selector.day == "happened" ? entry.happened_on() : selector.day == "recorded" ? std::optional(london_day(entry.recorded)) : entry.answers.day(selector.day);
    if (const auto at = Instant::parse(entry.answers.text(selector.day))) on = london_day(*at);
    if (on) found.emplace_back(*on, on->iso() + " " + entry.id.value + " " + tied_to(file, entry, selector));
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& left, const auto& right) { return left.first < right.first; });
  std::vector<std::string> out;
  for (const auto& [on, line] : found) out.push_back(line);
  return out;
}

std::vector<std::string> walked_naming(const CaseFile& file, const Selector& every, Date as_at) {
  std::vector<std::string> out;
  for (const Entry& entry : file.entries())
    if (entry.type == every.record && stands(file, entry, as_at) && meets(entry.answers, every.where))
      out.push_back(entry.id.value + " " + std::string(entry.answers.text("person")) + " " + tied_to(file, entry, every));
  return out;
}

TEST(FileAsAt, every_selector_of_every_time_limit_chooses_what_a_plain_walk_through_the_file_finds) {
  const Selectors selectors(rotherham());
  std::vector<const Selector*> all = selectors.choosing;
  all.insert(all.end(), selectors.naming.begin(), selectors.naming.end());
  std::mt19937 lot(20251120);
  std::size_t found = 0, named = 0;
  for (int round = 0; round < 150; ++round) {
    const CaseFile file = file_of(looked_at(all, lot));
    const Date as_at = day("2025-04-01").plus_days(static_cast<int>(lot() % 200));
    FileAsAt at(file, rotherham(), as_at);
    for (const Selector* one : selectors.choosing) {
      std::vector<std::string> lines;
      for (const Item& item : at.chosen(*one)) lines.push_back(item.day.iso() + " " + item.entry->id.value + " " + std::string(item.tied));
      ASSERT_EQ(lines, walked(file, *one, as_at)) << "round " << round << ", " << one->record;
      found += lines.size();
    }
    for (const Selector* one : selectors.naming) {
      std::vector<std::string> lines;
      for (const Naming& naming : at.naming(*one)) lines.push_back(naming.entry->id.value + " " + std::string(naming.person) + " " + std::string(naming.tied));
      ASSERT_EQ(lines, walked_naming(file, *one, as_at)) << "round " << round << ", " << one->record;
      named += lines.size();
    }
  }
  EXPECT_GT(found, 5000U) << "the files hold what is looked for";
  EXPECT_GT(named, 100U);
}

TEST(FileAsAt, selectors_that_tie_by_different_questions_are_not_taken_for_one) {
  const Selectors selectors(rotherham());
  for (const Selector* left : selectors.choosing)
    for (const Selector* right : selectors.choosing) {
      const bool alike = left->record == right->record && left->day == right->day && left->same == right->same && left->where == right->where;
      EXPECT_EQ(left->choice == right->choice, alike) << left->record << " and " << right->record;
    }
}

TEST(FileAsAt, departures_are_those_that_were_on_file_by_then_and_stand) {
  const CaseFile file = file_of(with(family(), {entry("d1", "departure").about("amy").happened("2025-05-01"), entry("d2", "departure").about("amy").happened("2025-05-02").corrects("d1"),
                                                entry("d3", "departure").about("amy").happened("2025-06-01")}));
  const auto on_file = [&](std::string_view as_at) {
    std::vector<std::string> out;
    const FileAsAt at(file, rotherham(), day(as_at));
    for (const Entry* one : at.departures()) out.push_back(one->id.value);
    return out;
  };
  EXPECT_EQ(on_file("2025-05-01"), std::vector<std::string>{});
  EXPECT_EQ(on_file("2025-05-31"), std::vector<std::string>{"d2"});
  EXPECT_EQ(on_file("2025-06-01"), (std::vector<std::string>{"d2", "d3"}));
}

}  // namespace
}  // namespace confer
