#include "page/components/markup_test.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace confer::markup_test {
namespace {

constexpr std::array<std::string_view, 6> void_names = {"input", "br", "hr", "img", "link", "meta"};

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

std::string collapsed(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (!is_space(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string unescaped(std::string_view words) {
  static const std::map<std::string, std::string, std::less<>> known = {{"&amp;", "&"},  {"&lt;", "<"},  {"&gt;", ">"},         {"&quot;", "\""},
                                                                        {"&#39;", "'"}, {"&#96;", "`"}, {"&ctdot;", "\u22ef"}};
  std::string out;
  for (std::size_t at = 0; at < words.size();) {
    const auto end = words[at] == '&' ? words.find(';', at) : std::string_view::npos;
    const auto found = end == std::string_view::npos ? known.end() : known.find(words.substr(at, end - at + 1));
    out += found == known.end() ? std::string(1, words[at]) : found->second;
    at = found == known.end() ? at + 1 : end + 1;
  }
  return out;
}

/// Reads what stands between < and >, from `at`, which is left behind the >.
Token read_tag(std::string_view markup, std::size_t& at) {
  const auto skip = [&] { while (at < markup.size() && is_space(markup[at])) ++at; };
  const auto word = [&] {
    const auto from = at;
    while (at < markup.size() && !is_space(markup[at]) && markup[at] != '=' && markup[at] != '>' && (markup[at] != '/' || at == from)) ++at;
    return std::string(markup.substr(from, at - from));
  };
  Token tag{.name = word()};
  for (skip(); at < markup.size() && markup[at] != '>'; skip()) {
    const auto name = word();
    if (name == "/") continue;
    std::string value;
    if (at < markup.size() && markup[at] == '=') {
      const auto from = at + 2;
      at = markup.find('"', from);
      value = collapsed(unescaped(markup.substr(from, at - from)));
      ++at;
    }
    if (!tag.attributes.emplace(name, value).second) tag.attributes["twice: " + name] = value;
  }
  ++at;
  return tag;
}

bool stands_alone(const Token& tag, std::string_view markup, std::size_t end) {
  return markup[end - 2] == '/' || std::find(void_names.begin(), void_names.end(), tag.name) != void_names.end();
}

}  // namespace

std::vector<Token> tokens(std::string_view markup) {
  std::vector<Token> all;
  for (std::size_t at = 0; at < markup.size();) {
    if (markup[at] == '<') {
      all.push_back(read_tag(markup, ++at));
      if (stands_alone(all.back(), markup, at)) all.push_back({.name = "/" + all.back().name});
      continue;
    }
    const auto end = std::min(markup.find('<', at), markup.size());
    auto words = collapsed(unescaped(markup.substr(at, end - at)));
    if (words.starts_with(' ')) words.erase(0, 1);
    if (!words.empty()) all.push_back({.words = std::move(words)});
    at = end;
  }
  return all;
}

std::vector<Token> without(std::vector<Token> all, std::string_view css_class) {
  const auto has_class = [&](const Token& token) {
    const auto found = token.attributes.find("class");
    return found != token.attributes.end() && (" " + found->second + " ").find(" " + std::string(css_class) + " ") != std::string::npos;
  };
  const auto from = std::find_if(all.begin(), all.end(), has_class);
  if (from == all.end()) return all;
  auto to = from;
  for (int depth = 0; to != all.end(); ++to) {
    if (to->name == from->name) ++depth;
    if (to->name == "/" + from->name && --depth == 0) break;
  }
  all.erase(from, to == all.end() ? to : to + 1);
  return all;
}

std::string to_lines(const std::vector<Token>& all) {
  std::string out;
  for (const auto& token : all) {
    out += token.name.empty() ? "  \"" + token.words + "\"" : token.name;
    for (const auto& [name, value] : token.attributes) out += " " + name + "=\"" + value + "\"";
    out += "\n";
  }
  return out;
}

TEST(Markup, is_the_same_whatever_the_order_of_its_attributes_and_the_space_between_its_tags) {
  EXPECT_EQ(tokens("<p id=\"a\" class=\"b  c\">\n  Two\n words </p>"), tokens("<p class=\"b c\" id=\"a\">Two words</p>"));
  EXPECT_EQ(tokens("<input disabled><path/>"), tokens("<input disabled=\"\"/><path></path>"));
}

TEST(Markup, differs_when_a_word_a_tag_or_an_attribute_differs) {
  EXPECT_NE(tokens("<p>Two words</p>"), tokens("<p>Two <b>words</b></p>"));
  EXPECT_NE(tokens("<p id=\"a\">"), tokens("<p id=\"b\">"));
  EXPECT_NE(tokens("&lt;b&gt;"), tokens("<b>"));
  EXPECT_NE(tokens("<p id=\"a\" id=\"a\">"), tokens("<p id=\"a\">"));
}

}  // namespace confer::markup_test
