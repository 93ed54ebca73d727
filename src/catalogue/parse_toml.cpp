#include "catalogue/parse_toml.h"

#include <fmt/format.h>

#include <algorithm>

namespace confer {
namespace {

/// The parser's own words with what they mean around them.
std::string not_written_as_toml(std::string_view parser) {
  constexpr std::string_view while_parsing = "Error while parsing ", line_end = "'\\n'";
  std::string shown(parser.starts_with(while_parsing) ? parser.substr(while_parsing.size()) : parser);
  for (std::size_t at; (at = shown.find(line_end)) != std::string::npos;) shown.replace(at, line_end.size(), "the end of the line");
  std::replace_if(shown.begin(), shown.end(), [](char letter) { return static_cast<unsigned char>(letter) < 0x20; }, ' ');   // a terminal would act on it
  return fmt::format("This line is not written as TOML, so nothing in this file was read: {}. Look here and on the line above for a quotation mark, bracket, brace, comma or equals "
                     "sign that is missing or too many; a day is written as 2025-04-30, without quotes.", shown);
}

}  // namespace

std::optional<toml::table> parse_toml(const ProcedureFile& file, std::vector<LoadError>& errors) {
  if (file.text.size() > largest_procedure_file) {
    errors.push_back({{file.path, 1}, fmt::format("This file is larger than {} bytes. Split it.", largest_procedure_file)});
    return std::nullopt;
  }
  try {
    return toml::parse(file.text, file.path);
  } catch (const toml::parse_error& error) {
    errors.push_back({{file.path, static_cast<int>(error.source().begin.line)}, not_written_as_toml(error.description())});
    return std::nullopt;
  }
}

}  // namespace confer
