#pragma once
// What a demonstration is made of inside. For desk's own .cpp files alone: demonstration.h keeps the casefile from those who include it.
#include "desk/demonstration.h"
#include "desk/demonstration_case.h"
#include "desk/procedure_shelf.h"

namespace confer {

/// One invented family's file.
struct DemonstrationFile {
  FileId id;
  std::vector<Entry> entries;
};

/// What its files are made from.
struct Demonstration::Parts {
  DemonstrationOptions options;
  ProcedureShelf shelf;
  Team team;
  const Procedure* procedure = nullptr;   ///< Of the shelf.
  std::vector<RetoldCase> cases = {};
  std::vector<DemonstrationSignIn> sign_ins = {};
};

}  // namespace confer
