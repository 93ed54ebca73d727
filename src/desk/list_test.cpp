// Lists and figures over S02's family: who finds it in which list, how it is searched for, and what is counted of it for whom.
#include "base/testing.h"
#include "desk/desk.h"
#include "desk/figures.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "desk/jsonl.h"
#include "desk/procedure_shelf.h"
#include "store/store.h"

namespace confer {
namespace {

const FileId family{"f-family"};
const Reader worker{{"sw1"}, "social_worker"}, manager{{"tm1"}, "team_manager"}, other_manager{{"tm9"}, "team_manager"}, unit_manager{{"sum1"}, "safeguarding_unit_manager"},
    chair{{"ch1"}, "chair"}, administrator{{"adm1"}, "conference_administrator"}, mother{{"mum"}, "mother"}, visitor{{"hv1"}, "health_visitor"}, stranger{{"sw9"}, "social_worker"};

class ListTest : public testing::Test {
 protected:
  ListTest()
      : desk_(*store_, ProcedureShelf(read_procedure_files(for_tests::procedures_folder())), AuthorityId{"rotherham"},
              {[this] { return now_; }, [this] { return "n" + std::to_string(++ids_); }}) {}

  /// Takes the case in, its strategy discussion held on this day where one is named.
  void take_in_s02(const char* strategy_discussion = nullptr) {
    std::ifstream in(for_tests::procedures_folder() / "local/rotherham/examples/S02.jsonl");
    auto entries = read_jsonl(in).value();
    for (Entry& entry : entries)
      if (strategy_discussion && entry.type == "strategy_discussion") entry.happened = *Date::parse(strategy_discussion);
    const auto taken = desk_.take_in(family, entries);
    ASSERT_TRUE(taken) << taken.error().front().message;
  }
  [[nodiscard]] Figures figures(const Reader& reader) const { return desk_.figures(reader, {.teams = {{PersonId{"sw1"}, "North team"}}}); }

