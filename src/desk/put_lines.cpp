#include "desk/put_lines.h"

#include "desk/jsonl.h"

namespace confer {

tl::expected<PutOnFile, Problems> put_lines(Desk& desk, const FileId& file, const Reader& writer, std::istream& lines) {
  auto entries = read_jsonl(lines);
  if (!entries) return tl::unexpected(Problems{std::move(entries.error())});
  std::vector<Draft> drafts;
  for (Entry& entry : *entries)
    drafts.push_back({std::move(entry.type), std::move(entry.about), entry.happened, std::move(entry.answers.values()), std::move(entry.corrects),
                      std::move(entry.key), std::move(entry.id), std::nullopt});
  return desk.put_on_file(file, writer, std::move(drafts));
}

tl::expected<PutOnFile, Problems> take_in_lines(Desk& desk, const FileId& file, std::istream& lines) {
  const auto entries = read_jsonl(lines);
  if (!entries) return tl::unexpected(Problems{entries.error()});
  return desk.take_in(file, *entries);
}

}  // namespace confer
