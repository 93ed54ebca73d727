#pragma once
// The whole page round what a route has to say: head, header, navigation, the way back, main, footer. Titles reach histories and shared
// screens, so they never hold a name. The page has no inline script or style: the policy forbids both.
#include <string>
#include <vector>

#include "base/html.h"
#include "page/components/frame.h"
#include "page/components/wayfinding.h"

namespace confer::layout {

/// How much of a large screen the page takes.
enum class Width { reading, wide };

/// Whether the page offers a quick way out; all pages of a family do.
enum class QuickExit { none, offered };

/// What a route has to say, and what stands round it.
struct Page {
  std::string title = {};                                       ///< Without the product's name, and never with a person's.
  Html main = {};                                               ///< What stands in main, with the page's h1.
  bool has_errors = false;                                      ///< Puts "Error:" before the title, so that it is heard first.
  std::vector<components::ServiceNavigationItem> navigation = {};   ///< What the reader may go to; empty before signing in.
  Html navigation_end = {};                                     ///< After the navigation: who is signed in, and signing out.
  std::vector<components::Breadcrumb> breadcrumbs = {};         ///< Empty means none.
  std::string back_href = {};                                   ///< A link back instead of breadcrumbs; empty means none.
  Html above_main = {};                                         ///< Across the whole width above main: the identity bar, which brings its own margins.
  std::string above_main_label = "About this page";             ///< What a screen reader calls it.
  std::vector<components::FooterLink> footer_links = {};
  std::string language = "en";                                  ///< A BCP 47 tag.
  QuickExit quick_exit = QuickExit::none;
  Width width = Width::reading;
  int refresh_seconds = 0;                                      ///< How often the page brings itself up to date; 0 for never. Said in words on the page.
};

/// The page as it is sent, from the doctype on.
[[nodiscard]] Html whole_page(const Page& page);

/// "What is due – Confer", with "Error: " before it where something is wrong.
[[nodiscard]] std::string full_title(const Page& page);

/// Where `setup/look` puts what pages load; the server serves it from here.
inline constexpr std::string_view look_path = "/look/";

/// What a reader is told when a page cannot be given.
struct ErrorPage {
  int status = 500;              ///< The HTTP status; one that has no words of its own is told as 400 or 500.
  std::string reference = {};    ///< To quote to those who keep the service running; random, and empty where nothing was logged.
  std::vector<components::ServiceNavigationItem> navigation = {};
  QuickExit quick_exit = QuickExit::none;
};

/// A page that says what happened and what to do. What is withheld and what does not exist are both 404, with the same bytes.
[[nodiscard]] Html error_page(const ErrorPage& options);

}  // namespace confer::layout
