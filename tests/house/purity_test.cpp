// Base to access are pure: the same arguments give the same answer on every machine and day, which is what lets the record be judged again.
#include <array>

#include "source_tree.h"

namespace confer::house {
namespace {

constexpr std::array pure_rooms = {"base", "catalogue", "casefile", "procedure", "access"};

struct Impure {
  std::string_view word;
  std::string_view instead;
};

constexpr std::array impurities = {
    Impure{"system_clock", "take today or now as an argument"},
    Impure{"steady_clock", "measure at the desk, the server or in benchmarks"},
    Impure{"high_resolution_clock", "measure at the desk, the server or in benchmarks"},
    Impure{"std::time(", "take now as an argument"},
    Impure{"gettimeofday", "take now as an argument"},
    Impure{"clock_gettime", "take now as an argument"},
    Impure{"current_zone", "use london_day and its kin"},
    Impure{"fstream", "take the bytes as an argument; the desk and the command line read files"},
    Impure{"fopen", "take the bytes as an argument; the desk and the command line read files"},
    Impure{"parse_file", "take the text as an argument and parse that"},
    Impure{"<filesystem>", "take the bytes as an argument; the desk and the command line read files"},
    Impure{"std::filesystem", "take the bytes as an argument; the desk and the command line read files"},
    Impure{"boost/asio", "leave sockets to the server"},
    Impure{"sys/socket.h", "leave sockets to the server"},
    Impure{"curl/", "leave sockets to the desk's outbox"},
    Impure{"<thread>", "leave threads to the server"},
    Impure{"std::thread", "leave threads to the server"},
    Impure{"std::jthread", "leave threads to the server"},
    Impure{"std::async", "leave threads to the server"},
    Impure{"std::mutex", "hold no state that two could share; give a value back"},
    Impure{"std::shared_mutex", "hold no state that two could share; give a value back"},
    Impure{"std::atomic", "hold no state that two could share; give a value back"},
    Impure{"getenv", "take the setting as an argument"},
    Impure{"rand(", "take ids as arguments"},
    Impure{"random_device", "take ids as arguments"},
    Impure{"<random>", "take ids as arguments"},
    Impure{"randombytes", "take ids and keys as arguments"},
};

/// Whether the word stands there as itself and not as the end of a longer name.
bool stands_in(std::string_view line, std::string_view word) {
  for (std::size_t at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
    const bool in_a_name = at > 0 && (std::isalnum(static_cast<unsigned char>(line[at - 1])) || line[at - 1] == '_');
    const bool part_of_stream = word == "fstream" && at > 0 && (line[at - 1] == 'i' || line[at - 1] == 'o');
    if (!in_a_name || part_of_stream) return true;
  }
  return false;
}

Findings impure(const Files& files) {
  Findings out;
  for (const SourceFile& file : files) {
    if (!is_program(file.path) || std::find(pure_rooms.begin(), pure_rooms.end(), room_of(file.path)) == pure_rooms.end()) continue;
    const auto code = without_comments(file.lines);
    for (std::size_t i = 0; i < code.size(); ++i)
      for (const Impure& impurity : impurities)
        if (stands_in(code[i], impurity.word))
          out.push_back(place(file, i) + fmt::format("{} in a room that must be pure: {}.", impurity.word, impurity.instead));
  }
  return out;
}

TEST(HousePurity, base_to_access_read_no_clock_file_thread_or_dice) { expect_none(impure(checkout())); }

TEST(HousePurity, each_impurity_is_found) {
  for (const char* line : {"auto now = std::chrono::system_clock::now();", "steady_clock::now()", "std::ifstream in(path);", "#include <fstream>",
                           "fopen(path, \"r\")", "toml::parse_file(path)", "std::thread t;", "std::mutex m;", "std::getenv(\"TZ\")", "getenv(\"TZ\")",
                           "int x = rand();", "std::rand()", "std::random_device d;", "#include <filesystem>", "std::ofstream out;"})
    EXPECT_GE(impure({sample("src/procedure/a.cpp", line)}).size(), 1U) << line;
}

TEST(HousePurity, what_is_pure_or_elsewhere_is_passed) {
  EXPECT_EQ(impure({sample("src/store/a.cpp", "std::mutex m;")}).size(), 0U);
  EXPECT_EQ(impure({sample("src/base/a_test.cpp", "std::ifstream in(path);")}).size(), 0U);
  EXPECT_EQ(impure({sample("src/base/a.cpp", "// never std::chrono::system_clock")}).size(), 0U);
  EXPECT_EQ(impure({sample("src/base/a.cpp", "int strand(int); x = operand(3);")}).size(), 0U);
  EXPECT_EQ(impure({sample("src/base/a.cpp", "date::locate_zone(\"Europe/London\");")}).size(), 0U);
}

}   // namespace
}   // namespace confer::house
