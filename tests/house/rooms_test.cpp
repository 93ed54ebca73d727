// Who may include whom. The drawing stands in ARCHITECTURE; this is the same as a test.
#include <map>
#include <optional>
#include <set>

#include "source_tree.h"

namespace confer::house {
namespace {

/// A room and the rooms that it may include besides itself. "access views" are access's view headers alone.
const std::map<std::string_view, std::set<std::string_view>>& may_include() {
  static const std::map<std::string_view, std::set<std::string_view>> table = {
      {"base", {}},
      {"catalogue", {"base"}},
      {"casefile", {"base", "catalogue"}},
      {"procedure", {"base", "catalogue", "casefile"}},
      {"access", {"base", "catalogue", "casefile", "procedure"}},
      {"store", {"base", "catalogue", "casefile"}},
      {"document", {"base", "catalogue", "access views"}},
      {"returns", {"base", "catalogue", "access views"}},
      {"desk", {"base", "catalogue", "casefile", "procedure", "access", "store", "document", "returns"}},
      {"page", {"base", "catalogue", "access views", "document", "returns", "desk"}},
      // What stands above page sees no more of the record than page does: access stands on the only road out.
      {"server", {"base", "catalogue", "access views", "document", "returns", "desk", "page"}},
      {"cli", {"base", "catalogue", "access views", "document", "returns", "desk", "page", "server"}},
  };
  return table;
}

/// What a room above access may read of it: "view.h", "work_view.h". "make_view.h" makes them, from the casefile, and is for the desk alone.
bool is_view_header(std::string_view path) {
  if (!path.starts_with("src/access/") || !path.ends_with(".h")) return false;
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return name.find("view") != std::string_view::npos && !name.starts_with("make_");
}

/// What a line includes by quotes; nothing for any other line.
std::optional<std::string_view> included(std::string_view line) {
  constexpr std::string_view start = "#include \"";
  if (!line.starts_with(start)) return std::nullopt;
  line.remove_prefix(start.size());
  return line.substr(0, line.find('"'));
}

Findings forbidden_includes(const Files& files) {
  Findings out;
  for (const SourceFile& file : files) {
    if (!is_program(file.path)) continue;
    const auto mine = may_include().find(room_of(file.path));
    if (mine == may_include().end()) {
      out.push_back(file.path + ": this room is not in the table of rooms. Say in tests/house/rooms_test.cpp what it may include.");
      continue;
    }
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      const auto what = included(file.lines[i]);
      if (!what) continue;
      const std::string path = "src/" + std::string(*what);
      const std::string_view theirs = room_of(path);
      if (!may_include().contains(theirs))
        out.push_back(place(file, i) + fmt::format("\"{}\" names no room. Write the path from src, as \"base/date.h\".", *what));
      else if (theirs != mine->first && !mine->second.contains(theirs) && !(is_view_header(path) && mine->second.contains("access views")))
        out.push_back(place(file, i) + fmt::format("{} may not include {}. Move what is needed to a room that both may see, or ask the desk for it.",
                                                   mine->first, *what));
    }
  }
  return out;
}

/// The way from a header to the casefile room, as "a > b > c"; empty when there is none.
std::string way_to_casefile(const std::map<std::string, const SourceFile*>& by_path, const std::string& path, std::set<std::string>& seen) {
  if (!seen.insert(path).second) return {};
  if (room_of(path) == "casefile") return path;
  const auto file = by_path.find(path);
  if (file == by_path.end()) return {};
  for (const std::string& line : file->second->lines)
    if (const auto what = included(line))
      if (const std::string way = way_to_casefile(by_path, "src/" + std::string(*what), seen); !way.empty()) return path + " > " + way;
  return {};
}

Findings views_of_the_casefile(const Files& files) {
  std::map<std::string, const SourceFile*> by_path;
  for (const SourceFile& file : files) by_path.emplace(file.path, &file);
  Findings out;
  for (const SourceFile& file : files) {
    if (!is_view_header(file.path)) continue;
    std::set<std::string> seen;
    if (const std::string way = way_to_casefile(by_path, file.path, seen); !way.empty())
      out.push_back(file.path + ": a view header lets the casefile through, by " + way + ". Copy what the reader may see into the view's own types.");
  }
  return out;
}

/// Files above the desk that come to the casefile by a header of the desk: what they may not include, they shall not be handed either.
Findings casefile_above_the_desk(const Files& files) {
  std::map<std::string, const SourceFile*> by_path;
  for (const SourceFile& file : files) by_path.emplace(file.path, &file);
  Findings out;
  for (const SourceFile& file : files) {
    const auto rooms = may_include().find(room_of(file.path));
    if (!is_program(file.path) || rooms == may_include().end() || !rooms->second.contains("access views")) continue;
    std::set<std::string> seen;
    if (const std::string way = way_to_casefile(by_path, file.path, seen); !way.empty())
      out.push_back(file.path + ": comes to the casefile, by " + way + ". Give the desk a header without it, as desk/desk.h is: announced classes, a struct of parts.");
  }
  return out;
}

Findings beast_outside_the_server(const Files& files) {
  Findings out;
  for (const SourceFile& file : files) {
    if (!is_program(file.path) || room_of(file.path) == "server") continue;
    const auto code = without_comments(file.lines);
    for (std::size_t i = 0; i < code.size(); ++i)
      if (code[i].find("boost/beast") != std::string::npos || code[i].find("boost::beast") != std::string::npos)
        out.push_back(place(file, i) + "Beast is included by the server room alone. Use page/http.h's Request and Response.");
  }
  return out;
}

TEST(HouseRooms, no_room_includes_what_it_may_not_see) { expect_none(forbidden_includes(checkout())); }
TEST(HouseRooms, no_view_header_lets_the_casefile_through) { expect_none(views_of_the_casefile(checkout())); }
TEST(HouseRooms, no_header_of_the_desk_hands_the_casefile_up) { expect_none(casefile_above_the_desk(checkout())); }
TEST(HouseRooms, beast_stays_in_the_server) { expect_none(beast_outside_the_server(checkout())); }

TEST(HouseRooms, a_forbidden_include_is_found) {
  const auto found = [](std::string path, std::string_view line) { return forbidden_includes({sample(std::move(path), line)}).size(); };
  EXPECT_EQ(found("src/base/a.h", "#include \"casefile/entry.h\""), 1U);
  EXPECT_EQ(found("src/casefile/a.h", "#include \"procedure/calendar.h\""), 1U);
  EXPECT_EQ(found("src/store/a.cpp", "#include \"procedure/calendar.h\""), 1U);
  EXPECT_EQ(found("src/document/a.cpp", "#include \"access/reader.h\""), 1U);
  EXPECT_EQ(found("src/document/a.cpp", "#include \"casefile/entry.h\""), 1U);
  EXPECT_EQ(found("src/returns/a.cpp", "#include \"store/store.h\""), 1U);
  EXPECT_EQ(found("src/page/a.cpp", "#include \"store/store.h\""), 1U);
  EXPECT_EQ(found("src/page/a.cpp", "#include \"server/server.h\""), 1U);
  EXPECT_EQ(found("src/cli/a.cpp", "#include \"procedure/calendar.h\""), 1U);
  EXPECT_EQ(found("src/cli/a.cpp", "#include \"store/store.h\""), 1U);
  EXPECT_EQ(found("src/desk/a.cpp", "#include \"page/http.h\""), 1U);
  EXPECT_EQ(found("src/page/a.cpp", "#include \"http.h\""), 1U);
  EXPECT_EQ(found("src/cellar/a.cpp", "int a;"), 1U);
}

TEST(HouseRooms, an_allowed_include_is_passed) {
  const auto found = [](std::string path, std::string_view line) { return forbidden_includes({sample(std::move(path), line)}).size(); };
  EXPECT_EQ(found("src/document/a.cpp", "#include \"access/file_view.h\""), 0U);
  EXPECT_EQ(found("src/page/a.cpp", "#include \"access/file_view.h\""), 0U);
  EXPECT_EQ(found("src/page/a.cpp", "#include \"desk/open_file.h\""), 0U);
  EXPECT_EQ(found("src/desk/a.cpp", "#include \"store/store.h\""), 0U);
  EXPECT_EQ(found("src/server/a.cpp", "#include \"page/http.h\""), 0U);
  EXPECT_EQ(found("src/cli/main.cpp", "#include \"server/server.h\""), 0U);
  EXPECT_EQ(found("src/base/a_test.cpp", "#include \"casefile/entry.h\""), 0U);
  EXPECT_EQ(found("src/base/a.cpp", "#include <boost/json.hpp>"), 0U);
}

TEST(HouseRooms, a_view_header_is_followed_to_the_casefile) {
  const SourceFile view = sample("src/access/file_view.h", "#include \"access/withheld.h\"");
  EXPECT_EQ(views_of_the_casefile({view, sample("src/access/withheld.h", "#include \"base/date.h\"")}).size(), 0U);
  const Findings found = views_of_the_casefile({view, sample("src/access/withheld.h", "#include \"casefile/entry.h\"")});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NE(found[0].find("src/access/file_view.h > src/access/withheld.h > src/casefile/entry.h"), std::string::npos);
  EXPECT_EQ(views_of_the_casefile({sample("src/access/work_view.h", "#include \"casefile/entry.h\"")}).size(), 1U);
  EXPECT_EQ(views_of_the_casefile({sample("src/access/reader.h", "#include \"casefile/entry.h\"")}).size(), 0U);
}

TEST(HouseRooms, what_makes_views_is_no_view_header) {
  EXPECT_EQ(views_of_the_casefile({sample("src/access/make_view.h", "#include \"casefile/entry.h\"")}).size(), 0U);
  EXPECT_EQ(forbidden_includes({sample("src/page/a.cpp", "#include \"access/make_view.h\"")}).size(), 1U);
  EXPECT_EQ(forbidden_includes({sample("src/desk/a.cpp", "#include \"access/make_view.h\"")}).size(), 0U);
}

TEST(HouseRooms, a_page_is_followed_to_the_casefile) {
  const SourceFile page = sample("src/page/a.cpp", "#include \"desk/desk.h\"");
  EXPECT_EQ(casefile_above_the_desk({page, sample("src/desk/desk.h", "#include \"access/view.h\"")}).size(), 0U);
  EXPECT_EQ(casefile_above_the_desk({page, sample("src/desk/desk.h", "#include \"casefile/entry.h\"")}).size(), 1U);
  EXPECT_EQ(casefile_above_the_desk({sample("src/desk/a.cpp", "#include \"casefile/entry.h\"")}).size(), 0U);
}

TEST(HouseRooms, beast_elsewhere_is_found) {
  EXPECT_EQ(beast_outside_the_server({sample("src/page/a.cpp", "#include <boost/beast/http.hpp>")}).size(), 1U);
  EXPECT_EQ(beast_outside_the_server({sample("src/server/a.cpp", "#include <boost/beast/http.hpp>")}).size(), 0U);
  EXPECT_EQ(beast_outside_the_server({sample("src/page/a.cpp", "// not boost::beast")}).size(), 0U);
}

}   // namespace
}   // namespace confer::house
