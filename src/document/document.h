#pragma once
// What a reader is handed: one tree of headings, paragraphs, lists and tables, whatever it then becomes (page, PDF, plain text). Its
// words have already passed a view; nothing here asks who may see what, and nothing is added but page numbers and list marks.
#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace confer::document {

/// What a document is written in.
enum class Language { english, welsh };
/// "en" or "cy".
[[nodiscard]] const char* code(Language language) noexcept;

/// How heavy words are set.
enum class Weight { plain, strong };

/// Words of one weight. A newline in words is a line break, here and in every block below.
struct Run {
  std::string words = {};
  Weight weight = Weight::plain;
  std::string address = {};   ///< Where the words lead, as "https://…"; empty for nowhere. On paper and in plain text the words stand alone.
  bool operator==(const Run&) const = default;
};

/// A heading of one level.
struct Heading {
  int level = 1;             ///< 1 to 3, below the title; at most one deeper than the heading before it.
  std::string words = {};
  std::string anchor = {};   ///< By which a page's address leads here; empty for none. Letters, digits, '-' and '_'.
  bool operator==(const Heading&) const = default;
};

/// A paragraph, its runs in order.
struct Paragraph {
  std::vector<Run> runs = {};
  bool operator==(const Paragraph&) const = default;
};
/// A paragraph of one plain run.
[[nodiscard]] Paragraph paragraph(std::string words);

/// A list, each item a paragraph.
struct List {
  enum class Kind { bulleted, numbered };
  Kind kind = Kind::bulleted;
  std::vector<Paragraph> items = {};
  bool operator==(const List&) const = default;
};

/// A table of plain words.
struct Table {
  enum class HeaderColumn { none, first };
  std::string caption = {};                                ///< What the table shows; empty for none.
  std::vector<std::string> header = {};                    ///< One for each column; empty when the table has no header row.
  HeaderColumn header_column = HeaderColumn::none;         ///< Whether the first cell of a row names the row.
  std::vector<std::vector<std::string>> rows = {};         ///< Each as wide as the header, or as the first row.
  std::vector<std::string> anchors = {};                   ///< One for each row, by which a page's address leads to it; empty for none.
  bool operator==(const Table&) const = default;
};

/// Pairs of what is named and what it is, one below the other.
struct SummaryList {
  struct Item {
    std::string key = {};
    std::string value = {};
    bool operator==(const Item&) const = default;
  };
  std::vector<Item> items = {};
  bool operator==(const SummaryList&) const = default;
};

/// What follows begins a new page, where there are pages.
struct PageBreak {
  bool operator==(const PageBreak&) const = default;
};

/// Anything a document is made of.
using Block = std::variant<Heading, Paragraph, List, Table, SummaryList, PageBreak>;

/// The whole of what a reader is handed.
struct Document {
  std::string title = {};              ///< The first heading, and the title that a PDF reader shows; never empty.
  Language language = Language::english;
  std::string reference = {};          ///< The file's reference, without names; at most `longest_mark` bytes.
  std::string recipient = {};          ///< Who this copy is for: a role and the copy's id; at most `longest_mark` bytes.
  Date issued_on = {};                 ///< The only date that a rendering knows of.
  std::vector<Block> blocks = {};      ///< At most `most_blocks`.
  bool operator==(const Document&) const = default;
};

inline constexpr std::size_t most_blocks = 20'000;            ///< Blocks of one document.
inline constexpr std::size_t most_parts = 50'000;             ///< Cells, list items and summary rows of one document, together.
inline constexpr std::size_t most_bytes = 4 * 1024 * 1024;    ///< Words of one document, in bytes.
inline constexpr std::size_t most_columns = 12;               ///< Columns of one table.
inline constexpr std::size_t longest_mark = 200;              ///< Reference or recipient mark, in bytes.

/// The document, if it is well made. Refused as too large beyond the limits above; a skipped heading level, an untitled document, a row of
/// another width than its table, or a mark too long is a mistake of the program. Every document passes here before it is rendered.
[[nodiscard]] Result<Document> checked(Document document);

}  // namespace confer::document

namespace confer {
using document::Document;
}
