#pragma once
// Whether the documents of a procedure hold together: their records, questions, slots and whom they are for.
#include <vector>

#include "catalogue/described.h"
#include "catalogue/load_error.h"

namespace confer {

/// Notes an error for each thing in a document that names what is not there, or that could never be shown.
void check_documents(const Described& described, std::vector<LoadError>& errors);

}  // namespace confer
