#pragma once
// What a desk is made of inside. For desk's own .cpp files alone: desk.h keeps casefile, procedure and store from those who include it.
#include "desk/desk.h"
#include "desk/file_cache.h"
#include "desk/procedure_shelf.h"
#include "store/store.h"

namespace confer {

/// Folded files kept at a time, in bytes: about a hundred families, a fifth of what the whole server is to take.
inline constexpr std::size_t most_cached_bytes = 12'000'000;

/// A file as the desk works on it: folded, with its position.
struct Desk::Loaded : FoldedFile {};

/// The desk's own state.
struct Desk::Parts {
  Store& store;
  ProcedureShelf shelf;
  AuthorityId authority;
  World world;
  Drafts drafts;
  FileCache cache{most_cached_bytes};
};

}  // namespace confer
