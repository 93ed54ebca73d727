#pragma once
// "What if it were on the 24th?": the part of the page on which a conference is called that looks ahead. It asks the desk and records nothing.
#include "page/page.h"

namespace confer {

/// By when each thing would have to be done, were the conference on the day that the address asks about, or on the last that can be booked; with a form
/// to ask about another day. Nothing where no conference is asked for that the reader may know of.
[[nodiscard]] Html look_ahead_part(const Visit& visit);

}  // namespace confer
