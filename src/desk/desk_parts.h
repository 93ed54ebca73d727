#pragma once
// What a desk is made of inside. For desk's own .cpp files alone: desk.h keeps casefile, procedure and store from those who include it.
#include <list>
#include <mutex>
#include <utility>

#include "casefile/case_file.h"
#include "desk/desk.h"
#include "desk/procedure_shelf.h"
#include "store/store.h"

namespace confer {

/// A file folded, and the position up to which it was read.
struct Desk::Loaded {
  std::shared_ptr<const CaseFile> file;
  std::uint64_t position = 0;
};

/// The desk's own state.
struct Desk::Parts {
  Store& store;
  ProcedureShelf shelf;
  AuthorityId authority;
  World world;
  Drafts drafts;

  std::mutex cache_mutex = {};
  std::list<std::pair<FileId, Loaded>> cache = {};   ///< Folded files by id, newest first; a view is never kept.
};

}  // namespace confer
