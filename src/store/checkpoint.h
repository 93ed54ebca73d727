#pragma once
// A checkpoint as bytes: what its signature covers, and the file in which it is kept outside the database.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/seal.h"
#include "store/store.h"

namespace confer {

/// The largest checkpoint file that is read, in bytes: some 300,000 chains.
inline constexpr std::size_t longest_checkpoint = 64 * 1024 * 1024;

/// A checkpoint over these heads, sorted and signed.
[[nodiscard]] Checkpoint signed_checkpoint(const Seals& seals, Instant at, std::vector<std::pair<Stream, Head>> heads);
[[nodiscard]] bool is_signed(const Seals& seals, const Checkpoint& checkpoint);

/// The checkpoint as JSON, one chain a line, for a file.
[[nodiscard]] std::string write_checkpoint(const Checkpoint& checkpoint);
/// Reads what write_checkpoint wrote. Whether it is signed is for `Store::verify` to say.
[[nodiscard]] Result<Checkpoint> read_checkpoint(std::string_view bytes);

/// Holds chains against a checkpoint while they are walked.
class CheckpointWalk {
 public:
  /// Without a checkpoint it finds nothing. Faults are added to `faults`, which must live as long.
  CheckpointWalk(const Seals& seals, const Checkpoint* against, std::vector<Fault>& faults);
  /// One entry of a chain was passed, with the digest computed for it.
  void pass(const Stream& stream, const Head& here);
  /// All chains were walked: names those that are shorter than they were, or not there.
  void finish();

 private:
  std::map<Stream, Head> awaited_;   ///< Heads of the checkpoint that were not yet passed.
  std::vector<Fault>& faults_;
};

}  // namespace confer
