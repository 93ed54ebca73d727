#include "store/checkpoint.h"

#include <fmt/format.h>
#include <sodium.h>

#include "store/chain.h"

namespace confer {
namespace {

Digest statement(const Checkpoint& checkpoint) {
  std::vector<std::string> pieces = {"confer checkpoint 1", fmt::format("{}", checkpoint.at.microseconds)};
  for (const auto& [stream, head] : checkpoint.heads) {
    pieces.push_back(stream_label(stream));
    pieces.push_back(fmt::format("{}", head.position));
    pieces.emplace_back(head.digest.view());
  }
  const std::vector<std::string_view> parts(pieces.begin(), pieces.end());
  return Digest::of_parts(parts);
}

constexpr std::array kinds = {"file", "authority", "access_log"};

json::object written(const Stream& stream, const Head& head) {
  return {{"authority", stream.authority.value},
          {"kind", kinds[static_cast<std::size_t>(stream.kind)]},
          {"name", stream.name},
          {"position", head.position},
          {"digest", head.digest.hex()}};
}

std::optional<std::pair<Stream, Head>> read_head(const json::value& value) {
  boost::system::error_code error;
  const auto text = [&](const char* pointer) -> std::string {
    const json::value* found = value.find_pointer(pointer, error);
    return found && found->is_string() ? std::string(found->get_string()) : std::string{};
  };
  const json::value* position = value.find_pointer("/position", error);
  const auto digest = Digest::parse(text("/digest"));
  const auto kind = std::find(kinds.begin(), kinds.end(), text("/kind"));
  if (!position || !position->is_int64() || !digest || kind == kinds.end()) return std::nullopt;
  return std::pair(Stream{AuthorityId{text("/authority")}, static_cast<Stream::Kind>(kind - kinds.begin()), text("/name")},
                   Head{static_cast<std::uint64_t>(position->get_int64()), *digest});
}

std::string bytes_of_hex(std::string_view hex) {
  std::string out(hex.size() / 2, '\0');
  std::size_t length = 0;
  if (sodium_hex2bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), hex.data(), hex.size(), nullptr, &length, nullptr) != 0) return {};
  return out;
}

std::string hex_of(std::string_view bytes) {
  std::string out(2 * bytes.size() + 1, '\0');
  sodium_bin2hex(out.data(), out.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  out.pop_back();
  return out;
}

}  // namespace

Checkpoint signed_checkpoint(const Seals& seals, Instant at, std::vector<std::pair<Stream, Head>> heads) {
  Checkpoint checkpoint{at, std::move(heads), {}};
  std::sort(checkpoint.heads.begin(), checkpoint.heads.end(), [](const auto& left, const auto& right) { return left.first < right.first; });
  checkpoint.signature = seals.sign(statement(checkpoint));
  return checkpoint;
}

bool is_signed(const Seals& seals, const Checkpoint& checkpoint) { return seals.is_signed(statement(checkpoint), checkpoint.signature); }

std::string write_checkpoint(const Checkpoint& checkpoint) {
  std::string out = fmt::format("{{\"at\":\"{}\",\"signature\":\"{}\",\"heads\":[", checkpoint.at.iso(), hex_of(checkpoint.signature));
  const char* between = "\n";
  for (const auto& [stream, head] : checkpoint.heads) {
    out.append(between).append(json::serialize(written(stream, head)));
    between = ",\n";
  }
  return out + "\n]}\n";
}

Result<Checkpoint> read_checkpoint(std::string_view bytes) {
  const auto value = read_json(bytes, longest_checkpoint);
  if (!value) return tl::unexpected(value.error());
  boost::system::error_code error;
  const json::value* at = value->find_pointer("/at", error);
  const json::value* signature = value->find_pointer("/signature", error);
  const json::value* heads = value->find_pointer("/heads", error);
  if (!at || !at->is_string() || !signature || !signature->is_string() || !heads || !heads->is_array())
    return refused("This is not a checkpoint: it must have \"at\", \"signature\" and \"heads\".");
  const auto when = Instant::parse(at->get_string());
  if (!when) return tl::unexpected(when.error());
  Checkpoint checkpoint{*when, {}, bytes_of_hex(signature->get_string())};
  for (const json::value& item : heads->get_array()) {
    auto head = read_head(item);
    if (!head) return refused("A head in this checkpoint cannot be read. Use the file as \"confer checkpoint\" wrote it.");
    checkpoint.heads.push_back(std::move(*head));
  }
  return checkpoint;
}

CheckpointWalk::CheckpointWalk(const Seals& seals, const Checkpoint* against, std::vector<Fault>& faults) : faults_(faults) {
  if (!against) return;
  if (is_signed(seals, *against))
    awaited_.insert(against->heads.begin(), against->heads.end());
  else
    faults_.push_back({{}, 0, "The checkpoint was not signed with this record's key, or was changed since."});
}

void CheckpointWalk::pass(const Stream& stream, const Head& here) {
  const auto awaited = awaited_.find(stream);
  if (awaited == awaited_.end() || awaited->second.position != here.position) return;
  if (awaited->second.digest != here.digest)
    faults_.push_back({stream, here.position, "The chain up to here is not the one that the checkpoint was signed over."});
  awaited_.erase(awaited);
}

void CheckpointWalk::finish() {
  for (const auto& [stream, head] : awaited_)
    if (head.position != 0)
      faults_.push_back({stream, head.position, fmt::format("The checkpoint was signed over {} entries, and the chain ends before that: its end was "
                                                            "cut, or an older database stands in its place.",
                                                            head.position)});
}

}  // namespace confer
