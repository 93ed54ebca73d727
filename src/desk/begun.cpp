// What a desk answers about forms that are begun: which of them their author may still go on with, and whether one has been put on file meanwhile.
#include <algorithm>

#include "access/make_view.h"
#include "desk/desk_parts.h"

namespace confer {
namespace {

bool may_make(const RecordType* type, const Reader& reader) {
  return type && std::find(type->makers.begin(), type->makers.end(), reader.role) != type->makers.end();
}

/// The procedure that this authority opens new files under: its own where it has one, else the first that was loaded; null when there is none.
const Procedure* for_new_files(const ProcedureShelf& shelf, const AuthorityId& authority, Date today) {
  if (const Procedure* own = shelf.loaded(authority.value, today)) return own;
  for (const std::string& id : shelf.ids())
    if (const Procedure* first = shelf.loaded(id, today)) return first;
  return nullptr;
}

/// Whether the writer may see everything that a form belongs to: the child it is about, and each entry as it now stands.
bool sees_all(const DraftName& name, const RecordType& type, const CaseFile& file, const FileView& seen) {
  return std::all_of(name.belongs.begin(), name.belongs.end(), [&](const auto& belongs) {
    const auto& [what, id] = belongs;
    if (what == "about") return seen.person(id) != nullptr;
    const Question* question = type.question(what);
    if (what != "corrects" && !(question && question->kind == AnswerKind::entry)) return true;
    const Entry* current = file.current(EntryId{id});
    return current && seen.entry(current->id.value);
  });
}

/// Whether what a form rests on was destroyed: an entry that it belongs to, or all of its file. Words of it may stand in the form.
bool rests_on_destroyed(const DraftName& name, const CaseFile& file) {
  const auto& entries = file.entries();
  const auto is_destroyed = [](const Entry& one) { return one.destroyed; };
  if (!entries.empty() && std::all_of(entries.begin(), entries.end(), is_destroyed)) return true;
  return std::any_of(name.belongs.begin(), name.belongs.end(), [&](const auto& belongs) {
    const EntryId root = file.root(belongs.second);
    return !root.empty() && std::any_of(entries.begin(), entries.end(), [&](const Entry& one) { return one.destroyed && file.root(one.id) == root; });
  });
}

}  // namespace

std::optional<KeptDraft> Desk::begun(const EntryId& account, const DraftName& name) {
  auto draft = parts_->drafts.find(account, name, now());
  if (!draft || name.file.empty() || !rests_on_destroyed(name, *load(name.file).file)) return draft;
  parts_->drafts.drop(account, name, now());
  return std::nullopt;
}

Drafts& Desk::drafts() & noexcept { return parts_->drafts; }

std::vector<BegunForm> Desk::begun_by(const EntryId& account, const Reader& reader) {
  std::vector<BegunForm> out;
  for (KeptDraft& draft : parts_->drafts.all(account, now())) {
    BegunForm begun{std::move(draft.name), {}, {}, std::move(draft.address), draft.saved};
    const Loaded loaded = begun.name.file.empty() ? Loaded{std::make_shared<const CaseFile>(), 0} : load(begun.name.file);
    if (rests_on_destroyed(begun.name, *loaded.file)) {
      parts_->drafts.drop(account, begun.name, now());
      continue;
    }
    const Procedure* procedure = begun.name.file.empty() ? for_new_files(parts_->shelf, parts_->authority, today()) : procedure_for(*loaded.file);
    const RecordType* type = procedure ? procedure->described().record(begun.name.type) : nullptr;
    if (!may_make(type, reader)) continue;
    begun.title = type->title.en;
    if (!begun.name.file.empty()) {
      const FileView seen = view(*loaded.file, *procedure, reader, today());
      if (seen.empty() || !sees_all(begun.name, *type, *loaded.file, seen)) continue;
      begun.reference = seen.reference;
    }
    out.push_back(std::move(begun));
  }
  return out;
}

EntryId Desk::stands_for(const FileId& id, const Reader& reader, const EntryId& entry) {
  const Loaded loaded = load(id);
  const Procedure* procedure = procedure_for(*loaded.file);
  const Entry* current = procedure ? loaded.file->current(entry) : nullptr;
  const bool seen = current && view(*loaded.file, *procedure, reader, today()).entry(current->id.value);
  return seen ? current->id : EntryId{};
}

FileId Desk::new_file_under(const Reader& writer, std::string_view key) const {
  const std::array<std::string_view, 3> parts = {parts_->authority.value, writer.person.value, key};
  return FileId{Digest::of_parts(parts).hex().substr(0, 32)};
}

bool Desk::is_on_file(const FileId& file, const Reader& writer, std::string_view key) {
  if (key.empty()) return false;
  const std::string several = std::string(key) + "-";
  const Loaded loaded = load(file.empty() ? new_file_under(writer, key) : file);
  const auto& entries = loaded.file->entries();
  return std::any_of(entries.begin(), entries.end(), [&](const Entry& one) { return one.by == writer.person && (one.key == key || one.key.starts_with(several)); });
}

}  // namespace confer
