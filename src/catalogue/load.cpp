#include "catalogue/load.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/near_name.h"
#include "catalogue/adder.h"
#include "catalogue/check.h"
#include "catalogue/check_names.h"
#include "catalogue/fill_terms.h"
#include "catalogue/loosen.h"
#include "catalogue/packs.h"
#include "catalogue/parse_toml.h"
#include "catalogue/widen.h"

namespace confer {
namespace {

using Pack = ProcedurePack;

const std::vector<Pack>& packs_of(const std::vector<ProcedureFile>& files, ReadAlready& kept) {
  if (!kept.packs) {
    kept.packs = packs(files, kept.pack_errors);
    check_folders(files, kept.pack_errors);
  }
  return *kept.packs;
}

/// Notes an error for each time limit of its own that says an inherited duty anew with later days, and gives no reason.
void check_duties(const Described& described, const Inherited& inherited, std::vector<LoadError>& errors) {
  const auto& limits = described.time_limits;
  for (std::size_t own = inherited.time_limits; own < limits.size(); ++own) {
    std::vector<Looser> looser;
    const TimeLimit* parent = &limits[own];
    for (std::size_t at = 0; at < inherited.time_limits && looser.empty(); ++at) {
      looser = loosened(limits[at], limits[own], described.holidays);
      if (!looser.empty()) parent = &limits[at];
    }
    const auto& departs = limits[own].departs;
    answer_for(looser, departs.empty() ? std::nullopt : std::optional(departs.front()), parent->id, parent->place, limits[own].place, errors);
  }
}

/// Puts the selectors of each ending in the place where a time limit names it.
void name_endings(Described& described, std::vector<LoadError>& errors) {
  std::vector<std::string> known;
  for (const Ending& one : described.endings) known.push_back(one.id);
  for (TimeLimit& limit : described.time_limits) {
    std::vector<Selector> all;
    for (Selector& one : limit.lapses_by) {
      const auto ending = std::find_if(described.endings.begin(), described.endings.end(), [&](const Ending& other) { return other.id == one.ending; });
      if (one.ending.empty()) all.push_back(std::move(one));
      else if (ending != described.endings.end()) all.insert(all.end(), ending->by.begin(), ending->by.end());
      else errors.push_back({limit.place, fmt::format("There is no ending \"{}\". Mend the name.{}", one.ending, did_you_mean(one.ending, known))});
    }
    limit.lapses_by = std::move(all);
  }
}

/// Puts what is left when nothing else fits after the lines of every procedure that added to a list.
void put_last(Described& described) {
  for (auto& [name, items] : described.lists) std::stable_partition(items.begin(), items.end(), [](const ListItem& one) { return !one.stands_last; });
}

/// Which copy a record shows to have been sent: the document that it must name; empty where it names none.
std::string document_named(const Selector& met) {
  if (met.record != "copy_sent") return {};
  const auto named = std::find_if(met.where.begin(), met.where.end(), [](const Condition& one) { return one.kind == Condition::Kind::equals && one.question == "document"; });
  return named == met.where.end() ? std::string{} : named->value;
}

/// Notes with each document the time limits that are met by sending it, and an error for each limit that waits for a document nobody can make.
void find_due(Described& described, std::vector<LoadError>& errors) {
  std::vector<std::string> known;
  for (const DocumentType& one : described.documents) known.push_back(one.id);
  for (const TimeLimit& limit : described.time_limits)
    for (const Selector& met : limit.met_by) {
      const std::string name = document_named(met);
      const auto document = std::find_if(described.documents.begin(), described.documents.end(), [&](const DocumentType& one) { return one.id == name; });
      if (name.empty()) continue;
      if (document == described.documents.end())
        errors.push_back({limit.place_of("met_by"), fmt::format("There is no document \"{}\", so nobody could meet this limit. Mend the name, or describe the document.{}", name, did_you_mean(name, known))});
      else if (auto& due = document->due_by; std::find(due.begin(), due.end(), limit.id) == due.end()) due.push_back(limit.id);
    }
}

/// Whether something has no id, so that whatever names it would be told of as well.
template <class T>
bool lacks_an_id(const std::vector<T>& things) {
  return std::any_of(things.begin(), things.end(), [](const T& one) { return one.id.empty(); });
}

bool lacks_an_id(const Described& described) {
  return lacks_an_id(described.sources) || lacks_an_id(described.roles) || lacks_an_id(described.records) || lacks_an_id(described.time_limits);
}

/// Adds what the files of one pack describe. What is wrong in consequence of what could not be read is not told: the cause is.
void read_pack(const std::vector<ProcedureFile>& files, const Pack& pack, const Inherited& inherited, ReadAlready::Line& read) {
  std::vector<LoadError> found;
  Adder adder(read.described, read.errors, found);
  std::vector<std::string_view> text;
  for (const ProcedureFile& file : files) {
    if (!belongs(file, pack) || file.path == pack.folder + "procedure.toml") continue;   // that one is read with the packs
    text.push_back(file.text);
    if (const auto table = parse_toml(file, read.errors)) adder.add(*table, file.path);
    else read.incomplete = true;
  }
  adder.add_to_documents();
  read.described.speak_on(Date::last());   // the checks, and whoever asks for no day, hear what holds until further notice
  name_endings(read.described, found);
  read.incomplete = read.incomplete || lacks_an_id(read.described);
  if (read.incomplete) return;
  check_duties(read.described, inherited, found);
  check_widening(read.described, inherited, found);
  check_wordings(read.described, found);
  if (inherited.something) check_terms(adder.terms(), inherited.terms, read.described, text, found);
  std::move(found.begin(), found.end(), std::back_inserter(read.errors));
}

/// What a line of packs describes, eldest first; all but the last is kept for whoever else inherits it.
ReadAlready::Line read_line(const std::vector<ProcedureFile>& files, const std::vector<const Pack*>& line, ReadAlready& kept) {
  std::size_t next = line.size();
  while (next > 0 && !kept.lines.contains(line[next - 1]->id)) --next;
  ReadAlready::Line read;
  if (next > 0) read = kept.lines.find(line[next - 1]->id)->second;
  for (; next < line.size(); ++next) {
    const Pack& pack = *line[next];
    read.described.title = pack.title;
    read_pack(files, pack, inherited_from(read.described, next > 0), read);
    if (next + 1 < line.size()) kept.lines.emplace(pack.id, read);
  }
  return read;
}

}  // namespace

std::vector<std::string> procedure_ids(const std::vector<ProcedureFile>& files) {
  std::vector<LoadError> ignored;
  std::vector<std::string> ids;
  for (const Pack& pack : packs(files, ignored))
    if (!pack.shared) ids.push_back(pack.id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

tl::expected<Described, std::vector<LoadError>> load_procedure(const std::vector<ProcedureFile>& files, std::string_view id, ReadAlready& kept) {
  const std::vector<Pack>& all = packs_of(files, kept);
  std::vector<LoadError> errors = kept.pack_errors, unknown;
  const std::vector<const Pack*> line = lineage(all, id, unknown);
  if (errors.empty()) errors = std::move(unknown);   // a procedure whose procedure.toml cannot be read is not unknown as well
  if (line.empty()) return tl::unexpected(std::move(errors));

  auto [described, own_errors, incomplete] = read_line(files, line, kept);
  std::move(own_errors.begin(), own_errors.end(), std::back_inserter(errors));
  described.id = id;
  for (auto pack = std::next(line.rbegin()); pack != line.rend(); ++pack) described.extends.push_back((*pack)->id);
  described.edition = edition_of(files, line);
  put_last(described);
  if (!line.back()->shared && !incomplete) {
    find_due(described, errors);
    fill_terms(described, errors);
    check(described, errors);
  }
  for (const TimeLimit& limit : described.time_limits)
    if (limit.unset) described.warnings.push_back({limit.place, fmt::format("Nobody has published a number for \"{}\". It stays open on every file until somebody does.", limit.id)});
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  return described;
}

tl::expected<Described, std::vector<LoadError>> load_procedure(const std::vector<ProcedureFile>& files, std::string_view id) {
  ReadAlready nothing;
  return load_procedure(files, id, nothing);
}

std::vector<ProcedureFile> procedure_text(const std::vector<ProcedureFile>& files, std::string_view id, ReadAlready& kept) {
  std::vector<LoadError> ignored;
  std::vector<ProcedureFile> out;
  for (const Pack* pack : lineage(packs_of(files, kept), id, ignored))
    for (const ProcedureFile& file : files)
      if (belongs(file, *pack)) out.push_back(file);
  return out;
}

}  // namespace confer
