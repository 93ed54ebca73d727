#pragma once
// How two procedures differ, as a safeguarding lead would ask: time limits, quorum, lists, roles, records, who sees what, documents, words.
#include <string>
#include <vector>

#include "catalogue/described.h"

namespace confer {

/// One thing that two procedures describe differently, or that only one of them has.
struct Difference {
  std::string kind;    ///< "time limit", "quorum", "list", "role", "record", "access", "document", "words", "bank holidays".
  std::string id;      ///< Of the thing: "first_review".
  std::string what;    ///< Which part of it: "limit"; "stands" where only one has it.
  std::string left;    ///< Empty where the left procedure says nothing.
  std::string right;
  Place left_place = {};
  Place right_place = {};
};

/// Every difference, in the order of the kinds and then as the procedures are described.
[[nodiscard]] std::vector<Difference> differences(const Described& left, const Described& right);

}  // namespace confer
