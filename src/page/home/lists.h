#pragma once
// What the lists of a unit share: reading a line, the page that one is on, and addresses that keep what was chosen. A line holds only what its
// reader may see; nothing here opens a file.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "page/page.h"

namespace confer::lists {

inline constexpr std::size_t lines_a_page = 50;   ///< Of every list.

inline constexpr int a_look_ahead = 7;            ///< How far what is near reaches, today not counted.

/// A text of a line; empty where it has none.
[[nodiscard]] std::string_view text(const json::object& body, std::string_view name);
/// A day of a line.
[[nodiscard]] std::optional<Date> day(const json::object& body, std::string_view name);
/// Texts of a line.
[[nodiscard]] std::vector<std::string> texts(const json::object& body, std::string_view name);
/// The same, joined by commas.
[[nodiscard]] std::string joined(const json::object& body, std::string_view name);

/// Which page of a list the address asks for: 1 where it does not say.
[[nodiscard]] std::size_t page_number(const Visit& visit);
/// The way through a list of so many lines; nothing where one page holds them. Each address keeps what was chosen.
[[nodiscard]] Html paging(const Visit& visit, std::size_t count, const Pairs& kept);
/// Which lines of so many stand on this page: "1 to 50 of 312". Empty where one page holds them.
[[nodiscard]] std::string range_words(const Visit& visit, std::size_t count);
/// "1 family", "312 families".
[[nodiscard]] std::string counted(std::size_t count, std::string_view one, std::string_view many);

/// What was typed to search for, cut to a length that a search takes, between letters.
[[nodiscard]] std::string cut_search(std::string_view words);

/// Everyone in the reader's team, the reader among them; nobody where the reader has none.
[[nodiscard]] std::vector<PersonId> team_of(const Visit& visit);

/// One part of a line, named for those who hear the page: "By", "Next".
[[nodiscard]] Html part(html::Literal classes, std::string_view label, const Html& content);

/// A conference as a line of a list, with its hour, its place and the way to it.
[[nodiscard]] Html conference_item(const Visit& visit, const ListLine& line);
/// The reader's own conferences of today and the next seven days, under a heading; nothing where there are none.
[[nodiscard]] Html conferences_ahead(Visit& visit);

/// The one act that does what a line asks for: where it is done, and what its button says.
struct Act {
  std::string words;
  std::string address;
};
/// The act of a line of what is due, with all that is known filled in; nothing where this reader's role may not do it.
[[nodiscard]] std::optional<Act> act_for(const Visit& visit, const ListLine& line);

}  // namespace confer::lists
