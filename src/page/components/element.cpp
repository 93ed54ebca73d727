#include "page/components/element.h"

#include <array>

namespace confer::components {
namespace {

constexpr std::array<html::Literal, 6> heading_starts = {"<h1", "<h2", "<h3", "<h4", "<h5", "<h6"};
constexpr std::array<html::Literal, 6> heading_ends = {"</h1>", "</h2>", "</h3>", "</h4>", "</h5>", "</h6>"};

std::size_t heading(int level) {
  CONFER_ASSERT(level >= 1 && level <= 6);
  return static_cast<std::size_t>(level - 1);
}

}  // namespace

void Element::start(html::Literal name) {
  page_ += " ";
  page_ += name;
  page_ += "=\"";
}

Element& Element::classes(std::initializer_list<std::string_view> names) {
  start("class");
  bool first = true;
  for (const auto name : names) {
    if (name.empty()) continue;
    if (!first) page_ += " ";
    page_.add_text(name);
    first = false;
  }
  page_ += "\"";
  return *this;
}

Element& Element::flag(html::Literal name, bool on) {
  if (!on) return *this;
  page_ += " ";
  page_ += name;
  return *this;
}

Element& Element::also(const Attributes& attributes) {
  for (const auto& attribute : attributes) with(attribute.name, attribute.value);
  return *this;
}

std::string class_names(std::string_view own, std::string_view more) {
  std::string names(own);
  if (!more.empty()) names.append(" ").append(more);
  return names;
}

Element open_heading(Html& page, int level) { return Element(page, heading_starts[heading(level)]); }

void close_heading(Html& page, int level) { page += heading_ends[heading(level)]; }

}  // namespace confer::components
