#include "catalogue/load.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/near_name.h"
#include "catalogue/check.h"
#include "catalogue/check_names.h"
#include "catalogue/loosen.h"
#include "catalogue/readings.h"
#include "catalogue/widen.h"

namespace confer {
namespace {

using Pack = ProcedurePack;

std::string folder_of(const std::string& path) {
  const auto slash = path.rfind('/');
  return slash == std::string::npos ? std::string{} : path.substr(0, slash + 1);
}

/// The parser's own words with what they mean around them.
std::string not_written_as_toml(std::string_view parser) {
  constexpr std::string_view while_parsing = "Error while parsing ", line_end = "'\\n'";
  std::string shown(parser.starts_with(while_parsing) ? parser.substr(while_parsing.size()) : parser);
  for (std::size_t at; (at = shown.find(line_end)) != std::string::npos;) shown.replace(at, line_end.size(), "the end of the line");
  std::replace_if(shown.begin(), shown.end(), [](char letter) { return static_cast<unsigned char>(letter) < 0x20; }, ' ');   // a terminal would act on it
  return fmt::format("This line is not written as TOML, so nothing in this file was read: {}. Look here and on the line above for a quotation mark, bracket, brace, comma or equals "
                     "sign that is missing or too many; a day is written as 2025-04-30, without quotes.", shown);
}

std::optional<toml::table> parse(const ProcedureFile& file, std::vector<LoadError>& errors) {
  if (file.text.size() > largest_procedure_file) {
    errors.push_back({{file.path, 1}, fmt::format("This file is larger than {} bytes. Split it.", largest_procedure_file)});
    return std::nullopt;
  }
  try {
    return toml::parse(file.text, file.path);
  } catch (const toml::parse_error& error) {
    errors.push_back({{file.path, static_cast<int>(error.source().begin.line)}, not_written_as_toml(error.description())});
    return std::nullopt;
  }
}

/// The pack of this id; null when there is none.
const Pack* pack_of(const std::vector<Pack>& all, std::string_view id) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Pack& pack) { return pack.id == id; });
  return found == all.end() ? nullptr : &*found;
}

std::vector<Pack> packs(const std::vector<ProcedureFile>& files, std::vector<LoadError>& errors) {
  std::vector<Pack> out;
  for (const ProcedureFile& file : files) {
    if (!file.path.ends_with("/procedure.toml")) continue;
    const auto table = parse(file, errors);
    if (!table) continue;
    TableReader reader(*table, file.path, errors);
    Pack pack{folder_of(file.path), reader.text("id", TableReader::Must::stand), reader.text("extends"), reader.words("title", TableReader::Must::stand), reader.yes_no("shared", false)};
    reader.finish();
    if (pack.id.empty()) continue;   // refused above; nothing can name it
    if (const Pack* same = pack_of(out, pack.id))
      errors.push_back({reader.place(), fmt::format("There is a procedure \"{}\" already, in {}procedure.toml. Give this one another id.", pack.id, same->folder)});
    else out.push_back(std::move(pack));
  }
  return out;
}

std::vector<std::string> names(const std::vector<Pack>& all) {
  std::vector<std::string> out;
  for (const Pack& pack : all) out.push_back(pack.id);
  return out;
}

/// The pack and its parents, eldest first. Errors when one is unknown or they go in a circle.
std::vector<const Pack*> lineage(const std::vector<Pack>& all, std::string_view id, std::vector<LoadError>& errors) {
  std::vector<const Pack*> out;
  std::string next(id);
  while (!next.empty()) {
    const Pack* found = pack_of(all, next);
    if (!found) {
      const Place place = out.empty() ? Place{} : Place{out.back()->folder + "procedure.toml", 1};
      errors.push_back({place, fmt::format("There is no procedure called \"{}\". Check the name against the folders of procedures/.{}", next, did_you_mean(next, names(all)))});
      return {};
    }
    if (std::find(out.begin(), out.end(), found) != out.end()) {
      errors.push_back({{found->folder + "procedure.toml", 1}, "This procedure extends itself by way of its parents. Break the circle."});
      return {};
    }
    out.push_back(found);
    next = found->extends;
  }
  std::reverse(out.begin(), out.end());
  return out;
}

