#pragma once
// What makes the entries that a program sends ready for the desk: names of the sender's own are replaced by ids of ours, and an idempotency key
// gives the same ids at every try, so that an answer that was lost is found again by sending the same once more.
#include <string>
#include <vector>

#include "page/api/api.h"

namespace confer::api {

/// The ids and keys for what one request puts on file.
class Ids {
 public:
  /// Reads the Idempotency-Key. Without one, every id is random; with one, it follows from the writer, the address, the key and what it is for.
  [[nodiscard]] static tl::expected<Ids, Wrong> of(const Visit& visit);

  /// An id: for an "entry", a "person" or a "file", and the how-manieth of them.
  [[nodiscard]] std::string make(std::string_view what, std::size_t at) const;
  /// The key that the how-manieth entry is stored under; empty without an Idempotency-Key.
  [[nodiscard]] std::string key(std::size_t at) const { return key_.empty() ? std::string{} : make("key", at); }

 private:
  Ids(const Visit& visit, std::string key) : visit_(&visit), key_(std::move(key)) {}

  const Visit* visit_;
  std::string key_;
};

/// Gives every draft its id and key. A name that the sender gave to an entry, or to somebody who is introduced, is replaced wherever a later draft
/// uses it; the id of somebody who has an account, or who is on the file, is left as it is.
void name_anew(const Visit& visit, const Described& procedure, const FileView& seen, const Ids& ids, std::vector<Draft>& drafts);

}  // namespace confer::api
