#pragma once
// The reference page of a procedure, in Markdown, made from its description alone: what can be put on file, by whom, and what is asked.
#include <string>

#include "catalogue/described.h"

namespace confer {

/// Every record type of a procedure: what it is for, account or act, who may put it on file, its questions, what it needs and leads to, its source.
/// With the procedure that it extends, only what differs from that; empty where nothing does.
[[nodiscard]] std::string reference_page(const Described& procedure, const Described* extended = nullptr);

}  // namespace confer
