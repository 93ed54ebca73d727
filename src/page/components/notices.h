#pragma once
// Words that stand apart from the page's own: set in, warned of, told once, or folded away.
#include <optional>
#include <string>

#include "page/components/element.h"

namespace confer::components {

/// Words set in from the left, to be told apart from those around them.
struct InsetText {
  std::string text = {};
  Html html = {};
  std::string id = {};
  std::string classes = {};
  Attributes attributes = {};
};
/// The markup of an inset text.
[[nodiscard]] Html inset_text(const InsetText& options);

/// Words before something that cannot be undone.
struct WarningText {
  std::string text = {};
  Html html = {};
  std::string icon_fallback_text = "Warning";   ///< Read out before the words.
  std::string classes = {};
  Attributes attributes = {};
};
/// The markup of a warning text.
[[nodiscard]] Html warning_text(const WarningText& options);

/// More, for those who want it.
struct Details {
  std::string summary_text = {};
  Html summary_html = {};
  std::string text = {};
  Html html = {};
  bool open = false;
  std::string id = {};
  std::string classes = {};
  Attributes attributes = {};
};
/// The markup of details.
[[nodiscard]] Html details(const Details& options);

/// What concerns the reader but not this page, or that something has been done.
struct NotificationBanner {
  std::string text = {};
  Html html = {};
  bool success = false;                         ///< Green, and read out at once.
  std::string title_text = {};                  ///< Empty means "Important" or "Success".
  Html title_html = {};
  int title_heading_level = 2;                  ///< 1 to 6.
  std::string title_id = "govuk-notification-banner-title";
  std::string role = {};                        ///< Empty means alert for success, else region.
  std::string classes = {};
  std::optional<bool> disable_auto_focus = {};
  Attributes attributes = {};
};
/// The markup of a notification banner.
[[nodiscard]] Html notification_banner(const NotificationBanner& options);

}  // namespace confer::components
