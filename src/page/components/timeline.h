#pragma once
// From the Ministry of Justice: who a page is about, and what happened when.
#include <string>
#include <vector>

#include "page/components/element.h"

namespace confer::components {

/// Who this page is about, under the navigation on every page of a file.
struct IdentityBar {
  std::string text = {};
  Html html = {};
  Html actions = {};               ///< What stands at its end: buttons.
  std::string classes = {};
  Attributes attributes = {};
};
/// The markup of an identity bar.
[[nodiscard]] Html identity_bar(const IdentityBar& options);

/// One thing that happened.
struct TimelineItem {
  std::string label_text = {};
  Html label_html = {};
  std::string text = {};           ///< What happened, in one paragraph's words.
  Html html = {};
  std::string timestamp = {};      ///< For machines: `2025-04-07` or with a time.
  std::string when = {};           ///< For people: "Monday 7 April 2025".
  std::string byline_text = {};    ///< "by" stands before it; empty leaves it out.
  Html byline_html = {};
  std::string classes = {};
  Attributes attributes = {};
};

/// What happened, in the order given.
struct Timeline {
  std::vector<TimelineItem> items = {};
  int heading_level = 2;           ///< 1 to 6.
  std::string classes = {};
  Attributes attributes = {};
};
/// The markup of a timeline.
[[nodiscard]] Html timeline(const Timeline& options);

}  // namespace confer::components
