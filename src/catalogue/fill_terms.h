#pragma once
// The procedure's own terms in what its forms and lists say: "Does this child need a {plan}?" is written once, and each procedure asks in its own words.
#include <vector>

#include "catalogue/described.h"
#include "catalogue/load_error.h"

namespace confer {

/// Puts the procedure's terms in place of their {slots} in the titles, questions, choices and refusals of its records and in its lists; Welsh takes a term's
/// English where it has no Welsh. Notes an error for a slot that no term fills, and for a bracket that is never closed.
void fill_terms(Described& described, std::vector<LoadError>& errors);

/// Says everything as on this day, forms and lists too. The description was loaded, so that nothing can be wrong with its slots.
void speak_as_on(Date day, Described& described);

}  // namespace confer
