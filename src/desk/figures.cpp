#include "desk/figures.h"

#include <algorithm>
#include <array>
#include <set>

#include "access/make_view.h"
#include "desk/desk_parts.h"
#include "desk/index_rows.h"

namespace confer {
namespace {

constexpr int a_year_back = 12;   // in months: whole ones, and this one so far. How managers compare, no limit of any guidance

Date first_of_month(Date day) { return day.plus_days(1 - day.day()); }

/// What stands between upright strokes, which no id holds.
std::vector<std::string_view> split(std::string_view words) {
  std::vector<std::string_view> out;
  for (;;) {
    const std::size_t end = words.find('|');
    out.push_back(words.substr(0, end));
    if (end == std::string_view::npos) return out;
    words.remove_prefix(end + 1);
  }
}

void count(Timeliness& into, bool in_time, std::size_t rows) { (in_time ? into.in_time : into.late) += rows; }

/// Whether a time limit is one for holding a conference: calling one sets the day for it.
bool is_for_holding(const TimeLimit& rule) {
  return std::any_of(rule.planned_by.begin(), rule.planned_by.end(), [](const Selector& planned) { return planned.record == "conference"; });
}

/// Adds up what the store counts for one reader.
class Adding {
 public:
  Adding(const Store& store, const AuthorityId& authority, const Described& procedure, const Reader& reader, const FiguresQuery& query, Date today)
      : store_(store), authority_(authority), procedure_(procedure), reader_(reader), query_(query), today_(today) {
    out_.to = today.plus_days(-1);
    out_.from = first_of_month(today).plus_months(-a_year_back);
    for (Date month = out_.from; month <= out_.to; month = month.plus_months(1)) out_.conferences_by_month.push_back({month, {}});
    for (const TimeLimit& rule : procedure.time_limits)
      if (is_for_holding(rule)) holding_.insert(rule.id);
  }

