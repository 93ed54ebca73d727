#pragma once
// A family's file as lines of text: one entry a line, as `.jsonl` files carry it.
#include <istream>
#include <string>
#include <vector>

#include "casefile/entry.h"

namespace confer {

/// The most entries that one `.jsonl` file may hold.
inline constexpr std::size_t most_entries = 1'000'000;

/// Reads every line; empty lines are passed over. Refused with the line's number when one is no entry or an id stands twice.
[[nodiscard]] Result<std::vector<Entry>> read_jsonl(std::istream& in);

}  // namespace confer