/// Adds what one file describes. An id that a parent or another file has already is an error: nothing is overridden in silence.
class Adder {
 public:
  /// What is wrong with a table as it stands goes to `unread`; what is wrong with it beside what else is described, to `errors`.
  Adder(Described& into, std::vector<LoadError>& unread, std::vector<LoadError>& errors)
      : into_(into), inherited_quorums_(into.quorums.size()), unread_(unread), errors_(errors) {}

  void add(const toml::table& table, const std::string& path) {
    TableReader reader(table, path, unread_);
    add_all(reader, "source", into_.sources, readings::source);
    add_all(reader, "role", into_.roles, readings::role);
    add_all(reader, "record", into_.records, readings::record);
    for (TableReader& one : reader.tables("time_limit")) add_time_limit(readings::time_limit(one));
    add_all(reader, "ending", into_.endings, readings::ending);
    add_all(reader, "access", into_.access, readings::access_line);
    add_all(reader, "document", into_.documents, readings::document);
    for (TableReader& one : reader.tables("quorum")) add_quorum(readings::quorum(one));
    for (TableReader& one : reader.tables("decision_rule")) into_.decision_rule = readings::decision_rule(one);
    for (TableReader& one : reader.tables("bank_holidays")) add_holidays(readings::holidays(one));
    for (TableReader& one : reader.tables("closure")) add_closure(readings::closure(one));
    for (TableReader& lists : reader.tables("list"))
      for (auto& [name, item] : lists.named_tables()) into_.lists[name].push_back(readings::list_item(item));
    for (TableReader& terms : reader.tables("words"))
      for (auto& [name, words] : terms.named_words()) {
        into_.words[name] = words;
        terms_.emplace_back(name, terms.place_of(name));
      }
    for (TableReader& one : reader.tables("adds")) add_to_limit(readings::addition(one));
    for (TableReader& one : reader.tables("adds_to_document")) additions_.push_back(readings::document_addition(one));
    reader.finish();
  }

  /// Adds to the documents, once every file was read: one of the procedure's own may stand in a file that comes later.
  void add_to_documents() {
    for (readings::DocumentAddition& one : additions_) {
      const auto found = std::find_if(into_.documents.begin(), into_.documents.end(), [&](const DocumentType& type) { return type.id == one.to; });
      if (found == into_.documents.end()) {
        errors_.push_back({one.place, fmt::format("There is no document \"{}\" to add to. Mend the name.{}", one.to, did_you_mean(one.to, ids(into_.documents)))});
        continue;
      }
      if (!one.title.en.empty()) found->title = one.title;
      found->cites = one.cites;
      std::move(one.blocks.begin(), one.blocks.end(), std::back_inserter(found->blocks));
    }
  }

  /// The terms that these files hold, and where.
  [[nodiscard]] const std::vector<PlacedTerm>& terms() const& noexcept { return terms_; }
  const std::vector<PlacedTerm>& terms() const&& = delete;

 private:
  void add_holidays(HolidayList list) {
    if (into_.holidays)
      errors_.push_back({list.place, fmt::format("The bank holidays stand already in {}:{}. Add the day there.", into_.holidays->place.file, into_.holidays->place.line)});
    else into_.holidays = std::move(list);
  }

  void add_closure(ClosureDay closure) {
    const auto same = std::find_if(into_.closures.begin(), into_.closures.end(), [&](const ClosureDay& other) { return other.day == closure.day; });
    if (same != into_.closures.end())
      errors_.push_back({closure.place, fmt::format("{} is described already in {}:{}. Take one of them out.", closure.day.iso(), same->place.file, same->place.line)});
    else into_.closures.push_back(std::move(closure));
  }

  /// A time limit may stand several times, once for each stretch in which it was in force.
  void add_time_limit(TimeLimit limit) {
    for (const TimeLimit& other : into_.time_limits) {
      if (other.id != limit.id || !overlap(other, limit)) continue;
      const bool dated = other.in_force_from || other.in_force_to || limit.in_force_from || limit.in_force_to;
      const std::string what = dated ? "overlaps in time with" : "is described already in";
      const std::string mend = dated ? "Let one end, with \"in_force_to\", before the other begins, with \"in_force_from\"." : "Give this one another id.";
      errors_.push_back({limit.place, fmt::format("\"{}\" {} {}:{}. {}", limit.id, what, other.place.file, other.place.line, mend)});
      return;
    }
    into_.time_limits.push_back(std::move(limit));
  }

