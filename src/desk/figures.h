#pragma once
// What a manager asks of the whole: were conferences held in time, reports in, records out; what is late now, and whose; which limits were left, and
// why. Counted from index rows that are for the reader and from no other, so figures tell no more than the files that the reader may open.
#include <map>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/json.h"

namespace confer {

/// How much of what was done was done in time.
struct Timeliness {
  std::size_t in_time = 0;
  std::size_t late = 0;

  [[nodiscard]] std::size_t all() const noexcept { return in_time + late; }
  bool operator==(const Timeliness&) const = default;
};

/// The same by month: the first day of each, in order, each month there whether or not anything was done in it.
using ByMonth = std::vector<std::pair<Date, Timeliness>>;

/// One line of a table of timeliness.
struct NamedTimeliness {
  std::string name;      ///< A time limit's words, a team, a chair's name.
  Timeliness count;
};

/// Reports that one kind of agency was asked for.
struct AgencyReports {
  std::string agency;       ///< Its title; empty where the file does not say.
  std::size_t in_time = 0;
  std::size_t late = 0;
  std::size_t none = 0;     ///< Asked for, the day past, none on file.
};

/// What is open now and past its day.
struct Overdue {
  std::string owner_title;   ///< Whose duty.
  std::size_t late = 0;
  std::size_t open = 0;      ///< Late ones among them.
};

/// A limit that was left, with the reason.
struct DepartureLine {
  std::string file;          ///< Id of the file.
  json::object body;         ///< "reference", "day", "time_limit", "reason", "consulted", "children".
};

/// All of it.
struct Figures {
  Date from;                                    ///< First day counted; the first of a month.
  Date to;                                      ///< Last day counted: the day before today.
  Timeliness conferences;                       ///< Held within the limit for holding them.
  ByMonth conferences_by_month = {};
  std::vector<NamedTimeliness> by_limit = {};   ///< Every time limit that has a number, in the procedure's order.
  std::vector<NamedTimeliness> by_team = {};    ///< Conferences, by the team of the lead social worker; by name, "No team" last.
  std::vector<NamedTimeliness> by_chair = {};   ///< Conferences, by name.
  std::vector<AgencyReports> reports = {};      ///< By agency, in the procedure's order.
  std::vector<Overdue> overdue = {};            ///< By owner, the most late first.
  std::vector<DepartureLine> departures = {};   ///< The latest first.
  std::size_t departures_count = 0;             ///< Of all that are on file, however many are listed.
};

/// What figures are asked for.
struct FiguresQuery {
  std::map<PersonId, std::string> teams = {};   ///< Who belongs to which team; nobody else has one.
  std::size_t most_departures = 20;             ///< Listed; from 1 to 1,000.
};

}  // namespace confer
