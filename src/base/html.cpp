#include "base/html.h"

#include <algorithm>
#include <array>

namespace confer {
namespace {

/// What stands instead of each byte; empty where the byte may stand as it is. Looked up, since most of a page comes through here.
constexpr auto replacements = [] {
  std::array<std::string_view, 256> all{};
  all['&'] = "&amp;";
  all['<'] = "&lt;";
  all['>'] = "&gt;";
  all['"'] = "&quot;";
  all['\''] = "&#39;";
  return all;
}();
constexpr auto is_replaced = [] {
  std::array<bool, 256> all{};
  for (std::size_t byte = 0; byte < all.size(); ++byte) all[byte] = !replacements[byte].empty();
  return all;
}();

void escape_into(std::string& out, std::string_view words) {
  std::size_t from = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto byte = static_cast<unsigned char>(words[i]);
    if (!is_replaced[byte]) continue;
    out.append(words.substr(from, i - from)).append(replacements[byte]);
    from = i + 1;
  }
  out.append(words.substr(from));
}

/// Whether a name stays a name wherever it is written: a space or an equals sign in it would begin another attribute.
bool is_attribute_name(std::string_view name) noexcept {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' || c == '.';
  };
  return !name.empty() && std::all_of(name.begin(), name.end(), allowed);
}

void attributes_into(std::string& out, std::span<const html::Attribute> attributes) {
  for (const auto& attribute : attributes) {
    if (attribute.form == html::Attribute::Form::absent) continue;
    CONFER_ASSERT(is_attribute_name(attribute.name));
    out.append(" ").append(attribute.name);
    if (attribute.form == html::Attribute::Form::boolean) continue;
    out.append("=\"");
    escape_into(out, attribute.value);
    out.push_back('"');
  }
}

}  // namespace

Html& Html::add_text(std::string_view words) {
  escape_into(markup_, words);
  return *this;
}

Html& Html::open(html::Literal tag, std::span<const html::Attribute> attributes) {
  markup_.append("<").append(tag.markup);
  attributes_into(markup_, attributes);
  markup_.push_back('>');
  return *this;
}

Html& Html::open(html::Literal tag, html::Attributes attributes) {
  return open(tag, std::span<const html::Attribute>(attributes.begin(), attributes.size()));
}

Html& Html::close(html::Literal tag) {
  markup_.append("</").append(tag.markup).append(">");
  return *this;
}

namespace html {

Html text(std::string_view words) {
  Html out;
  out.add_text(words);
  return out;
}

Html lines(std::string_view words) {
  Html out;
  for (std::size_t end = words.find('\n'); end != std::string_view::npos; end = words.find('\n')) {
    out.add_text(words.substr(0, end));
    out += Html("<br>");
    words.remove_prefix(end + 1);
  }
  out.add_text(words);
  return out;
}

namespace {

/// The bytes of an element whose content has so many and needs no escaping, so that it is written without being moved as it grows.
std::size_t room_for(Literal tag, Attributes attributes, std::size_t content) {
  std::size_t bytes = content + 2 * tag.markup.size() + sizeof "<></>";
  for (const Attribute& one : attributes) bytes += one.name.size() + one.value.size() + sizeof " =\"\"";
  return bytes;
}

}  // namespace

Html element(Literal tag, Attributes attributes, const Html& content) {
  Html out;
  out.reserve(room_for(tag, attributes, content.markup().size()));
  out.open(tag, attributes);
  out += content;
  out.close(tag);
  return out;
}

Html element(Literal tag, Attributes attributes, std::string_view words) {
  Html out;
  out.reserve(room_for(tag, attributes, words.size()));
  out.open(tag, attributes);
  out.add_text(words);
  out.close(tag);
  return out;
}

Html void_element(Literal tag, Attributes attributes) {
  Html out;
  out.open(tag, attributes);
  return out;
}

}  // namespace html
}  // namespace confer
