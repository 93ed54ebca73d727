#include <fmt/format.h>

#include "access/make_view.h"
#include "desk/examples/case_checks.h"

namespace confer::examples {
namespace {

/// Holds the cells of a case's tables of who sees what against the views that access makes, each reader's made once.
class Cells {
 public:
  Cells(const WorkedCase& one, const Procedure& procedure, std::vector<LoadError>& errors)
      : one_(one), procedure_(procedure), as_at_(london_day(one.entries.back().recorded)), errors_(errors) {}

  void hold(const Sees& cell) {
    cell_ = &cell;
    if (!one_.file().person(cell.reader)) return wrong("the case introduces nobody of this name. Mend \"reader\".");
    if (!procedure_.described().role(cell.role)) return wrong("there is no such role in this procedure. Mend \"role\".");
    if (cell.items.empty() && cell.hidden.empty() && cell.answers.empty() && cell.hidden_answers.empty()) return wrong("nothing is said to be shown or hidden. Add \"items\" or \"hidden\".");
    const FileView& view = view_of(cell);
    for (const std::string& id : cell.items) entry(view, id, true);
    for (const std::string& id : cell.hidden) entry(view, id, false);
    for (const std::string& name : cell.answers) answer(view, name, true);
    for (const std::string& name : cell.hidden_answers) answer(view, name, false);
  }

 private:
  void wrong(const std::string& what) { errors_.push_back({cell_->place, fmt::format("{} as {}, {}: {}", cell_->reader, cell_->role, cell_->cell, what)}); }

  const FileView& view_of(const Sees& cell) {
    const auto found = views_.find({cell.reader, cell.role});
    if (found != views_.end()) return found->second;
    return views_.emplace(std::pair{cell.reader, cell.role}, view(one_.file(), procedure_, {PersonId{cell.reader}, cell.role}, as_at_)).first->second;
  }

  void entry(const FileView& view, const std::string& id, bool shown) {
    if (!one_.file().find(EntryId{id})) wrong(fmt::format("the case has no entry \"{}\". Mend the name.", id));
    else held(id, shown, view.entry(id) != nullptr);
  }

  void answer(const FileView& view, const std::string& name, bool shown) {
    const auto dot = std::min(name.find('.'), name.size());
    const std::string id = name.substr(0, dot), question = name.substr(std::min(dot + 1, name.size()));
    const Entry* known = one_.file().find(EntryId{id});
    if (!known || !known->answers.has(question)) return wrong(fmt::format("the case has no answer \"{}\". Write the entry's id, a dot, and the question.", name));
    const ShownEntry* seen = view.entry(id);
    held(name, shown, seen && seen->answers.contains(question));
  }

  void held(const std::string& what, bool expected, bool is) {
    if (expected != is) wrong(fmt::format("{} should be {} and is {}.", what, expected ? "shown" : "withheld", is ? "shown" : "withheld"));
  }

  const WorkedCase& one_;
  const Procedure& procedure_;
  const Date as_at_;
  std::vector<LoadError>& errors_;
  const Sees* cell_ = nullptr;
  std::map<std::pair<std::string, std::string>, FileView> views_;
};

}  // namespace

std::vector<LoadError> seen_otherwise(const WorkedCase& one, const Procedure& procedure) {
  std::vector<LoadError> out;
  Cells cells(one, procedure, out);
  for (const Sees& cell : one.sees) cells.hold(cell);
  return out;
}

}  // namespace confer::examples
