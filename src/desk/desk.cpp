#include "desk/desk.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <chrono>

#include "access/make_view.h"
#include "desk/desk_parts.h"
#include "desk/figures.h"
#include "desk/index_rows.h"
#include "desk/reference_taken.h"
#include "procedure/decide.h"

namespace confer {
namespace {

// How often an append is tried again when others write to the same file at the same moment.
constexpr int most_tries = 50;
// Drafts put on file at once: a whole case taken in at the most.
constexpr std::size_t most_drafts = 5'000;

Problem no_such_file() {
  return {"There is no such file, or it is not one you work with. Check the address, or ask the Safeguarding Unit.", {}, {}, Problem::Kind::not_found};
}

tl::unexpected<Problems> all_refused(Problem problem, std::size_t at = 0) {
  problem.at = at;
  return tl::unexpected(Problems{std::move(problem)});
}

std::string random_id() {
  constexpr std::string_view letters = "abcdefghijkmnpqrstuvwxyz23456789";   // 32 that cannot be mistaken for one another
  std::array<unsigned char, 26> bytes;
  randombytes_buf(bytes.data(), bytes.size());
  std::string id;
  for (const unsigned char byte : bytes) id.push_back(letters[byte % letters.size()]);
  return id;
}

/// What somebody has put in place of what this draft means to correct since its writer saw it; null when nobody has.
const Entry* overtaken(const CaseFile& file, const Draft& draft) {
  const Entry* current = draft.corrects.empty() ? nullptr : file.current(draft.corrects);
  return current && current->id != draft.corrects ? current : nullptr;
}

/// What this writer put on file before under the same key: it is not judged again, since it stands in its own way. Null for nothing.
const Entry* sent_before(const CaseFile& file, const Entry& entry) {
  if (entry.key.empty()) return nullptr;
  const auto same = std::find_if(file.entries().begin(), file.entries().end(), [&](const Entry& one) { return one.key == entry.key && one.by == entry.by; });
  return same == file.entries().end() ? nullptr : &*same;
}

/// Whether two entries say the same. Somebody who is introduced may have been given another id at each try.
bool says_the_same(const Entry& one, const Entry& other) {
  return one.type == other.type && one.happened == other.happened && one.answers == other.answers && one.corrects == other.corrects &&
         (one.type == "person" || one.about == other.about);
}

Problem key_used() {
  return {"Something else was put on file under the same key before. Nothing was stored: look at what is on file, and send this with a new key.", {}, {}, Problem::Kind::conflict};
}

Entry entry_from(Draft draft, const Reader& writer, const World& world) {
  Entry entry;
  entry.id = draft.id.empty() ? EntryId{world.new_id()} : std::move(draft.id);
  entry.type = std::move(draft.type);
  entry.about = std::move(draft.about);
  entry.happened = draft.happened;
  entry.recorded = draft.recorded.value_or(world.now());
  entry.by = writer.person;
  entry.role = writer.role;
  entry.answers = Answers(std::move(draft.answers));
  entry.corrects = std::move(draft.corrects);
  entry.key = std::move(draft.key);
  return entry;
}

/// The entry with what its writer may not see taken for what is not on file: an id of either sort is refused in the very same words.
Entry as_writer_knows(Entry entry, const CaseFile& before, const CaseFile& after, const Procedure& procedure, const Reader& writer, Date today) {
  const RecordType* type = procedure.described().record(entry.type);
  if (!type || before.entries().empty()) return entry;
  const FileView seen = view(after, procedure, writer, today);
  const std::string nobody = "~";   // no id can be written so
  const auto hide = [&](std::string id) {
    const bool hidden = (before.person(id) && !seen.person(id)) || (before.find(EntryId{id}) && !seen.entry(id));
    return hidden ? nobody : id;
  };
  if (entry.type != "person")
    for (PersonId& person : entry.about) person.value = hide(person.value);
  for (const Question& question : type->questions) {
    if (question.kind != AnswerKind::person && question.kind != AnswerKind::people && question.kind != AnswerKind::entry) continue;
    json::value* answer = entry.answers.values().if_contains(question.name);
    if (answer && answer->is_string()) *answer = hide(std::string(answer->get_string()));
    if (answer && answer->is_array())
      for (json::value& one : answer->get_array())
        if (one.is_string()) one = hide(std::string(one.get_string()));
  }
  return entry;
}

/// Whether somebody is introduced who is on the file already. A practitioner whom the file hides from the writer may be introduced once more, under
/// the id of their account: refusing it would tell that they are there.
bool is_introduced_twice(const Entry& entry, const CaseFile& before, const CaseFile& after, const Procedure& procedure, const Reader& writer, Date today) {
  if (entry.type != "person" || !entry.corrects.empty() || entry.about.size() != 1) return false;
  const PersonOnFile* known = after.person(entry.about.front());
  if (!known) return false;
  const bool both_work_here = known->kind == "practitioner" && entry.answers.text("kind") == "practitioner";
  const bool hidden = before.person(known->id) && both_work_here && !view(after, procedure, writer, today).person(known->id.value);
  return !hidden;
}

Problem on_file_already() { return {"This person is on the file already. To mend a mistake, correct the entry that introduces them.", "about"}; }

/// Concerns that the writer may see: those that rest on nothing hidden from them.
std::vector<ShownConcern> visible(const std::vector<Concern>& concerns, const FileView& seen) {
  std::vector<ShownConcern> out;
  for (const Concern& concern : concerns)
    if (std::all_of(concern.rests_on.begin(), concern.rests_on.end(), [&](const EntryId& id) { return seen.entry(id.value) != nullptr; }))
      out.push_back({concern.message, concern.source, concern.departs_from});
  return out;
}

/// The procedure that a family file's draft names; empty when none.
std::string procedure_named_in(const Draft& draft) { return std::string(Answers(draft.answers).text("procedure")); }

constexpr std::string_view search_shelf = "search";

/// What "mine" means: of families all, since whoever may know of one works with it; of what is due the reader's own duty.
enum class Mine { all, duty };

std::vector<std::string> whose_tokens(const Reader& reader, const ListQuery& query, Mine mine) {
  switch (query.whose) {
    case ListQuery::Whose::everyone: return tokens(reader);
    case ListQuery::Whose::mine: return mine == Mine::duty ? own_tokens(reader) : tokens(reader);
    case ListQuery::Whose::workers: return tokens_of_workers(reader, query.workers);
  }
  mistake("every list is somebody's", __FILE__, __LINE__);
}

}  // namespace

World real_world() {
  return {[] {
            const auto since = std::chrono::system_clock::now().time_since_epoch();
            return Instant{std::chrono::duration_cast<std::chrono::microseconds>(since).count()};
          },
          random_id};
}

Desk::Desk(Store& store, ProcedureShelf shelf, AuthorityId authority, World world)
    : parts_(new Parts{store, std::move(shelf), authority, std::move(world), Drafts(store, authority)}) {
  for (const std::string& id : parts_->shelf.ids()) {
    const auto procedure = parts_->shelf.take(id);
    if (procedure) parts_->store.keep_edition((*procedure)->described().edition, parts_->shelf.text_of(id));
  }
}

Desk::~Desk() = default;

Instant Desk::now() const { return parts_->world.now(); }
std::string Desk::new_id() const { return parts_->world.new_id(); }
const AuthorityId& Desk::authority() const& noexcept { return parts_->authority; }
Stream Desk::stream(const FileId& file) const { return {parts_->authority, Stream::Kind::file, file.value}; }

const Procedure* Desk::procedure_for(const CaseFile& file) const { return parts_->shelf.loaded(file.procedure(), today()); }

const Described* Desk::described_of(const FileId& file) { return described_of(file, today()); }

const Described* Desk::described_of(const FileId& file, Date spoken_on) {
  const Procedure* procedure = parts_->shelf.loaded(load(file).file->procedure(), spoken_on);
  return procedure ? &procedure->described() : nullptr;
}

std::vector<std::string> Desk::procedures() const {
  std::vector<std::string> loaded;
  for (const std::string& id : parts_->shelf.ids())
    if (described(id)) loaded.push_back(id);
  return loaded;
}

const Described* Desk::described(std::string_view id) const noexcept {
  const Procedure* procedure = parts_->shelf.loaded(id, today());
  return procedure ? &procedure->described() : nullptr;
}

const Described* Desk::own_procedure() const noexcept {
  if (const Described* own = described(parts_->authority.value)) return own;
  for (const std::string& id : parts_->shelf.ids())
    if (const Described* first = described(id)) return first;
  return nullptr;
}

Desk::Loaded Desk::load(const FileId& file) {
  if (const auto known = parts_->cache.find(file, parts_->store.head(stream(file)).position)) return {*known};
  std::vector<Entry> entries = parts_->store.entries(stream(file));
  const std::uint64_t position = entries.size();
  Loaded loaded{{std::make_shared<const CaseFile>(CaseFile::fold(std::move(entries))), position}};
  if (position > 0) parts_->cache.keep(file, loaded);
  return loaded;
}

tl::expected<PutOnFile, Problems> Desk::open_new_file(const Reader& writer, Draft draft, FileId id, std::vector<Draft> with) {
  if (draft.type != "family_file") return all_refused({"A new file begins with the family file itself.", "type"});
  if (id.empty()) id = draft.key.empty() ? FileId{parts_->world.new_id()} : new_file_under(writer, draft.key);
  if (draft.key.empty() && parts_->store.head(stream(id)).position != 0) return all_refused({"There is a file of this id already.", {}, {}, Problem::Kind::conflict});
  with.insert(with.begin(), std::move(draft));
  return put_on_file(id, writer, std::move(with));
}

tl::expected<PutOnFile, Problems> Desk::put_on_file(const FileId& file, const Reader& writer, std::vector<Draft> drafts) { return put(file, writer, std::move(drafts), Purpose::to_store); }

tl::expected<PutOnFile, Problems> Desk::try_out(const FileId& file, const Reader& writer, std::vector<Draft> drafts) { return put(file, writer, std::move(drafts), Purpose::to_try_out); }

tl::expected<PutOnFile, Problems> Desk::put(const FileId& id, const Reader& writer, std::vector<Draft> drafts, Purpose purpose) {
  if (drafts.empty() || drafts.size() > most_drafts) return all_refused({"There is nothing here to put on file, or too much at once."});
  for (Draft& draft : drafts)
    if (draft.id.empty()) draft.id = EntryId{parts_->world.new_id()};
  for (int attempt = 0; attempt < most_tries; ++attempt) {
    const Loaded loaded = load(id);
    const bool is_new = loaded.position == 0;
    if (is_new && drafts.front().type != "family_file") return all_refused(no_such_file());
    const Procedure* procedure = is_new ? parts_->shelf.loaded(procedure_named_in(drafts.front()), today()) : procedure_for(*loaded.file);
    if (!procedure) return all_refused({"This procedure is not among those that this installation works by.", "procedure"});

    CaseFile after = *loaded.file;
    Append append{stream(id), loaded.position, {}, {}};
    PutOnFile done{id, {}, {}, false};
    std::vector<Concern> concerns;
    std::size_t at = 0, repeated = 0;
    for (const Draft& draft : drafts) {
      Entry entry = as_writer_knows(entry_from(draft, writer, parts_->world), *loaded.file, after, *procedure, writer, today());
      if (const auto allowed = may_record(after, *procedure, writer, entry); !allowed)
        return all_refused(is_new || !view(*loaded.file, *procedure, writer, today()).empty() ? allowed.error() : no_such_file(), at);
      if (const Entry* before = sent_before(*loaded.file, entry)) {
        if (!says_the_same(*before, entry)) return all_refused(key_used(), at);
        done.entries.push_back(before->id);
        ++repeated, ++at;
        continue;
      }
      // Only what the writer may see can stand in her way; overtaken by anything else, it is for her as if it were not there.
      if (const Entry* current = overtaken(after, draft); current && view(*loaded.file, *procedure, writer, today()).entry(current->id.value))
        return all_refused({"Somebody corrected this while you were writing. Nothing of yours was put on file, and nothing of it is lost.", {}, {}, Problem::Kind::conflict}, at);
      if (const Problem wrong = wrong_reference(parts_->store, parts_->authority, procedure->described(), entry, id); !wrong.message.empty()) return all_refused(wrong, at);
      if (is_introduced_twice(entry, *loaded.file, after, *procedure, writer, today())) return all_refused(on_file_already(), at);
      auto decided = decide_onto(after, *procedure, std::move(entry), today(), Concerns::told);
      if (!decided) {
        for (Problem& problem : decided.error()) problem.at = at;
        return tl::unexpected(std::move(decided.error()));
      }
      for (Entry& one : decided->entries) {
        done.entries.push_back(one.id);
        append.entries.push_back(std::move(one));
      }
      std::move(decided->concerns.begin(), decided->concerns.end(), std::back_inserter(concerns));
      ++at;
    }
    if (repeated > 0 && repeated < drafts.size()) return all_refused(key_used());
    if ((done.repeated = repeated > 0)) return done;
    if (purpose == Purpose::to_try_out) {
      done.concerns = visible(concerns, view(after, *procedure, writer, today()));
      return done;
    }
    append.rows = rows_of(after, *procedure);
    const Appended appended = parts_->store.append(append);
    switch (appended.outcome) {
      case Appended::Outcome::stored:
        done.concerns = visible(concerns, view(after, *procedure, writer, today()));
        parts_->cache.keep(id, {std::make_shared<const CaseFile>(std::move(after)), appended.head.position});
        return done;
      case Appended::Outcome::repeated:           // sent twice at the same moment: what the other did is found when it is judged again
      case Appended::Outcome::overtaken: break;   // somebody else wrote first: judge it again on what they wrote
    }
  }
  return all_refused({"Others are writing to this file at this moment. Nothing was stored and nothing you typed is lost: send it again.", {}, {}, Problem::Kind::conflict});
}

tl::expected<PutOnFile, Problems> Desk::take_in(const FileId& id, const std::vector<Entry>& entries) {
  if (entries.empty() || entries.size() > most_drafts) return all_refused({"There is nothing here to take in, or too much at once."});
  const Loaded loaded = load(id);
  const Procedure* procedure = parts_->shelf.loaded(loaded.position == 0 ? entries.front().answers.text("procedure") : loaded.file->procedure(), today());
  if (!procedure) return all_refused({"This procedure is not among those that this installation works by.", "procedure"});
  CaseFile after = *loaded.file;
  Append append{stream(id), loaded.position, {}, {}};
  PutOnFile done{id, {}, {}, false};
  for (const Entry& entry : entries) {
    const auto problem_at = [&](Problem problem) {
      problem.message = fmt::format("Entry {}: {}", append.entries.size() + 1, problem.message);
      return problem;
    };
    if (after.find(entry.id)) return all_refused(problem_at({"An entry of this id is on file already.", "id", {}, Problem::Kind::conflict}));
    if (const auto allowed = may_record(after, *procedure, {entry.by, entry.role}, entry); !allowed) return all_refused(problem_at(allowed.error()));
    if (entry.type == "person" && entry.corrects.empty() && entry.about.size() == 1 && after.person(entry.about.front())) return all_refused(problem_at(on_file_already()));
    auto decided = decide_onto(after, *procedure, entry, std::max(today(), london_day(entry.recorded)), Concerns::left_out);
    if (!decided) {
      for (Problem& problem : decided.error()) problem = problem_at(std::move(problem));
      return tl::unexpected(std::move(decided.error()));
    }
    for (Entry& one : decided->entries) {
      done.entries.push_back(one.id);
      append.entries.push_back(std::move(one));
    }
  }
  append.rows = rows_of(after, *procedure);
  if (parts_->store.append(append).outcome != Appended::Outcome::stored)
    return all_refused({"Somebody wrote to this file at the same moment. Nothing was stored: try again.", {}, {}, Problem::Kind::conflict});
  return done;
}

Result<FileView> Desk::open_file(const FileId& id, const Reader& reader, std::optional<Date> as_at, std::optional<Date> known_on) {
  const Loaded loaded = load(id);
  const Procedure* procedure = procedure_for(*loaded.file);
  if (!procedure) return tl::unexpected(no_such_file());
  FileView seen = known_on ? view_as_known(*loaded.file, *procedure, reader, as_at.value_or(today()), *known_on)
                           : view(*loaded.file, *procedure, reader, as_at.value_or(today()));
  log_access(id, reader, seen.empty() ? "refused" : "opened");
  if (seen.empty()) return tl::unexpected(no_such_file());
  return seen;
}

Result<FileView> Desk::open_as_it_stood(const FileId& id, const Reader& reader, const EntryId& entry) {
  const Loaded loaded = load(id);
  const Procedure* procedure = procedure_for(*loaded.file);
  if (!procedure) return tl::unexpected(no_such_file());
  FileView seen = view_as_it_stood(*loaded.file, *procedure, reader, today(), entry);
  log_access(id, reader, seen.empty() ? "refused" : "opened as it stood");
  if (seen.empty()) return tl::unexpected(no_such_file());
  return seen;
}

Result<std::vector<ShownLookAhead>> Desk::look_ahead(const FileId& id, const Reader& reader, std::optional<Date> day) {
  const Loaded loaded = load(id);
  const Procedure* procedure = procedure_for(*loaded.file);
  if (!procedure) return tl::unexpected(no_such_file());
  auto ahead = look_ahead_for(*loaded.file, *procedure, reader, day, today());
  log_access(id, reader, ahead ? "looked ahead" : "refused");
  return ahead;
}

Result<FileView> Desk::look_as(const FileId& id, const Reader& looker, const Reader& as) {
  const auto own = open_file(id, looker);
  if (!own) return own;
  const Loaded loaded = load(id);
  const Procedure* procedure = procedure_for(*loaded.file);
  FileView theirs = view(*loaded.file, *procedure, as, today());
  const bool sees_all = std::all_of(theirs.entries.begin(), theirs.entries.end(), [&](const ShownEntry& entry) { return own->entry(entry.id.value) != nullptr; });
  if (!sees_all) return refused("You do not see everything that this person sees, so you cannot look as they would.", {}, {}, Problem::Kind::not_allowed);
  log_access(id, looker, fmt::format("looked at as {}", as.person.value));
  return theirs;
}

Result<std::vector<FileView>> Desk::look_as_each(const FileId& id, const Reader& looker, const std::vector<PersonId>& people, std::string_view what) {
  const Loaded loaded = load(id);
  const Procedure* procedure = procedure_for(*loaded.file);
  if (!procedure) return tl::unexpected(no_such_file());
  const FileView own = view(*loaded.file, *procedure, looker, today());
  if (own.empty()) return tl::unexpected(no_such_file());
  std::vector<FileView> out;
  for (const PersonId& person : people) {
    const Reader as{person, role_on_file(*loaded.file, *procedure, person)};
    FileView theirs = view(*loaded.file, *procedure, as, today());
    const bool sees_all = std::all_of(theirs.entries.begin(), theirs.entries.end(), [&](const ShownEntry& entry) { return own.entry(entry.id.value) != nullptr; });
    if (!sees_all) theirs = FileView{as};
    log_access(id, looker, fmt::format("{} {}", what, person.value));
    out.push_back(std::move(theirs));
  }
  return out;
}

Result<FileView> Desk::look_as_if(const FileId& id, const Reader& looker, const PersonId& person, const std::vector<Draft>& supposed, std::string_view what) {
  const Loaded loaded = load(id);
  const Procedure* procedure = procedure_for(*loaded.file);
  if (!procedure || view(*loaded.file, *procedure, looker, today()).empty()) return tl::unexpected(no_such_file());
  CaseFile file = *loaded.file;
  for (std::size_t place = 0; place < supposed.size(); ++place) {
    const Draft& draft = supposed[place];
    Entry entry;
    entry.id = EntryId{fmt::format("supposed-{}", place)};
    entry.type = draft.type;
    entry.about = draft.about;
    entry.happened = draft.happened;
    entry.recorded = now();
    entry.by = looker.person;
    entry.role = looker.role;
    entry.answers = Answers(draft.answers);
    file.evolve(std::move(entry));
  }
  log_access(id, looker, fmt::format("{} {}", what, person.value));
  return view(file, *procedure, {person, role_on_file(*loaded.file, *procedure, person)}, today());
}

void Desk::log_access(const FileId& file, const Reader& reader, std::string_view what) { log_access(reader, {{"file", file.value}, {"what", what}}); }

void Desk::log_access(const Reader& reader, json::object answers) {
  const Stream log{parts_->authority, Stream::Kind::access_log, {}};
  Entry entry;
  entry.id = EntryId{parts_->world.new_id()};
  entry.type = "access";
  entry.recorded = parts_->world.now();
  entry.by = reader.person;
  entry.role = reader.role;
  entry.answers = Answers(std::move(answers));
  // Nothing is decided on what was logged before, so it goes wherever the log ends: many readers at once do not stand in each other's way.
  if (parts_->store.append({log, {}, {std::move(entry)}, {}}).outcome != Appended::Outcome::stored)
    throw StoreFailure("The access log could not be written, so the file was not opened.");
}

std::vector<IndexRow> Desk::rows_of(const CaseFile& file, const Procedure& procedure) const { return index_rows(file, procedure, today()); }

namespace {

std::vector<DayCount> days_of(const std::vector<FoundRow>& rows) {
  std::vector<DayCount> out;
  for (const FoundRow& row : rows) {
    if (out.empty() || out.back().sort_day != row.row.sort_day) out.push_back({row.row.sort_day, 0});
    ++out.back().rows;
  }
  return out;
}

}  // namespace

/// A list's query of the store, but for what holds in one list alone.
static IndexQuery asked_for(const AuthorityId& authority, std::string table, std::vector<std::string> tokens, const ListQuery& query) {
  return {.authority = authority, .table = std::move(table), .tokens = std::move(tokens), .search = searchable(query.search), .limit = query.limit, .offset = query.offset};
}

/// What the rows of a list's page come to in memory, about; more is fetched when it is not enough.
constexpr std::size_t page_bytes = 64 * 1024;

/// A list names children, so the log says whose files its reader saw a line of. The words of a search stay out: what it found is told by its files.
ListPage Desk::list(const Reader& reader, const IndexQuery& asked) {
  ListPage page{.holds = std::make_shared<json::monotonic_resource>(page_bytes), .lines = {}};
  auto rows = parts_->store.rows(asked, page.holds.get());
  for (FoundRow& row : rows) page.lines.push_back({FileId{std::move(row.stream.name)}, std::move(row.row.body)});
  // A search walks the reader's rows; where all that it finds stands on this page, it does not walk them again to count.
  const bool is_all = !asked.search.empty() && asked.offset == 0 && rows.size() < asked.limit;
  for (const DayCount& day : is_all ? days_of(rows) : parts_->store.days(asked)) {
    page.days.push_back({Date::from_days(day.sort_day), day.rows});
    page.count += day.rows;
  }
  if (page.lines.empty() && asked.search.empty()) return page;   // nothing was shown of anybody
  json::array files;
  for (const ListLine& line : page.lines)
    if (files.empty() || files.back() != json::value(line.file.value)) files.emplace_back(line.file.value);
  log_access(reader, {{"what", asked.search.empty() ? "listed" : "searched"}, {"list", asked.table}, {"files", std::move(files)}});
  return page;
}

ListPage Desk::files(const Reader& reader, const ListQuery& query) {
  const bool by_day = query.order == ListQuery::Order::next_due;
  return list(reader, asked_for(parts_->authority, by_day ? "file" : "file_recent", whose_tokens(reader, query, Mine::all), query));
}

ListPage Desk::conferences(const Reader& reader, const ListQuery& query) {
  IndexQuery asked = asked_for(parts_->authority, "conference", tokens(reader), query);
  if (query.until) asked.first_day = latest_first(*query.until);
  return list(reader, asked);
}

std::string Desk::keep_search(const Reader& reader, std::string_view words) {
  const std::string word = parts_->world.new_id();
  parts_->store.set_aside(search_shelf, fmt::format("{}/{}", reader.person.value, word), words, london_instant(today().plus_days(1), 0, 0));
  return word;
}

std::string Desk::kept_search(const Reader& reader, std::string_view word) const {
  return parts_->store.aside(search_shelf, fmt::format("{}/{}", reader.person.value, word), now()).value_or(std::string{});
}

IndexQuery Desk::due_query(const Reader& reader, const ListQuery& query) const {
  auto held = whose_tokens(reader, query, Mine::duty);
  if (!query.kind.empty()) held = tokens_of_kind(std::move(held), query.kind);
  return asked_for(parts_->authority, "obligation", std::move(held), query);
}

ListPage Desk::due(const Reader& reader, const ListQuery& query) { return list(reader, due_query(reader, query)); }
std::size_t Desk::count_due(const Reader& reader, const ListQuery& query) const { return parts_->store.count(due_query(reader, query)); }

std::size_t Desk::rebuild() {
  std::size_t files = 0;
  // A file that grew meanwhile brought its rows along and refuses these, which were made without its latest entry.
  for (const Stream& one : parts_->store.streams(parts_->authority, Stream::Kind::file)) {
    std::vector<Entry> entries = parts_->store.entries(one);
    const std::uint64_t position = entries.size();
    const CaseFile file = CaseFile::fold(std::move(entries));
    const Procedure* procedure = procedure_for(file);
    if (procedure && parts_->store.replace_rows(one, position, rows_of(file, *procedure))) ++files;
  }
  return files;
}

}  // namespace confer
