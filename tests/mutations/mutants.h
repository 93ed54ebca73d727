#pragma once
// Every mutant of the values of procedures/ that decide what is due, when, for whom and by whom: one number, unit, anchor, direction, flag, day, condition,
// role or line of a list changed, and nothing else. For tests only.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <regex>
#include <string>
#include <vector>

#include "catalogue/load.h"

namespace confer::mutations {

/// One value changed in one file.
struct Mutant {
  std::string path;
  int line;
  std::string was, is;     ///< The changed piece of the line.
  std::string text;        ///< Of the whole file, changed.
};

/// Makes the mutants of one file, line by line.
class Maker {
 public:
  explicit Maker(const ProcedureFile& file) : file_(file) {}

  std::vector<Mutant> all() {
    for (std::size_t start = 0; start < file_.text.size(); ++line_) {
      const std::size_t end = std::min(file_.text.find('\n', start), file_.text.size());
      start_ = start;
      std::string line = file_.text.substr(start, end - start);
      if (const auto comment = line.find("   # "); comment != std::string::npos) line.resize(comment);
      if (line.starts_with("[")) table_ = line;
      if (!line.starts_with('#') && !line.starts_with("title") && !line.starts_with("asks") && !line.starts_with("hint")) one(line);
      start = end + 1;
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool is_of_a_time_limit() const { return table_ == "[[time_limit]]" || table_ == "[[adds]]"; }
  [[nodiscard]] bool is_of_a_list() const { return table_.starts_with("[[list."); }

  void one(const std::string& line) {
    if (is_of_a_time_limit()) time_limit(line);
    if (is_of_a_list() && line == table_) taken_out();
    if (table_.starts_with("[list") || is_of_a_list()) list_line(line);
    if (table_ == "[quorum]") each(line, std::regex(R"re(^(agency) = "(\w+)")re"), [&](const std::smatch& found) { put(found, 2, found[2] == "police" ? "health" : "police"); });
    each(line, std::regex(R"((other_agencies|at_age|over_age) = (\d+))"), [&](const std::smatch& found) { number(found); });
    each(line, std::regex(R"((day|first|last|in_force_from|in_force_to) = (\d{4}-\d\d-\d\d))"), [&](const std::smatch& found) {
      put(found, 2, Date::parse(found[2].str()).value().plus_days(1).iso());
      put(found, 2, Date::parse(found[2].str()).value().plus_days(-1).iso());
    });
  }

  void time_limit(const std::string& line) {
    each(line, std::regex(R"re((limit|strict|counts) = "(\d+) ([a-z ]+)")re"), [&](const std::smatch& found) { period(found); });
    each(line, std::regex(R"((before|ends|unset|window) = (true|false))"), [&](const std::smatch& found) { put(found, 2, found[2] == "true" ? "false" : "true"); });
    each(line, std::regex(R"re((record) = "(\w+)")re"), [&](const std::smatch& found) { put(found, 2, found[2] == "lead_social_worker" ? "birth" : "lead_social_worker"); });
    each(line, std::regex(R"re((, same = "\w+"))re"), [&](const std::smatch& found) { put(found, 1, ""); });
    each(line, std::regex(R"re((, every = \{[^{}]*(?:\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}[^{}]*)*\}))re"), [&](const std::smatch& found) { put(found, 1, ""); });
    each(line, std::regex(R"re((, day = "\w+"))re"), [&](const std::smatch& found) { put(found, 1, found.str(1) == ", day = \"recorded\"" ? "" : ", day = \"recorded\""); });   // without, the day it happened
    each(line, std::regex(R"re((is) = "(\w+)")re"), [&](const std::smatch& found) { put(found, 2, other(found[2])); });
    each(line, std::regex(R"re((whichever) = "(\w+)")re"), [&](const std::smatch& found) { put(found, 2, found[2] == "earlier" ? "later" : "earlier"); });
    each(line, std::regex(R"re((reference_for) = "(\w+)")re"), [&](const std::smatch& found) { put(found, 2, found[2] == "unborn" ? "born" : "unborn"); });
    each(line, std::regex(R"re((per) = "(\w+)")re"), [&](const std::smatch& found) { put(found, 2, found[2] == "conference" ? "child" : "conference"); });
    each(line, std::regex(R"re(^(owner|departure_by) = "(\w+)")re"), [&](const std::smatch& found) { put(found, 2, found[2] == "chair" ? "social_worker" : "chair"); });
    each(line, std::regex(R"re(^(lapses_by|planned_by|departure_by|departure_records|becomes|window|strict|only_for|in_force_from|in_force_to) = )re"), [&](const std::smatch&) { without(line); });
    each(line, std::regex(R"re(^(limit) = .*$)re"), [&](const std::smatch& found) { direction(found); });
  }

  /// A line of a list as a table on one line, and the role that a line invites.
  void list_line(const std::string& line) {
    if (std::regex_search(line, std::regex(R"re(^\s+\{ id = "\w+")re"))) without(line);
    each(line, std::regex(R"re(^(role) = "(\w+)")re"), [&](const std::smatch& found) { put(found, 2, found[2] == "midwife" ? "police_officer" : "midwife"); });
  }

  template <class Change>
  void each(const std::string& line, const std::regex& pattern, Change change) {
    for (auto found = std::sregex_iterator(line.begin(), line.end(), pattern); found != std::sregex_iterator(); ++found) change(*found);
  }

  void period(const std::smatch& found) {
    const int count = std::stoi(found[2]);
    put(found, 2, std::to_string(count + 1));
    if (count > 1) put(found, 2, std::to_string(count - 1));
    const std::string unit = found[3];
    constexpr std::array swaps = {std::pair{"working day", "day"}, std::pair{"day", "working day"}, std::pair{"week", "month"}, std::pair{"month", "week"}, std::pair{"hour", "day"}};
    for (const auto& [one, another] : swaps)
      if (unit == one || unit == std::string(one) + "s") put(found, 3, unit.ends_with("s") ? std::string(another) + "s" : another);
  }

  void number(const std::smatch& found) {
    const int count = std::stoi(found[2]);
    put(found, 2, std::to_string(count + 1));
    if (count > 0) put(found, 2, std::to_string(count - 1));
  }

  /// A limit that is counted on is counted back; one that is counted back has its own line, which is changed there.
  void direction(const std::smatch& found) {
    const std::size_t next = file_.text.find("\n\n", start_);
    if (file_.text.substr(start_, next - start_).find("\nbefore = ") == std::string::npos) put(found, 0, found.str() + "\nbefore = true");
  }

  /// Another answer to the same question, so that the procedure still loads where it can.
  static std::string other(const std::string& value) {
    constexpr std::array pairs = {std::pair{"true", "false"},           std::pair{"initial", "review"},          std::pair{"plan", "no_plan"},      std::pair{"continues", "ends"},
                                  std::pair{"no_conference", "conference"}, std::pair{"practitioner", "observer"}, std::pair{"family", "observer"}, std::pair{"outline_plan", "record"},
                                  std::pair{"out", "in"}};
    for (const auto& [one, another] : pairs) {
      if (value == one) return another;
      if (value == another) return one;
    }
    return value + "_other";
  }

  void put(const std::smatch& found, std::size_t group, const std::string& instead) {
    std::string text = file_.text;
    text.replace(start_ + static_cast<std::size_t>(found.position(group)), found[group].str().size(), instead);
    out_.push_back({file_.path, line_, found.str(), found[group].str() + " -> " + instead, std::move(text)});
  }

  /// The whole line gone, with the lines below it that belong to its brackets.
  void without(const std::string& line) {
    std::size_t end = file_.text.find('\n', start_);
    if (line.ends_with("[")) end = file_.text.find("\n]\n", start_) + 2;
    std::string text = file_.text;
    text.erase(start_, end - start_ + 1);
    out_.push_back({file_.path, line_, line.substr(0, 60), "taken out", std::move(text)});
  }

  /// A list's table gone, up to the next.
  void taken_out() {
    const std::size_t end = std::min(file_.text.find("\n[", start_), file_.text.size() - 1);
    std::string text = file_.text;
    text.erase(start_, end - start_ + 1);
    const std::size_t id = file_.text.find("id = ", start_);
    out_.push_back({file_.path, line_, file_.text.substr(id, file_.text.find('\n', id) - id), "taken out", std::move(text)});
  }

  const ProcedureFile& file_;
  std::vector<Mutant> out_;
  std::size_t start_ = 0;
  int line_ = 1;
  std::string table_;
};

/// Each record, question and time limit of a file that cites a row of the catalogue, taken out with all that belongs to it.
inline std::vector<Mutant> without_what_cites(const ProcedureFile& file) {
  std::vector<Mutant> out;
  const auto begins = [&](std::size_t at) { return file.text.find("\n[[", at) == std::string::npos ? file.text.size() : file.text.find("\n[[", at) + 1; };
  for (std::size_t start = begins(0); start < file.text.size(); start = begins(start)) {
    const std::string_view rest = std::string_view(file.text).substr(start);
    const std::string_view own = rest.substr(0, begins(start) - start);
    const bool whole = own.starts_with("[[record]]"), part = own.starts_with("[[record.question]]") || own.starts_with("[[time_limit]]");
    if ((!whole && !part) || own.find("\ncatalogue = ") == std::string_view::npos) continue;
    std::size_t end = begins(start);
    while (whole && end < file.text.size() && file.text.compare(end, 9, "[[record.") == 0) end = begins(end);
    const auto line = static_cast<int>(std::count(file.text.begin(), file.text.begin() + static_cast<std::ptrdiff_t>(start), '\n')) + 1;
    const std::size_t name = own.find('\n') + 1;
    out.push_back({file.path, line, std::string(own.substr(name, own.find('\n', name) - name)), "taken out", file.text.substr(0, start) + file.text.substr(end)});
  }
  return out;
}

}  // namespace confer::mutations
