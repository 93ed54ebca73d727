#include "fuzz/targets.h"

#include <fmt/format.h>

#include <sstream>
#include <stdexcept>

#include "catalogue/testing.h"
#include "desk/jsonl.h"
#include "procedure/explain.h"

namespace confer::fuzz {
namespace {

/// What must hold of every input. Throws with what does not: libFuzzer keeps the input, gtest names it.
void holds(bool is_so, std::string_view what) {
  if (!is_so) throw std::logic_error(std::string(what));
}

const Procedure& rotherham() {
  static const Procedure loaded = Procedure::from(for_tests::shipped("rotherham")).value();
  return loaded;
}

void read_again(const Entry& entry) {
  const auto again = read_entry(json::serialize(write_entry(entry)));
  holds(again.has_value(), "an entry that was read is not taken again as it is written");
  holds(*again == entry, "an entry reads otherwise once it is written");
}

void judge(std::vector<Entry> entries) {
  const CaseFile file = CaseFile::fold(std::move(entries));
  for (const Obligation& one : obligations(file, rotherham(), Date::parse("2025-12-01").value())) {
    holds(!explanation(one, file, rotherham()).empty(), "an obligation without its reason");
    holds(!reasons(one, file, rotherham(), Language::welsh).empty(), "an obligation without its table");
  }
}

template <class Start>
void count(const Start& start, Date day, const Period& period) {
  const Calendar& calendar = rotherham().calendar();
  if (const auto after = calendar.count(start, period, Direction::after)) {
    holds(after->limit >= day, "a limit before its anchor");
    holds(!after->latest_bookable || *after->latest_bookable <= after->limit, "bookable after the limit");
    holds(after->skipped.size() <= 1'000'000, "more days passed over than there are");
  } else {
    holds(!after.error().message.empty(), "refused without a word");
  }
  if (const auto before = calendar.count(start, period, Direction::before)) holds(before->limit <= day, "counted back and ended later");
}

}  // namespace

void feed_procedure(std::string_view text) {
  const bool is_pack = text.starts_with("id");
  const std::vector<ProcedureFile> files = {{"one/procedure.toml", is_pack ? std::string(text) : "id = \"one\"\ntitle = \"One\"\n"}, {"one/all.toml", is_pack ? "" : std::string(text)}};
  for (const std::string& id : procedure_ids(files)) holds(!id.empty(), "a procedure without an id");
  auto loaded = load_procedure(files, "one");
  if (!loaded) {
    holds(!loaded.error().empty(), "refused without an error");
    for (const LoadError& error : loaded.error()) holds(!error.message.empty(), "an error without words");
    return;
  }
  const auto procedure = Procedure::from(std::move(*loaded));
  if (!procedure) holds(!procedure.error().message.empty(), "refused without a word");
}

void feed_entries(std::string_view text) {
  std::istringstream in{std::string(text)};
  auto entries = read_jsonl(in);
  if (!entries) {
    holds(entries.error().message.starts_with("Line "), "refused without its line");
    return;
  }
  for (const Entry& entry : *entries) read_again(entry);
  if (entries->size() <= 200) judge(std::move(*entries));
}

void feed_period(std::string_view text) {
  const std::size_t line = text.find('\n');
  const std::string_view start = text.substr(0, line), rest = line == std::string_view::npos ? std::string_view{} : text.substr(line + 1);
  const auto period = Period::parse(rest);
  const auto day = Date::parse(start);
  const auto moment = Instant::parse(start);
  holds(period || !period.error().message.empty(), "a period refused without a word");
  holds(day || !day.error().message.empty(), "a day refused without a word");
  if (period) holds(Period::parse(period->written()) == *period, "a period reads otherwise once it is written");
  if (day) holds(Date::parse(day->iso()) == *day, "a day reads otherwise once it is written");
  if (moment) holds(Instant::parse(moment->iso()).has_value(), "a moment is not taken again as it is written");
  if (period && day) count(*day, *day, *period);
  if (period && moment) count(*moment, london_day(*moment), *period);
}

}  // namespace confer::fuzz
