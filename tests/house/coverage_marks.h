#pragma once
// What can be pointed at in a file of procedures/ by "path#mark". For tests alone.
//   a file that describes: "time_limit", "record", "record.question", "list.line", "quorum", an access line, a document, what is added to one
//   examples/lists.toml: "list.line", "quorum"
//   a worked case's .toml: the rule of a line of its then-table; "never.rule", "sees", "sees.reader", "quorum.state", "instead.entry", "ahead.rule"
//   a worked case's .jsonl: "record" for an entry that was put on file, "record.question" for an answer in one, other than "no"
#include <boost/json.hpp>
#include <map>
#include <set>
#include <toml++/toml.h>

#include "source_tree.h"

namespace confer::house {

inline std::vector<std::string> texts(const toml::table& table, std::string_view key) {
  std::vector<std::string> out;
  if (const toml::array* many = table[key].as_array())
    for (const toml::node& one : *many) out.push_back(one.value_or(std::string{}));
  return out;
}

/// Every table under a key: an array of them, or one.
inline std::vector<const toml::table*> tables(const toml::table& table, std::string_view key) {
  std::vector<const toml::table*> out;
  if (const toml::table* one = table[key].as_table()) out.push_back(one);
  if (const toml::array* many = table[key].as_array())
    for (const toml::node& one : *many)
      if (one.as_table()) out.push_back(one.as_table());
  return out;
}

/// What a table of procedures/ is called.
inline std::string id(const toml::table& table) {
  for (const std::string_view key : {"id", "name", "to"})
    if (const auto found = table[key].value<std::string>()) return *found;
  return {};
}

inline bool is_example(std::string_view path) { return path.starts_with("procedures/") && path.find("/examples/") != std::string_view::npos; }
inline bool is_counting_example(std::string_view path) { return path.ends_with("/calendar.toml") || path.ends_with("/published_bank_holidays.toml"); }

inline void marks_of_description(const toml::table& table, std::set<std::string>& out) {
  for (const toml::table* lists : tables(table, "list"))
    for (const auto& [name, node] : *lists)
      for (const toml::table* item : tables(*lists, name.str())) out.insert(fmt::format("{}.{}", name.str(), id(*item)));
  for (const toml::table* one : tables(table, "record")) {
    out.insert(id(*one));
    for (const toml::table* question : tables(*one, "question")) out.insert(fmt::format("{}.{}", id(*one), id(*question)));
  }
  for (const std::string_view key : {"time_limit", "adds", "access", "document", "adds_to_document"})
    for (const toml::table* one : tables(table, key)) out.insert(id(*one));
  if (table.contains("quorum")) out.insert("quorum");
}

inline void marks_of_lists(const toml::table& table, std::set<std::string>& out) {
  for (const toml::table* one : tables(table, "list"))
    for (const std::string& line : texts(*one, "holds")) out.insert(fmt::format("{}.{}", id(*one), line));
  if (table.contains("quorum")) out.insert("quorum");
}

inline void marks_of_case(const toml::table& table, std::set<std::string>& out) {
  const auto each = [&](std::string_view rows, std::string_view key, std::string_view before) {
    for (const toml::table* one : tables(table, rows))
      if (const auto named = (*one)[key].value<std::string>()) out.insert(std::string(before) + *named);
  };
  each("then", "rule", ""), each("never", "rule", "never."), each("sees", "reader", "sees."), each("quorum", "state", "quorum."), each("instead", "of", "instead."), each("ahead", "rule", "ahead.");
  if (table.contains("sees")) out.insert("sees");
}

inline void marks_of_entries(const SourceFile& file, std::set<std::string>& out) {
  for (const std::string& line : file.lines) {
    boost::system::error_code bad;
    const auto read = boost::json::parse(line, bad);
    if (bad || !read.is_object() || !read.get_object().contains("type")) continue;
    const std::string type(read.at("type").as_string());
    out.insert(type);
    const auto* answers = read.get_object().if_contains("answers");
    if (answers && answers->is_object())
      for (const auto& answer : answers->get_object())
        if (answer.value() != boost::json::value(false)) out.insert(fmt::format("{}.{}", type, std::string_view(answer.key())));
  }
}

/// Everything that can be pointed at in a file.
inline std::set<std::string> marks_of(const SourceFile& file) {
  std::set<std::string> out;
  if (file.path.ends_with(".jsonl")) marks_of_entries(file, out);
  if (!file.path.ends_with(".toml")) return out;
  const toml::table table = toml::parse(fmt::format("{}", fmt::join(file.lines, "\n")), file.path);
  if (!is_example(file.path)) marks_of_description(table, out);
  else if (file.path.ends_with("/lists.toml")) marks_of_lists(table, out);
  else marks_of_case(table, out);
  return out;
}

}   // namespace confer::house
