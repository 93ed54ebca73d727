#include "catalogue/table_reader.h"

#include <fmt/format.h>

#include "base/near_name.h"

namespace confer {

std::string LoadError::written() const { return place.file.empty() ? message : fmt::format("{}:{}: {}", place.file, place.line, message); }

Place TableReader::place() const { return {file_, static_cast<int>(table_.source().begin.line)}; }

Place TableReader::place_of(std::string_view key) const {
  const toml::node* node = table_.get(key);
  return node ? Place{file_, static_cast<int>(node->source().begin.line)} : place();
}

void TableReader::wrong(std::string message) { errors_.push_back({place(), std::move(message)}); }

void TableReader::wrong_at(const toml::node& node, std::string message) {
  errors_.push_back({{file_, static_cast<int>(node.source().begin.line)}, std::move(message)});
}

const toml::node* TableReader::take(std::string_view key, Must must) {
  read_.emplace(key);
  const toml::node* node = table_.get(key);
  if (!node && must == Must::stand) wrong(fmt::format("\"{}\" is missing here. Add it.", key));
  return node;
}

std::string TableReader::text(std::string_view key, Must must) {
  const toml::node* node = take(key, must);
  if (!node) return {};
  if (const auto* value = node->as_string()) return value->get();
  wrong_at(*node, fmt::format("\"{}\" must be a text in quotes.", key));
  return {};
}

Words TableReader::words(std::string_view key, Must must) {
  const toml::node* node = take(key, must);
  if (!node) return {};
  if (const auto* value = node->as_string()) return {value->get(), {}};
  if (const auto* table = node->as_table()) {
    TableReader inner(*table, file_, errors_);
    Words words{inner.text("en", Must::stand), inner.text("cy")};
    inner.finish();
    return words;
  }
  wrong_at(*node, fmt::format("\"{}\" must be a text in quotes, or {{ en = \"…\", cy = \"…\" }}.", key));
  return {};
}

bool TableReader::yes_no(std::string_view key, bool otherwise) {
  const toml::node* node = take(key, Must::be_optional);
  if (!node) return otherwise;
  if (const auto* value = node->as_boolean()) return value->get();
  wrong_at(*node, fmt::format("\"{}\" must be true or false.", key));
  return otherwise;
}

int TableReader::number(std::string_view key, int otherwise) {
  const toml::node* node = take(key, Must::be_optional);
  if (!node) return otherwise;
  const auto* value = node->as_integer();
  if (value && value->get() >= 0 && value->get() <= 1'000'000) return static_cast<int>(value->get());
  wrong_at(*node, fmt::format("\"{}\" must be a whole number from 0 to 1,000,000.", key));
  return otherwise;
}

std::optional<Date> TableReader::day(std::string_view key, Must must) {
  const toml::node* node = take(key, must);
  if (!node) return std::nullopt;
  if (const auto* value = node->as_date()) {
    const toml::date read = value->get();
    if (const auto day = Date::from_parts(read.year, read.month, read.day)) return *day;
  }
  wrong_at(*node, fmt::format("\"{}\" must be a day such as 2025-04-30, without quotes.", key));
  return std::nullopt;
}

std::optional<Period> TableReader::period(std::string_view key) {
  const toml::node* node = take(key, Must::be_optional);
  if (!node) return std::nullopt;
  const auto* value = node->as_string();
  const auto period = value ? Period::parse(value->get()) : Result<Period>(refused("It must be a text in quotes."));
  if (period) return *period;
  wrong_at(*node, fmt::format("\"{}\": {}", key, period.error().message));
  return std::nullopt;
}

std::vector<std::string> TableReader::texts(std::string_view key) {
  const toml::node* node = take(key, Must::be_optional);
  std::vector<std::string> out;
  if (!node) return out;
  if (const auto* one = node->as_string()) return {one->get()};
  if (const auto* many = node->as_array())
    for (const toml::node& item : *many)
      if (const auto* value = item.as_string()) out.push_back(value->get());
      else wrong_at(item, fmt::format("\"{}\" must be a list of texts in quotes.", key));
  else wrong_at(*node, fmt::format("\"{}\" must be a list of texts in quotes.", key));
  return out;
}

std::vector<Date> TableReader::days(std::string_view key) {
  const toml::node* node = take(key, Must::be_optional);
  std::vector<Date> out;
  if (!node) return out;
  const auto* many = node->as_array();
  if (!many) wrong_at(*node, fmt::format("\"{}\" must be a list of days.", key));
  else
    for (const toml::node& item : *many) {
      const auto* value = item.as_date();
      const auto day = value ? Date::from_parts(value->get().year, value->get().month, value->get().day) : Result<Date>(refused("It must be a day."));
      if (day) out.push_back(*day);
      else wrong_at(item, fmt::format("\"{}\" must be a list of days such as 2025-04-30, without quotes.", key));
    }
  return out;
}

std::optional<Instant> TableReader::london_moment(std::string_view key) {
  const toml::node* node = take(key, Must::be_optional);
  if (!node) return std::nullopt;
  if (const auto* value = node->as_date_time(); value && !value->get().offset)
    if (const auto day = Date::from_parts(value->get().date.year, value->get().date.month, value->get().date.day)) return london_instant(*day, value->get().time.hour, value->get().time.minute);
  wrong_at(*node, fmt::format("\"{}\" must be a day and a time such as 2025-04-30T15:00:00, without quotes.", key));
  return std::nullopt;
}

const toml::table* TableReader::free_table(std::string_view key) {
  const toml::node* node = take(key, Must::be_optional);
  if (!node) return nullptr;
  if (!node->as_table()) wrong_at(*node, fmt::format("\"{}\" must be a table, as {{ … }}.", key));
  return node->as_table();
}

Citation TableReader::citation(Must must) { return {text("source", must), text("at"), texts("catalogue")}; }

std::vector<TableReader> TableReader::tables(std::string_view key) {
  const toml::node* node = take(key, Must::be_optional);
  std::vector<TableReader> out;
  if (!node) return out;
  if (const auto* one = node->as_table()) out.emplace_back(*one, file_, errors_);
  else if (const auto* many = node->as_array())
    for (const toml::node& item : *many)
      if (const auto* table = item.as_table()) out.emplace_back(*table, file_, errors_);
      else wrong_at(item, fmt::format("\"{}\" must hold tables.", key));
  else wrong_at(*node, fmt::format("\"{}\" must be a table or a list of tables.", key));
  return out;
}

std::vector<std::pair<std::string, TableReader>> TableReader::named_tables() {
  std::vector<std::pair<std::string, TableReader>> out;
  for (const auto& [key, node] : table_)
    for (TableReader& table : tables(key.str())) out.emplace_back(std::string(key.str()), std::move(table));
  return out;
}

std::vector<std::pair<std::string, Wording>> TableReader::named_wordings() {
  std::vector<std::pair<std::string, Wording>> out;
  for (const auto& [key, node] : table_) {
    const std::string name(key.str());
    if (!node.is_array()) out.emplace_back(name, Wording{words(name, Must::stand), {}, {}, place_of(name)});
    else
      for (TableReader& one : tables(name)) {
        Wording read{{one.text("en", Must::stand), one.text("cy")}, {}, {}, one.place()};
        one.stretch(read);
        one.finish();
        out.emplace_back(name, std::move(read));
      }
  }
  return out;
}

void TableReader::finish() {
  for (const auto& [key, node] : table_)
    if (!read_.contains(key.str())) wrong_at(node, fmt::format("\"{}\" is not known here. Take it out, or check how it is spelt.{}", key.str(), did_you_mean(key.str(), {read_.begin(), read_.end()})));
}

}  // namespace confer
