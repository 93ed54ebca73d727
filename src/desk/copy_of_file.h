#pragma once
// One reader's copy of a document of a file that is held as lines of text, for the command line: its holder has it anyway.
#include "desk/obligations_on_file.h"
#include "document/document.h"

namespace confer {

/// Which copy is wanted.
struct CopyQuestion {
  FileQuestion file = {};
  std::string document = {};     ///< A document that the file's procedure describes: "record".
  std::string person = {};       ///< Its reader, by the id that the file uses.
  std::string role = {};         ///< In which role they read; the one they have on the file when empty.
  std::string conference = {};   ///< Of which conference; the last that the reader may know of when empty.
};

/// The copy as its reader gets it, issued on the day judged. Refused with the option that is wrong; not found when there is nothing for this reader.
[[nodiscard]] Result<Document> copy_of_file(const CopyQuestion& question, ProcedureShelf& shelf);

}  // namespace confer
