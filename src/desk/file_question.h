#pragma once
// What is asked about a family's file that is held as lines of text: the same for what is due, looking ahead, a view and a copy.
#include <functional>
#include <string>
#include <string_view>

namespace confer {

/// A question about a file on disk.
struct FileQuestion {
  std::string path = {};        ///< The `.jsonl` file; "-" for standard input.
  std::string procedure = {};   ///< Whose procedure; empty for the one that the file names.
  std::string as_at = {};       ///< The day judged, as it was typed; empty for the last day anything was put on file.
  std::string language = {};    ///< "cy" for Welsh where the procedure has it; English when empty or "en".
  bool table = false;           ///< Whether the whole reason is told as a table.
  std::string known_on = {};    ///< Only what was on file by the end of this day; empty for all.
  /// Told, a line each, which entries are not as their record types ask: the question is answered all the same, by what can be read. Empty for nobody.
  std::function<void(std::string_view)> doubt = {};
  /// Told what is to be known of the answer and is no fault of the file. Empty for nobody.
  std::function<void(std::string_view)> note = {};
};

}  // namespace confer
