#pragma once
// What a procedure shows to more people than the one that it extends: found while loading, because access lines can only ever be tightened.
#include <set>
#include <string>
#include <vector>

#include "catalogue/load_error.h"

namespace confer {

/// How much of a procedure came from those that it extends, taken before its own files are read.
struct Inherited {
  bool something = false;                            ///< False for the eldest, which extends nothing and may say what it likes.
  std::size_t roles = 0;                             ///< As many roles are inherited; those after them are its own.
  std::size_t access = 0;                            ///< The same of access lines.
  std::size_t time_limits = 0;                       ///< The same of time limits.
  std::set<std::string, std::less<>> classes = {};   ///< The access classes that something inherited bears or speaks of.
  std::set<std::string, std::less<>> terms = {};     ///< The terms that are inherited.
};

/// What there is before the next procedure's own files are read.
[[nodiscard]] Inherited inherited_from(const Described& so_far, bool something);

/// The access classes that a record, a question or an answer to one can bear.
[[nodiscard]] std::set<std::string, std::less<>> classes_borne(const Described& described);

/// Notes an error for each line of its own with which a procedure shows what the one that it extends does not. It may withhold; it may open a class
/// that it brought in itself, and may open to staff and practitioners of a role that it brought in itself, if not whoever they are to the child.
void check_widening(const Described& described, const Inherited& inherited, std::vector<LoadError>& errors);

}  // namespace confer
