#include "document/paginate.h"

#include <algorithm>

namespace confer::document {
namespace {

constexpr double tallest_repeated_header = 0.25;   // of a page
constexpr std::size_t lines_kept_together = 2;     // no widow, no orphan

/// One band of one part.
struct Place {
  std::size_t part = 0;
  std::size_t band = 0;
};

class Paginator {
 public:
  Paginator(const Typeset& typeset, double height) : parts_(typeset.parts), groups_(typeset.groups), height_(height) {}

  std::vector<Page> pages() {
    for (Place at{}; at.part < parts_.size();) at = place_chain(at);
    return std::move(pages_);
  }

 private:
  [[nodiscard]] Place after(Place at) const {
    return at.band + 1 < parts_[at.part].bands.size() ? Place{at.part, at.band + 1} : Place{at.part + 1, 0};
  }
  [[nodiscard]] double height_of(Place at) const {
    const Part& part = parts_[at.part];
    const bool last = at.band + 1 == part.bands.size();
    return part.bands[at.band] + (at.band == 0 ? part.padding : 0) + (last ? part.padding + part.rule_below : 0);
  }
  /// Whether no page should end below this band.
  [[nodiscard]] bool keeps(Place at) const {
    const Part& part = parts_[at.part];
    const std::size_t below = part.bands.size() - at.band - 1;
    if (below == 0) return part.keep_with_next && at.part + 1 < parts_.size() && !parts_[at.part + 1].starts_page;
    return part.keep_whole || at.band + 1 < lines_kept_together || below < lines_kept_together;
  }
  [[nodiscard]] double space_before(Place at) const { return at.band == 0 ? parts_[at.part].space_before : 0; }

  /// The header row to show again above this band at the head of a page; null for none.
  [[nodiscard]] const Part* header_above(Place at, std::size_t& index) const {
    const auto group = parts_[at.part].group;
    if (!group || !groups_[*group].header_row) return nullptr;
    index = *groups_[*group].header_row;
    if (at.part <= index || height_of_part(index) > height_ * tallest_repeated_header) return nullptr;
    return &parts_[index];
  }
  [[nodiscard]] double height_of_part(std::size_t index) const {
    double height = 0;
    for (Place at{index, 0}; at.part == index; at = after(at)) height += height_of(at);
    return height;
  }

  /// Places the bands that belong together from here on, on this page or the next.
  Place place_chain(Place from) {
    double tall = 0;
    Place end = from;
    for (bool kept = true; kept && end.part < parts_.size(); end = after(end)) {
      tall += height_of(end) + (end.part != from.part ? space_before(end) : 0);
      kept = keeps(end) && tall <= height_;   // a chain beyond a page is broken anyway: look no further
    }
    const bool forced = parts_[from.part].starts_page && from.band == 0;
    std::size_t header = 0;
    const double header_height = header_above(from, header) != nullptr ? height_of_part(header) : 0;
    const bool fits_a_page = tall + header_height <= height_;
    if (forced || (fits_a_page && used_ + space_before(from) + tall > height_)) turn_page(from);
    for (Place at = from; at.part < end.part || (at.part == end.part && at.band < end.band); at = after(at)) place(at);
    return end;
  }

  void place(Place at) {
    const double space = used_ > 0 ? space_before(at) : 0;
    if (used_ > 0 && used_ + space + height_of(at) > height_) turn_page(at);
    else used_ += space;
    Page& page = pages_.back();
    if (page.empty() || page.back().part != at.part || page.back().repeated) page.push_back({at.part, at.band, at.band, used_});
    page.back().end = at.band + 1;
    used_ += height_of(at);
  }

  void turn_page(Place next) {
    if (pages_.back().empty()) return;
    pages_.emplace_back();
    used_ = 0;
    std::size_t header = 0;
    const Part* const part = header_above(next, header);
    if (part == nullptr) return;
    pages_.back().push_back({header, 0, part->bands.size(), 0, true});
    used_ = height_of_part(header);
  }

  const std::vector<Part>& parts_;
  const std::vector<Group>& groups_;
  double height_;
  std::vector<Page> pages_{1};
  double used_ = 0;
};

}  // namespace

std::vector<Page> paginate(const Typeset& typeset, double height) { return Paginator(typeset, height).pages(); }

}  // namespace confer::document