  int ids_ = 0;
  Instant now_ = *Instant::parse("2025-08-01T09:00:00Z");
  const std::unique_ptr<Store> store_ = memory_store();
  Desk desk_;
};

TEST_F(ListTest, a_team_finds_the_files_that_one_of_it_leads_and_nobody_elses) {
  take_in_s02();
  const auto of = [&](const Reader& reader, std::vector<PersonId> workers) {
    ListQuery query;
    query.whose = ListQuery::Whose::workers;
    query.workers = std::move(workers);
    return std::pair(desk_.files(reader, query).count, desk_.due(reader, query).count);
  };
  const std::size_t all = desk_.due(administrator, {}).count;
  EXPECT_EQ(of(administrator, {PersonId{"sw1"}, PersonId{"sw9"}}), (std::pair<std::size_t, std::size_t>{1, all}));
  EXPECT_EQ(of(administrator, {PersonId{"sw9"}}), (std::pair<std::size_t, std::size_t>{0, 0}));
  EXPECT_EQ(of(administrator, {}), (std::pair<std::size_t, std::size_t>{0, 0}));
  EXPECT_EQ(of(stranger, {PersonId{"sw1"}}), (std::pair<std::size_t, std::size_t>{0, 0})) << "a team opens no file";
  EXPECT_EQ(of(administrator, std::vector<PersonId>(500, PersonId{"sw1"})).first, 1u);
}

TEST_F(ListTest, a_kind_of_thing_due_is_found_alone_and_the_kinds_make_the_whole) {
  take_in_s02();
  std::size_t sum = 0;
  for (const TimeLimit& rule : desk_.own_procedure()->time_limits) {
    if (desk_.own_procedure()->time_limit(rule.id) != &rule) continue;   // an earlier edition of the same
    ListQuery query;
    query.kind = rule.id;
    const ListPage due = desk_.due(administrator, query);
    for (const ListLine& line : due.lines) EXPECT_EQ(line.body.at("rule").as_string(), rule.id);
    EXPECT_EQ(due.count, due.lines.size());
    sum += desk_.count_due(administrator, query);
  }
  EXPECT_GT(sum, 0u);
  EXPECT_EQ(sum, desk_.due(administrator, {}).count);
}

TEST_F(ListTest, a_list_tells_how_much_stands_on_each_of_its_days) {
  take_in_s02();
  const ListPage due = desk_.due(administrator, {.limit = 1'000});
  std::map<Date, std::size_t> counted;
  for (const ListLine& line : due.lines) ++counted[line.body.at("limit").is_string() ? *Date::parse(line.body.at("limit").as_string()) : Date::last()];
  ASSERT_EQ(due.days.size(), counted.size());
  for (const LinesOnDay& one : due.days) EXPECT_EQ(one.count, counted[one.day]) << one.day.iso();
}

TEST_F(ListTest, a_family_is_found_however_its_names_and_days_are_typed) {
  take_in_s02();
  const auto finds = [&](const char* words) { return desk_.files(administrator, {.search = words}).count; };
  const FileView view = desk_.open_file(family, administrator).value();
  const Date born = *view.person("amy")->born;
  EXPECT_EQ(finds("AMY"), 1u);
  EXPECT_EQ(finds("Ámy"), 1u);
  EXPECT_EQ(finds(fmt::format("{}/{}/{}", born.day(), born.month(), born.year()).c_str()), 1u);
  EXPECT_EQ(finds(fmt::format("{:02}.{:02}.{}", born.day(), born.month(), born.year()).c_str()), 1u);
  EXPECT_EQ(finds(fmt::format("{} {}", born.written_short(), born.year()).c_str()), 1u);
  EXPECT_EQ(finds(born.iso().c_str()), 1u);
  EXPECT_EQ(finds(born.plus_days(1).iso().c_str()), 0u);
  for (const char* no_day : {"1/2", "1/2/3/4", "99/99/2016", "12345/1/2016", "/", "-.-"}) EXPECT_EQ(finds(no_day), 0u) << no_day;
}

TEST_F(ListTest, what_was_searched_for_is_the_searchers_own_and_ends_with_the_day) {
  const std::string word = desk_.keep_search(worker, "žaneta");
  EXPECT_EQ(desk_.kept_search(worker, word), "žaneta");
  EXPECT_EQ(desk_.kept_search(chair, word), "");
  EXPECT_EQ(desk_.kept_search(worker, "another"), "");
  now_.microseconds += std::int64_t{26} * 3'600 * 1'000'000;
  EXPECT_EQ(desk_.kept_search(worker, word), "");
}

TEST_F(ListTest, a_practitioner_finds_the_conferences_that_they_were_invited_to) {
  take_in_s02();
  EXPECT_GE(desk_.conferences(visitor, {}).count, 1u);
  EXPECT_EQ(desk_.conferences(stranger, {}).count, 0u);
  EXPECT_EQ(desk_.conferences(mother, {}).count, 0u);
}

TEST_F(ListTest, whoever_chairs_a_conference_runs_it_or_works_with_the_family_finds_it_among_their_own) {
  take_in_s02();
  const Reader another_chair{PersonId{"ch9"}, "chair"};
  const std::size_t all = desk_.conferences(chair, {}).count;
  EXPECT_GE(all, 2u) << "the initial conference and its review";
  EXPECT_EQ(desk_.conferences(administrator, {}).count, all);
  EXPECT_EQ(desk_.conferences(worker, {}).count, all);
  EXPECT_EQ(desk_.conferences(another_chair, {}).count, 0u);
  EXPECT_EQ(desk_.conferences(manager, {}).count, 0u) << "the unit's manager sees every file, and none of these is their own";
  EXPECT_EQ(desk_.conferences(chair, {.until = *Date::parse("2025-04-30")}).count, 1u);
  EXPECT_EQ(desk_.conferences(chair, {.until = *Date::parse("2025-04-01")}).count, 0u);
}

TEST_F(ListTest, a_conference_counts_once_however_many_children_it_was_about) {
  take_in_s02();
  const Figures seen = figures(unit_manager);
  EXPECT_EQ(seen.from, *Date::parse("2024-08-01"));
  EXPECT_EQ(seen.to, *Date::parse("2025-07-31"));
  EXPECT_EQ(seen.conferences, (Timeliness{2, 0}));   // the initial one of three children, the review of two
  ASSERT_EQ(seen.by_team.size(), 1u);
  EXPECT_EQ(seen.by_team.front().name, "North team");
  EXPECT_EQ(seen.by_team.front().count, (Timeliness{2, 0}));
  ASSERT_EQ(seen.by_chair.size(), 1u);
  EXPECT_EQ(seen.by_chair.front().name, desk_.open_file(family, unit_manager)->name("ch1"));
  ASSERT_EQ(seen.conferences_by_month.size(), 12u);
  for (const auto& [month, count] : seen.conferences_by_month) EXPECT_EQ(count.all(), month.month() == 4 || month.month() == 7 ? 1u : 0u) << month.iso();
}

TEST_F(ListTest, a_conference_held_late_is_counted_late) {
  take_in_s02("2025-03-03");
  EXPECT_EQ(figures(unit_manager).conferences, (Timeliness{1, 1}));
  EXPECT_EQ(figures(unit_manager).by_limit.front().count, (Timeliness{0, 1}));
}

TEST_F(ListTest, reports_are_counted_by_the_agency_that_was_asked) {
  take_in_s02();
  std::size_t asked = 0, counted = 0;
  const FileView view = desk_.open_file(family, unit_manager).value();
  for (const ShownEntry* invitation : view.standing("invitation"))
    if (const json::value* wanted = invitation->answers.if_contains("report_wanted"); wanted && wanted->get_bool()) ++asked;   // for the initial conference, and for the review
  for (const AgencyReports& one : figures(unit_manager).reports) {
    EXPECT_FALSE(one.agency.empty());
    counted += one.in_time + one.late + one.none;
  }
  EXPECT_GT(asked, 0u);
  EXPECT_EQ(counted, asked);
}

TEST_F(ListTest, what_is_late_now_is_told_by_whose_duty_it_is) {
  take_in_s02();
  now_ = *Instant::parse("2026-09-01T09:00:00Z");
  std::size_t late = 0, open = 0;
  for (const Overdue& one : figures(unit_manager).overdue) {
    EXPECT_LE(one.late, one.open);
    late += one.late;
    open += one.open;
  }
  EXPECT_GT(late, 0u);
  EXPECT_EQ(open, desk_.due(unit_manager, {}).count);
  EXPECT_EQ(figures(unit_manager).conferences.all(), 0u) << "more than a year ago";
}

TEST_F(ListTest, a_departure_is_told_with_its_reason) {
  take_in_s02();
  const Draft departure{.type = "departure", .about = {{"ben"}}, .happened = *Date::parse("2025-07-31"),
                        .answers = {{"time_limit", "next_review"}, {"consulted", "tm1"}, {"reason", "The school is closed."}, {"protection_meanwhile", "Seen weekly."}}};
  ASSERT_TRUE(desk_.put_on_file(family, worker, {departure}));
  const Figures seen = figures(unit_manager);
  ASSERT_EQ(seen.departures.size(), 1u);
  EXPECT_EQ(seen.departures_count, 1u);
  EXPECT_EQ(seen.departures.front().file, family.value);
  EXPECT_EQ(seen.departures.front().body.at("reason").as_string(), "The school is closed.");
}

TEST_F(ListTest, figures_are_for_managers_and_count_only_the_files_that_they_may_open) {
  take_in_s02();
  EXPECT_TRUE(desk_.shows_to_role("safeguarding_unit_manager", "figures"));
  EXPECT_TRUE(desk_.shows_to_role("team_manager", "figures"));
  for (const char* role : {"social_worker", "chair", "conference_administrator", "health_visitor", "mother", ""}) EXPECT_FALSE(desk_.shows_to_role(role, "figures")) << role;
  EXPECT_EQ(figures(manager).conferences.all(), 2u);
  for (const Reader& reader : {other_manager, worker, chair, administrator, mother}) {
    const Figures seen = figures(reader);
    EXPECT_EQ(seen.conferences.all(), 0u) << reader.role;
    EXPECT_TRUE(seen.by_team.empty() && seen.by_chair.empty() && seen.reports.empty() && seen.overdue.empty() && seen.departures.empty()) << reader.role;
    EXPECT_EQ(seen.departures_count, 0u) << reader.role;
  }
}

}  // namespace
}  // namespace confer
