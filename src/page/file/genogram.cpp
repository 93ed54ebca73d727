#include "page/file/genogram.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/text.h"
#include "page/words.h"

namespace confer {
namespace {

// In units of the drawing; one is a pixel where it is not scaled.
constexpr int narrowest_box = 130, letter = 9, box_height = 58, gap = 24, margin = 12, lane = 18, above_lanes = 26;

/// How a line is drawn, by the relation that it stands for.
struct Stroke {
  std::string_view relation;
  std::string_view dashes;   ///< Empty for an unbroken line.
  std::string_view words;
};
constexpr std::array strokes = {Stroke{"mother", "", "parent"}, Stroke{"father", "", "parent"}, Stroke{"carer", "9 5", "has day to day care"}, Stroke{"partner", "2 5", "partner of a parent or carer"},
                                Stroke{"relative", "14 4 2 4", "another relative"}};

const Stroke* stroke_of(std::string_view relation) {
  for (const Stroke& one : strokes)
    if (one.relation == relation) return &one;
  return nullptr;
}

struct Box {
  const ShownPerson* person;
  int left;
};

/// Adults and children who are joined in the same way: one line with a foot in each.
struct Bond {
  std::string_view dashes;
  std::set<std::string> adults;
  std::vector<std::string> children;
};

std::string under_name(const ShownPerson& person, Date today) {
  if (person.born) return fmt::format("{}{}{}", person.role_title, person.role_title.empty() ? "" : ", ", age_in_words(*person.born, today));
  return person.expected ? std::string("not born yet") : person.role_title;
}

class Drawing {
 public:
  Drawing(const FileView& view, Date today) : view_(view), today_(today) {
    gather();
    for (const ShownPerson& person : view.people) {
      const bool joined = std::any_of(bonds_.begin(), bonds_.end(), [&](const Bond& bond) { return bond.adults.contains(person.id.value); });
      if (person.kind == "child") children_.push_back({&person, 0});
      else if (joined) adults_.push_back({&person, 0});
    }
    width_of_box_ = narrowest_box;
    for (const auto* row : {&adults_, &children_})
      for (const Box& box : *row) width_of_box_ = std::max({width_of_box_, letter * longest(box.person->name), letter * longest(under_name(*box.person, today_))});
    width_ = std::max(place(adults_), place(children_));
    centre(adults_);
    centre(children_);
  }

  [[nodiscard]] bool says_something() const { return !adults_.empty() && !children_.empty(); }

  [[nodiscard]] Html draw() const {
    const int children_top = margin + box_height + above_lanes + lane * static_cast<int>(bonds_.size()) + above_lanes;
    const int height = children_top + box_height + margin;
    Html out;
    out.open("svg", {{"class", "confer-genogram__drawing"}, {"viewBox", fmt::format("0 0 {} {}", width_, height)}, {"width", number(width_)}, {"height", number(height)}, {"role", "img"}, {"aria-labelledby", "genogram-title"}});
    out += html::element("title", {{"id", "genogram-title"}}, "Who belongs to whom. The tables below say the same in words.");
    int y = margin + box_height + above_lanes;
    for (const Bond& bond : bonds_) {
      draw(out, bond, y, children_top);
      y += lane;
    }
    for (const Box& box : adults_) draw(out, box, margin);
    for (const Box& box : children_) draw(out, box, children_top);
    out.close("svg");
    return out;
  }

  /// What each kind of line that is drawn stands for.
  [[nodiscard]] Html key() const {
    Html items;
    std::set<std::string_view> told;
    for (const Stroke& stroke : strokes) {
      const bool drawn = std::any_of(bonds_.begin(), bonds_.end(), [&](const Bond& bond) { return bond.dashes == stroke.dashes; });
      if (!drawn || !told.insert(stroke.words).second) continue;
      Html sample;
      sample.open("svg", {{"class", "confer-genogram__sample"}, {"width", "48"}, {"height", "10"}, {"aria-hidden", "true"}, {"focusable", "false"}});
      line(sample, 0, 5, 48, 5, stroke.dashes);
      sample.close("svg");
      items += html::element("li", {}, sample + html::text(" ") + html::text(stroke.words));
    }
    return html::element("ul", {{"class", "govuk-list confer-genogram__key"}}, items);
  }

 private:
  static std::string number(int value) { return fmt::format("{}", value); }
  static int longest(std::string_view words) { return static_cast<int>(std::count_if(words.begin(), words.end(), [](char c) { return (c & '\xC0') != '\x80'; })) + 2; }

