#include "store/chain.h"

#include <array>
#include <charconv>
#include <fmt/format.h>

namespace confer {
namespace {

/// The deepest nesting of answers that is read back; entries from outside are held to less.
constexpr std::size_t deepest_stored = 64;

std::string joined(const std::vector<PersonId>& people) {
  std::string out;
  for (const PersonId& person : people) {
    CONFER_ASSERT(!person.empty() && person.value.find(',') == std::string::npos);
    if (!out.empty()) out += ',';
    out += person.value;
  }
  return out;
}

std::vector<PersonId> split(std::string_view about) {
  std::vector<PersonId> out;
  while (!about.empty()) {
    const std::size_t end = std::min(about.find(','), about.size());
    out.push_back(PersonId{std::string(about.substr(0, end))});
    about.remove_prefix(std::min(end + 1, about.size()));
  }
  return out;
}

std::string written(const Happened& happened) {
  if (const Date* day = std::get_if<Date>(&happened)) return fmt::format("day {}", day->days());
  if (const Instant* at = std::get_if<Instant>(&happened)) return fmt::format("at {}", at->microseconds);
  return {};
}

[[noreturn]] void fail_unreadable() {
  throw StoreFailure("A stored entry cannot be read: the record is damaged. Run \"confer verify\", and restore a backup where it names faults.");
}

template <class Number>
Number whole_number(std::string_view digits) {
  Number number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc{} || end != digits.data() + digits.size()) fail_unreadable();
  return number;
}

Happened read_happened(std::string_view stored) {
  if (stored.empty()) return {};
  if (stored.starts_with("day ")) return Date::from_days(whole_number<std::int32_t>(stored.substr(4)));
  if (stored.starts_with("at ")) return Instant{whole_number<std::int64_t>(stored.substr(3))};
  fail_unreadable();
}

}  // namespace

ClearPart clear_part(const Entry& entry) {
  return {.id = entry.id.value,
          .type = entry.type,
          .about = joined(entry.about),
          .happened = written(entry.happened),
          .recorded = entry.recorded.microseconds,
          .by = entry.by.value,
          .role = entry.role,
          .corrects = entry.corrects.value,
          .edition = entry.edition == Digest{} ? std::string{} : std::string(entry.edition.view()),
          .key = entry.key};
}

Entry entry_of(ClearPart clear) {
  Entry entry;
  entry.id.value = std::move(clear.id);
  entry.type = std::move(clear.type);
  entry.about = split(clear.about);
  entry.happened = read_happened(clear.happened);
  entry.recorded = Instant{clear.recorded};
  entry.by.value = std::move(clear.by);
  entry.role = std::move(clear.role);
  entry.corrects.value = std::move(clear.corrects);
  entry.key = std::move(clear.key);
  if (clear.edition.empty()) return entry;
  if (clear.edition.size() != entry.edition.bytes.size()) fail_unreadable();
  std::copy(clear.edition.begin(), clear.edition.end(), entry.edition.bytes.begin());
  return entry;
}

Digest place_digest(const Stream& stream, std::uint64_t position, const Digest& before, const ClearPart& clear) {
  const std::string label = stream_label(stream), number = fmt::format("{}", position), recorded = fmt::format("{}", clear.recorded);
  const std::array<std::string_view, 13> parts = {label,    number,   before.view(), clear.id,       clear.type,    clear.about, clear.happened,
                                                  recorded, clear.by, clear.role,    clear.corrects, clear.edition, clear.key};
  return Digest::of_parts(parts);
}

Digest chain_digest(const Digest& place, std::string_view sealed) {
  const std::array<std::string_view, 2> parts = {place.view(), sealed};
  return Digest::of_parts(parts);
}

std::string stream_label(const Stream& stream) {
  return fmt::format("{}\x1f{}\x1f{}", stream.authority.value, static_cast<int>(stream.kind), stream.name);
}

std::string object_bytes(const json::object& object) { return json::serialize(object); }

json::object read_object(std::string_view bytes, const json::storage_ptr& in) {
  // One parser a thread, since most of a short text's reading is making one.
  thread_local json::parser parser({}, [] {
    json::parse_options options;
    options.max_depth = deepest_stored;
    return options;
  }());
  boost::system::error_code error;
  parser.reset(in);
  parser.write(bytes, error);
  if (error) fail_unreadable();
  json::value value = parser.release();
  if (!value.is_object()) fail_unreadable();
  return std::move(value.get_object());
}

void check_append(const Append& what) {
  CONFER_ASSERT(!what.entries.empty());
  CONFER_ASSERT(!what.stream.authority.empty());
  CONFER_ASSERT(!what.rows || what.stream.kind != Stream::Kind::access_log);
  for (const Entry& entry : what.entries) CONFER_ASSERT(!entry.id.empty() && !entry.type.empty() && !entry.destroyed);
}

void fail_known_id() { throw StoreFailure("An entry with this id is on file already. Nothing was added."); }

}  // namespace confer
