#include <fmt/format.h>

#include "document/compose.h"
#include "document/draw.h"
#include "document/finish.h"
#include "document/lettering.h"
#include "document/paginate.h"
#include "document/renderings.h"
#include "document/typeset.h"
#include "document/words.h"

namespace confer::document {
namespace {

constexpr double between_foot_columns = 16;

std::string page_number(Language language, std::size_t page, std::size_t pages) {
  switch (language) {
    case Language::english: return fmt::format("Page {} of {}", page, pages);
    case Language::welsh: return fmt::format("Tudalen {} o {}", page, pages);
  }
  mistake("a language without a page number", __FILE__, __LINE__);
}

/// Room for a page number of five digits, twice; more pages than that do not come of `most_bytes`.
double page_number_width(Language language) { return estimated_widths(page_number(language, 99'999, 99'999), Style::foot).whole + 2; }

Foot foot_marks(const Document& document) {
  const std::string between = document.reference.empty() || document.recipient.empty() ? "" : "  ·  ";
  Foot foot;
  foot.marks = set_words(shown_on_one_line(document.reference) + between + shown_on_one_line(document.recipient), Style::foot,
                         paper::text_width - page_number_width(document.language) - between_foot_columns);
  for (const auto& line : foot.marks.lines) foot.height += line.height;
  return foot;
}

void number_pages(Foot& foot, Language language, std::size_t pages) {
  const double width = page_number_width(language);
  for (std::size_t i = 1; i <= pages; ++i) {
    Cell number = set_words(page_number(language, i, pages), Style::foot, width);
    number.left = paper::text_width - number.lines.front().width;
    foot.page_numbers.push_back(std::move(number));
  }
}

}  // namespace

std::string as_pdf(const Document& document) {
  const WordsOfADocument words;   // outlives what borrows from it
  const Typeset set = typeset(document);
  Foot foot = foot_marks(document);
  const auto pages = paginate(set, paper::height - paper::top - paper::bottom - paper::foot_gap - foot.height);
  number_pages(foot, document.language, pages.size());
  return finished(document, drawn(document, set, pages, foot));
}

}  // namespace confer::document
