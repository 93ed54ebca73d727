#include "catalogue/check_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/near_name.h"
#include "catalogue/widen.h"

namespace confer {
namespace {

/// The lists that pages ask for by name; the others are drawn on by a question or shown above a form.
constexpr std::array<std::string_view, 10> of_pages = {"agency", "agenda", "board", "category", "family_writes", "invitation", "outcome", "override", "part", "standing"};

/// The lists that are read, whether the procedure has them or not.
std::set<std::string, std::less<>> lists_read(const Described& described) {
  std::set<std::string, std::less<>> out(of_pages.begin(), of_pages.end());
  for (const RecordType& type : described.records) {
    for (const Question& question : type.questions) out.insert(question.choices_from);
    for (const Prompt& prompt : type.prompts) out.insert(prompt.list);
  }
  return out;
}

/// What a term is asked for by, where its name is made of this and the name of something else; empty where it does not begin so.
std::string after(std::string_view prefix, const std::string& name) { return name.starts_with(prefix) ? name.substr(prefix.size()) : std::string{}; }

bool is_asked_for(const std::string& name, const Described& described, const std::vector<std::string_view>& text) {
  if (const std::string list = after("list_", name); !list.empty() && described.lists.contains(list)) return true;
  if (const std::string term = after("called_", name); !term.empty() && described.wordings.contains(term)) return true;
  if (const std::string role = after("role_", name); !role.empty() && described.role(role)) return true;
  if (const std::string one = after("class_", name); !one.empty() && classes_borne(described).contains(one)) return true;
  if (std::any_of(described.time_limits.begin(), described.time_limits.end(), [&](const TimeLimit& one) { return one.owner_as == name; })) return true;
  const auto& parts = described.list("part");
  if (const std::string part = after("day_", name); std::any_of(parts.begin(), parts.end(), [&](const ListItem& item) { return item.id == part; })) return true;
  if (std::any_of(described.time_limits.begin(), described.time_limits.end(), [&](const TimeLimit& limit) { return limit.owner_as == name; })) return true;
  return std::any_of(text.begin(), text.end(), [&](std::string_view one) { return one.find("{" + name + "}") != std::string_view::npos; });
}

}  // namespace

std::vector<std::string> list_names(const Described& described) {
  std::vector<std::string> out;
  for (const auto& [name, items] : described.lists) out.push_back(name);
  return out;
}

void check_lists(const Described& described, std::vector<LoadError>& errors) {
  const auto read = lists_read(described);
  for (const auto& [name, items] : described.lists) {
    if (items.empty()) continue;
    const std::string term = "list_" + name;
    if (!read.contains(name))
      errors.push_back({items.front().place, fmt::format("Nothing reads a list called \"{}\". Mend the name, or draw on it with \"choices_from\" or \"prompts\".{}", name,
                                                         did_you_mean(name, {read.begin(), read.end()}))});
    else if (described.term(term).en.empty())
      errors.push_back({items.front().place, fmt::format("The list \"{}\" has no title, and people read it on the page \"Procedure\". Add {} = \"…\" under [words].", name, term)});
  }
}

void check_terms(const std::vector<PlacedTerm>& own, const std::set<std::string, std::less<>>& inherited, const Described& described, const std::vector<std::string_view>& text,
                 std::vector<LoadError>& errors) {
  for (const auto& [name, place] : own)
    if (!inherited.contains(name) && !is_asked_for(name, described, text))
      errors.push_back({place, fmt::format("Nothing reads a term called \"{}\". Mend the name, or take it out.{}", name, did_you_mean(name, {inherited.begin(), inherited.end()}))});
}

void check_wordings(const Described& described, std::vector<LoadError>& errors) {
  std::vector<Date> days = described.days_of_new_words();
  days.insert(days.begin(), Date::first());
  for (const auto& [name, all] : described.wordings)
    for (const Date day : days)
      if (std::none_of(all.begin(), all.end(), [&](const Wording& one) { return is_in_force(one, day); })) {
        errors.push_back({all.back().place, fmt::format("Nothing says what \"{}\" is called {}. Let one wording begin where the other ends, and the first hold ever since.", name,
                                                        day == Date::first() ? "at first" : "from " + day.written() + " on")});
        break;
      }
}

void check_folders(const std::vector<ProcedureFile>& files, std::vector<LoadError>& errors) {
  std::vector<std::string_view> procedures;
  std::set<std::string_view> told;
  for (const ProcedureFile& file : files)
    if (const std::string_view path = file.path; path.ends_with("/procedure.toml")) procedures.push_back(path.substr(0, path.rfind('/') + 1));
  for (const ProcedureFile& file : files) {
    const std::string_view path = file.path, folder = path.substr(0, path.rfind('/') + 1);
    if (std::any_of(procedures.begin(), procedures.end(), [&](std::string_view one) { return path.starts_with(one); }) || !told.insert(folder).second) continue;
    errors.push_back({{file.path, 1}, "This file belongs to no procedure, so nothing reads it. Put a procedure.toml with an \"id\" and a \"title\" beside it, or take it away."});
  }
}

}  // namespace confer
