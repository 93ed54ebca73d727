#pragma once
// For tests: the options of a published fixture, read from JSON into the components' own options.
#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "page/components/components.h"
#include "page/components/markup_test.h"

namespace confer::fixtures_test {

using Options = json::object;
using Mapper = Html (*)(const Options&);

/// The component made from a fixture's options; nothing when we have no such component.
[[nodiscard]] Mapper form_mapper(std::string_view component);
[[nodiscard]] Mapper page_mapper(std::string_view component);

/// As nunjucks writes a value: a text, number or yes-no; empty when missing.
[[nodiscard]] std::string text(const Options& options, std::string_view name);
[[nodiscard]] std::string text(const Options& options, std::string_view name, std::string_view otherwise);
[[nodiscard]] std::optional<std::string> text_if_any(const Options& options, std::string_view name);
[[nodiscard]] Html html(const Options& options, std::string_view name);
[[nodiscard]] const Options& object(const Options& options, std::string_view name);
[[nodiscard]] std::optional<bool> yes_no(const Options& options, std::string_view name);
[[nodiscard]] bool on(const Options& options, std::string_view name);
[[nodiscard]] int number(const Options& options, std::string_view name, int otherwise = 0);
[[nodiscard]] std::optional<std::size_t> count(const Options& options, std::string_view name);
[[nodiscard]] components::Attributes attributes(const Options& options);

/// Makes a list from those members of an array that are objects; `make` also gets the place, counted from 1 with the others.
template <class Item, class Make>
[[nodiscard]] std::vector<Item> list(const Options& options, std::string_view name, Make make) {
  std::vector<Item> all;
  const auto* found = options.if_contains(name);
  if (!found || !found->is_array()) return all;
  std::size_t place = 0;
  for (const auto& item : found->get_array()) {
    ++place;
    if (item.is_object()) all.push_back(make(item.get_object(), place));
  }
  return all;
}

}  // namespace confer::fixtures_test