  /// Children with the same adults in the same way share a line.
  void gather() {
    std::map<std::pair<std::string, std::string_view>, std::set<std::string>> joined;   // child and dashes -> adults
    for (const ShownEntry* entry : view_.standing("relationship"))
      if (const Stroke* stroke = stroke_of(entry->text("relation")); stroke && view_.person(entry->text("person")))
        for (const PersonId& child : entry->about) joined[{child.value, stroke->dashes}].insert(std::string(entry->text("person")));
    for (const ShownPerson& person : view_.people)
      for (const auto& [which, adults] : joined)
        if (which.first == person.id.value) join(which.second, adults, which.first);
  }

  void join(std::string_view dashes, const std::set<std::string>& adults, const std::string& child) {
    for (Bond& bond : bonds_)
      if (bond.dashes == dashes && bond.adults == adults) return bond.children.push_back(child);
    bonds_.push_back({dashes, adults, {child}});
  }

  /// Sets a row from the left; its width.
  int place(std::vector<Box>& row) const {
    int left = margin;
    for (Box& box : row) {
      box.left = left;
      left += width_of_box_ + gap;
    }
    return left - gap + margin;
  }

  void centre(std::vector<Box>& row) const {
    if (row.empty()) return;
    const int shift = (width_ - margin - (row.back().left + width_of_box_)) / 2;
    for (Box& box : row) box.left += shift;
  }

  static void line(Html& out, int from_x, int from_y, int to_x, int to_y, std::string_view dashes) {
    out += html::element("line", {{"x1", number(from_x)}, {"y1", number(from_y)}, {"x2", number(to_x)}, {"y2", number(to_y)}, html::unless_empty("stroke-dasharray", dashes)}, "");
  }

  /// Where this bond's foot stands on a box: each bond has its own place, so that lines of two bonds never lie on each other.
  [[nodiscard]] int foot(const Box& box, const Bond& bond) const {
    const auto index = static_cast<int>(&bond - bonds_.data()), count = static_cast<int>(bonds_.size());
    return box.left + width_of_box_ * (index + 1) / (count + 1);
  }

  void draw(Html& out, const Bond& bond, int y, int children_top) const {
    int first = width_, last = 0;
    const auto stand = [&](const Box& box, int from, int to) {
      const int x = foot(box, bond);
      line(out, x, from, x, to, bond.dashes);
      first = std::min(first, x);
      last = std::max(last, x);
    };
    for (const Box& box : adults_)
      if (bond.adults.contains(box.person->id.value)) stand(box, margin + box_height, y);
    for (const Box& box : children_)
      if (std::find(bond.children.begin(), bond.children.end(), box.person->id.value) != bond.children.end()) stand(box, y, children_top);
    line(out, first, y, last, y, bond.dashes);
  }

  /// A box; a triangle for a child who is not born yet, as genograms have it.
  void draw(Html& out, const Box& box, int top) const {
    const int middle = box.left + width_of_box_ / 2, right = box.left + width_of_box_, bottom = top + box_height;
    const bool unborn = box.person->kind == "child" && !box.person->born;
    if (unborn) out += html::element("polygon", {{"points", fmt::format("{},{} {},{} {},{}", middle, top, box.left, bottom, right, bottom)}}, "");
    else out += html::element("rect", {{"x", number(box.left)}, {"y", number(top)}, {"width", number(width_of_box_)}, {"height", number(box_height)}}, "");
    const int lower = unborn ? 14 : 0;
    out += html::element("text", {{"x", number(middle)}, {"y", number(top + 24 + lower)}, {"text-anchor", "middle"}, {"class", "confer-genogram__name"}}, box.person->name);
    out += html::element("text", {{"x", number(middle)}, {"y", number(top + 44 + lower / 2)}, {"text-anchor", "middle"}}, under_name(*box.person, today_));
  }

  const FileView& view_;
  Date today_;
  std::vector<Bond> bonds_;
  std::vector<Box> adults_, children_;
  int width_of_box_ = 0, width_ = 0;
};

}  // namespace

Html genogram(const FileView& view, Date today) {
  const Drawing drawing(view, today);
  if (!drawing.says_something()) return {};
  Html frame = html::element("div", {{"class", "confer-scrolls"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", "Who belongs to whom"}}, drawing.draw());
  const Html more = html::element("p", {{"class", "govuk-hint confer-genogram__more"}}, "The drawing goes on to the right: move it sideways. The tables below say the same.");
  return html::element("h2", {{"class", "govuk-heading-m"}}, "Who belongs to whom") + html::element("figure", {{"class", "confer-genogram"}}, frame + more + drawing.key());
}

}  // namespace confer
