#pragma once
// What the pages that put people on a family's file, and take them off, share.
#include <string>
#include <vector>

#include "page/page.h"

namespace confer {

/// The search among people who have an account, as it stands before the form for somebody else; `back` is where the reader is taken in the end.
[[nodiscard]] Html colleague_search(const Visit& visit, std::string_view words, std::string_view back);
/// The choice among people who have an account, for this file.
[[nodiscard]] std::string colleagues_address(const FileId& file, std::string_view back = {});
/// The page that takes somebody off this file.
[[nodiscard]] std::string leaving_address(const FileId& file, const PersonId& person);
/// With whom somebody works or worked, since when and until when: "Works with Ben and Cai since Monday 3 March 2025". Empty where nothing says.
[[nodiscard]] std::string work_in_words(const FileView& view, const PersonId& person);
/// A part of what somebody has to do with the children: those for whom this entry is the last word.
struct Work {
  const ShownEntry* said;
  std::vector<PersonId> children;
};
/// All that somebody has or had to do with the children, in order of filing; each child once.
[[nodiscard]] std::vector<Work> all_work(const FileView& view, const PersonId& person);
/// The same, without what has ended.
[[nodiscard]] std::vector<Work> present_work(const FileView& view, const PersonId& person);
/// What is still to be said of a family whose file was just opened, each with the way to say it; nothing once the work on the case has begun.
[[nodiscard]] Html opening_tasks(const Visit& visit, const FileView& view, const Described& procedure);
/// Whether the reader's role may put this type of record on file; false where the procedure has none of the name.
[[nodiscard]] bool may_put(const Visit& visit, const Described& procedure, std::string_view type);

}  // namespace confer
