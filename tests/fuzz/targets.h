#pragma once
// What the fuzzers feed: the three readers of what comes from outside, each with what must hold of whatever they take. libFuzzer calls them by way of
// *_target.cpp (tests/fuzz/run); what it ever found lies in found/ and is fed again by every ./test. For tests only.
#include <string_view>

namespace confer::fuzz {

/// A text as one file of a procedure: refused with a place and words, or loaded.
void feed_procedure(std::string_view text);

/// A text as a family's file: refused with the line, or read; then written and read again, folded, judged by Rotherham's procedure and explained.
void feed_entries(std::string_view text);

/// A day or moment on the first line and a period on the second, as `confer due` takes them: refused in words, or counted both ways.
void feed_period(std::string_view text);

}  // namespace confer::fuzz
