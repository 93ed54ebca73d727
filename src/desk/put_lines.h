#pragma once
// Putting the lines of a `.jsonl` on file through the desk, for the command line: it never holds an entry itself.
#include <istream>

#include "desk/desk.h"

namespace confer {

/// Every line as a draft of one writer, all or none. Refused with the line's number when one is no entry, else as the desk refuses.
[[nodiscard]] tl::expected<PutOnFile, Problems> put_lines(Desk& desk, const FileId& file, const Reader& writer, std::istream& lines);

/// Takes in a file that was kept elsewhere, each line as its own author put it on file; refused whole at the first that would be refused.
[[nodiscard]] tl::expected<PutOnFile, Problems> take_in_lines(Desk& desk, const FileId& file, std::istream& lines);

}  // namespace confer