  Figures all() {
    for (const std::string& token : tokens(reader_)) {
      for (const Tally& one : tally(narrowed(token, "met|"))) met(rest_of(one, token), one);
      for (const Tally& one : tally(narrowed(token, "report|"))) report(rest_of(one, token), one);
    }
    name_limits();
    name_chairs();
    for (auto& [team, count] : teams_)
      if (!team.empty()) out_.by_team.push_back({team, count});
    if (const auto none = teams_.find(""); none != teams_.end()) out_.by_team.push_back({"No team", none->second});
    name_agencies();
    overdue();
    departures();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::vector<Tally> tally(std::string begins) const { return store_.tally({authority_, "figure", std::move(begins), out_.from.days(), out_.to.days()}); }

  static std::vector<std::string_view> rest_of(const Tally& one, const std::string& token) { return split(std::string_view(one.token).substr(token.size() + 1)); }

  /// "met", the time limit, how it was met, the lead social worker, the chair.
  void met(const std::vector<std::string_view>& parts, const Tally& one) {
    if (parts.size() != 5) return;
    const bool in_time = parts[2] == "met";
    count(limits_[std::string(parts[1])], in_time, one.rows);
    if (!holding_.contains(parts[1])) return;
    count(out_.conferences, in_time, one.rows);
    const Date month = first_of_month(Date::from_days(one.sort_day));
    for (auto& [first, counted] : out_.conferences_by_month)
      if (first == month) count(counted, in_time, one.rows);
    const auto team = query_.teams.find(PersonId{std::string(parts[3])});
    count(teams_[team == query_.teams.end() ? std::string{} : team->second], in_time, one.rows);
    if (!parts[4].empty()) count(chairs_[std::string(parts[4])], in_time, one.rows);
  }

  /// "report", the agency, how it came.
  void report(const std::vector<std::string_view>& parts, const Tally& one) {
    if (parts.size() != 3) return;
    AgencyReports& agency = agencies_[std::string(parts[1])];
    (parts[2] == "in_time" ? agency.in_time : parts[2] == "late" ? agency.late : agency.none) += one.rows;
  }

  /// Every time limit once: of one that changed over the years, the latest edition.
  [[nodiscard]] std::vector<const TimeLimit*> limits() const {
    std::vector<const TimeLimit*> out;
    for (const TimeLimit& rule : procedure_.time_limits)
      if (procedure_.time_limit(rule.id) == &rule) out.push_back(&rule);
    return out;
  }

  void name_limits() {
    for (const TimeLimit* rule : limits())
      if (rule->limit) out_.by_limit.push_back({rule->what.en, limits_[rule->id]});
  }

  /// A chair's name, as a file tells it that the reader may see.
  [[nodiscard]] std::string name_of(const std::string& chair) const {
    IndexQuery query{authority_, "colleague", tokens(reader_), {}, 1, 0};
    for (std::string& token : query.tokens) token = narrowed(token, chair);
    const auto rows = store_.rows(query);
    return rows.empty() ? std::string("Not named") : std::string(rows.front().row.body.at("name").as_string());
  }

  void name_chairs() {
    for (const auto& [chair, counted] : chairs_) out_.by_chair.push_back({name_of(chair), counted});
    std::stable_sort(out_.by_chair.begin(), out_.by_chair.end(), [](const NamedTimeliness& left, const NamedTimeliness& right) { return left.name < right.name; });
  }

  void name_agencies() {
    for (const ListItem& item : procedure_.list("agency"))
      if (const auto found = agencies_.find(item.id); found != agencies_.end()) {
        found->second.agency = item.title.en;
        out_.reports.push_back(found->second);
        agencies_.erase(found);
      }
    for (const auto& [id, rest] : agencies_) out_.reports.push_back({id, rest.in_time, rest.late, rest.none});
  }

  void overdue() {
    std::map<std::string, Overdue> owners;
    for (const TimeLimit* rule : limits()) {
      const Role* role = procedure_.role(rule->owner);
      Overdue& owner = owners[role ? role->title.en : rule->owner];
      for (const DayCount& day : store_.days({authority_, "obligation", tokens_of_kind(tokens(reader_), rule->id)})) {
        owner.open += day.rows;
        if (day.sort_day < today_.days()) owner.late += day.rows;
      }
    }
    for (auto& [title, owner] : owners)
      if (owner.open > 0) out_.overdue.push_back({title, owner.late, owner.open});
    std::stable_sort(out_.overdue.begin(), out_.overdue.end(), [](const Overdue& left, const Overdue& right) { return left.late > right.late; });
  }

  void departures() {
    const IndexQuery query{authority_, "departure", tokens(reader_), {}, query_.most_departures, 0};
    for (FoundRow& row : store_.rows(query)) out_.departures.push_back({std::move(row.stream.name), std::move(row.row.body)});
    out_.departures_count = store_.count(query);
  }

  const Store& store_;
  const AuthorityId& authority_;
  const Described& procedure_;
  const Reader& reader_;
  const FiguresQuery& query_;
  Date today_;
  Figures out_ = {};
  std::set<std::string, std::less<>> holding_;
  std::map<std::string, Timeliness> limits_, teams_, chairs_;
  std::map<std::string, AgencyReports> agencies_;
};

}  // namespace

bool Desk::shows_to_role(std::string_view role, std::string_view access_class) const {
  const auto loaded = procedures();
  return std::any_of(loaded.begin(), loaded.end(), [&](const std::string& id) { return opens_to_role(*described(id), role, access_class); });
}

Figures Desk::figures(const Reader& reader, const FiguresQuery& query) const {
  static const Described nothing;
  const bool may = shows_to_role(reader.role, "figures");
  const Described* procedure = may ? own_procedure() : &nothing;
  return Adding(parts_->store, parts_->authority, *procedure, may ? reader : Reader{}, query, today()).all();
}

}  // namespace confer