  void add_to_limit(const readings::Addition& addition) {
    bool found = false;
    for (TimeLimit& limit : into_.time_limits) {
      if (limit.id != addition.to) continue;
      found = true;
      const std::vector<std::string> looser = loosened(limit, addition, into_.holidays);
      answer_for(looser, addition.departs, addition.to, limit.place, addition.place, errors_);
      apply(addition, limit);
    }
    if (!found) errors_.push_back({addition.place, fmt::format("There is no time limit \"{}\" to add to. Mend the name.{}", addition.to, did_you_mean(addition.to, ids(into_.time_limits)))});
  }

  template <class T>
  [[nodiscard]] static std::vector<std::string> ids(const std::vector<T>& things) {
    std::vector<std::string> out;
    for (const T& one : things) out.push_back(one.id);
    return out;
  }

  /// One of a procedure's own stands before those that it inherits; beside each other its own may stand for different times alone.
  void add_quorum(Quorum quorum) {
    std::vector<std::string> looser;
    Place parent = quorum.place;
    for (std::size_t at = 0; at < into_.quorums.size(); ++at) {
      const Quorum& other = into_.quorums[at];
      if (!overlap(other, quorum)) continue;
      if (at >= inherited_quorums_)
        return errors_.push_back({quorum.place, fmt::format("The quorum overlaps in time with {}:{}. Let one end, with \"in_force_to\", before the other begins, with \"in_force_from\".",
                                                            other.place.file, other.place.line)});
      looser = loosened(other, quorum);   // the nearest counts
      parent = other.place;
    }
    answer_for(looser, quorum.departs, "quorum", parent, quorum.place, errors_);
    into_.quorums.push_back(std::move(quorum));
  }

  template <class T>
  void add_all(TableReader& reader, std::string_view key, std::vector<T>& to, T (*read)(TableReader&)) {
    for (TableReader& one : reader.tables(key)) {
      T item = read(one);
      const auto same = std::find_if(to.begin(), to.end(), [&](const T& other) { return other.id == item.id; });
      if (same == to.end()) to.push_back(std::move(item));
      else errors_.push_back({item.place, fmt::format("\"{}\" is described already in {}:{}. Give this one another id.", item.id, same->place.file, same->place.line)});
    }
  }

  Described& into_;
  std::size_t inherited_quorums_;
  std::vector<LoadError>& unread_;
  std::vector<LoadError>& errors_;
  std::vector<PlacedTerm> terms_;
  std::vector<readings::DocumentAddition> additions_;
};

/// Whether a file is read as part of a procedure; its examples are read by the tests instead.
bool belongs(const ProcedureFile& file, const Pack& pack) {
  if (!file.path.starts_with(pack.folder) || !file.path.ends_with(".toml")) return false;
  const std::string_view rest = std::string_view(file.path).substr(pack.folder.size());
  return !rest.starts_with("examples/");
}

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
    std::vector<std::string> looser;
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
    if (const auto table = parse(file, read.errors)) adder.add(*table, file.path);
    else read.incomplete = true;
  }
  adder.add_to_documents();
  name_endings(read.described, found);
  read.incomplete = read.incomplete || lacks_an_id(read.described);
  if (read.incomplete) return;
  check_duties(read.described, inherited, found);
  check_widening(read.described, inherited, found);
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

/// Over every file that was read, procedure.toml too.
Digest edition_of(const std::vector<ProcedureFile>& files, const std::vector<const Pack*>& line) {
  std::vector<std::string_view> text;
  for (const Pack* pack : line)
    for (const ProcedureFile& file : files)
      if (belongs(file, *pack)) text.insert(text.end(), {file.path, file.text});
  return Digest::of_parts(text);
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
  if (!line.back()->shared && !incomplete) {
    find_due(described, errors);
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
