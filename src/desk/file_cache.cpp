#include "desk/file_cache.h"

namespace confer {
namespace {

/// What a map's node, a vector's slack and an allocation's head come to for each entry, beside its own bytes.
constexpr std::size_t bookkeeping_bytes = 600;

std::size_t bytes_of(const json::value& value) {
  std::size_t bytes = sizeof value;
  if (const json::string* text = value.if_string()) bytes += text->size();
  if (const json::array* list = value.if_array())
    for (const json::value& one : *list) bytes += bytes_of(one);
  if (const json::object* object = value.if_object())
    for (const auto& member : *object) bytes += sizeof member + member.key().size() + bytes_of(member.value());
  return bytes;
}

}  // namespace

std::size_t footprint(const CaseFile& file) {
  std::size_t bytes = sizeof file;
  for (const Entry& entry : file.entries()) {
    bytes += sizeof entry + bookkeeping_bytes + entry.id.value.size() + entry.key.size() + entry.type.size();
    for (const auto& answer : entry.answers.values()) bytes += sizeof answer + answer.key().size() + bytes_of(answer.value());
  }
  return bytes;
}

std::optional<FoldedFile> FileCache::find(const FileId& id, std::uint64_t position) {
  const std::lock_guard lock(mutex_);
  const auto found = by_id_.find(id);
  if (found == by_id_.end() || found->second->file.position != position) return std::nullopt;
  kept_.splice(kept_.begin(), kept_, found->second);
  return kept_.front().file;
}

void FileCache::keep(const FileId& id, const FoldedFile& file) {
  const std::size_t bytes = footprint(*file.file);
  const std::lock_guard lock(mutex_);
  if (const auto found = by_id_.find(id); found != by_id_.end()) {
    if (found->second->file.position > file.position) return;
    drop(found->second);
  }
  if (bytes > most_bytes_) return;
  kept_.push_front({id, file, bytes});
  by_id_[id] = kept_.begin();
  bytes_ += bytes;
  while (bytes_ > most_bytes_) drop(std::prev(kept_.end()));
}

std::size_t FileCache::bytes() const {
  const std::lock_guard lock(mutex_);
  return bytes_;
}

void FileCache::drop(std::list<Kept>::iterator one) {
  bytes_ -= one->bytes;
  by_id_.erase(one->id);
  kept_.erase(one);
}

}  // namespace confer
