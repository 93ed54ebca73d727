#pragma once
// The desk: where everything that is put on file is put, and every file is opened. It has the clock, makes the ids, keeps one transaction to
// one act, writes the access log and the indexes. Whatever it hands out has gone through access.
// Pages include this, so it includes nothing of casefile, procedure or store: those stand in desk_parts.h.
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "access/view.h"
#include "base/happened.h"
#include "base/result.h"
#include "catalogue/described.h"
#include "desk/drafts.h"

namespace confer {

class CaseFile;
class Procedure;
class ProcedureShelf;
class Store;
struct Entry;
struct Figures;
struct FiguresQuery;
struct IndexQuery;
struct IndexRow;
struct Stream;

/// What the desk takes from the world; tests give their own.
struct World {
  std::function<Instant()> now;            ///< The clock.
  std::function<std::string()> new_id;     ///< A random id that was never given before.
};

/// The machine's own clock, and ids of 128 random bits.
[[nodiscard]] World real_world();

/// What somebody asks to put on file.
struct Draft {
  std::string type;
  std::vector<PersonId> about = {};
  Happened happened = {};
  json::object answers = {};  ///< By question name.
  EntryId corrects = {};     ///< The entry as its writer saw it; overtaken if somebody corrected it since.
  std::string key = {};      ///< Idempotency key: sending twice stores once.
  EntryId id = {};           ///< Empty for a new random one; given only when an existing file is taken in.
  std::optional<Instant> recorded = {};   ///< Empty for now; given only when an existing file is taken in.
};

/// Something the writer should know about what was put on file: it stands, and this is to be looked at.
struct ShownConcern {
  std::string message;       ///< In plain English, without personal words.
  std::string source = {};   ///< The cited source; empty when none.
  std::string departs_from = {};   ///< The time limit that a day set here lies past; empty for anything else.

  bool operator==(const ShownConcern&) const = default;
};

/// What was put on file.
struct PutOnFile {
  FileId file;
  std::vector<EntryId> entries;         ///< In the order of the drafts, also where they were on file already.
  std::vector<ShownConcern> concerns = {};   ///< Only those that the writer may see.
  bool repeated = false;                ///< These were on file already under the same key.
};

/// Several problems, each with its field.
using Problems = std::vector<Problem>;

/// One line of a list, as its reader may see it.
struct ListLine {
  FileId file;
  json::object body;
};

/// How many lines of a list stand on one of its days.
struct LinesOnDay {
  Date day;                ///< Date::last() for what has no day.
  std::size_t count = 0;
};

/// A page of a list.
struct ListPage {
  std::shared_ptr<json::monotonic_resource> holds = {};   ///< Where the bodies of its lines stand: a line that is to outlive the page is copied.
  std::vector<ListLine> lines;
  std::size_t count = 0;               ///< Of all lines, for this reader.
  std::vector<LinesOnDay> days = {};   ///< The same by day, in the list's order; days that have none are left out.
};

/// What a list is asked for.
struct ListQuery {
  enum class Whose {
    everyone,
    mine,      ///< What is the reader's own duty; of families, all.
    workers,   ///< The files that `workers` lead or, where nobody leads yet, opened.
  };
  enum class Order { next_due, last_changed };   ///< Of families; what is due comes by its day.

  std::string search = {};
  Whose whose = Whose::everyone;
  std::vector<PersonId> workers = {};   ///< At most 400; more are passed over.
  std::string kind = {};                ///< Id of a time limit, for what is due under it alone; empty for all.
  Order order = Order::next_due;
  std::optional<Date> until = {};           ///< Of conferences: the last day of those that are wanted; empty for all.
  std::size_t limit = 50;
  std::size_t offset = 0;
};

/// A form that somebody has begun and may go on with.
struct BegunForm {
  DraftName name;
  std::string title;        ///< Of the record type.
  std::string reference;    ///< Of the family's file; empty for a form that opens a new one.
  std::string address;      ///< The page it stands on.
  Instant saved;            ///< When it was last typed into.
};

/// Where a time limit of the procedure would end.
struct LimitFrom {
  Date limit;
  std::optional<Date> latest_bookable = {};   ///< The nearest working day not after the limit; empty beyond the calendar's first day.
  std::string why;                            ///< A sentence for a person.
};

/// One authority's desk. May be called from several threads.
class Desk {
 public:
  /// The store must outlive the desk. Every procedure on the shelf is loaded first; one that does not load is skipped here and told of by `procedures check`.
  Desk(Store& store, ProcedureShelf shelf, AuthorityId authority, World world);
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;
  ~Desk();

  /// Opens a new file. The draft is its "family_file" entry, whose procedure must be on the shelf; `with` goes on file with it, all or none. Sent
  /// twice under one key, it opens one file; any id that is taken otherwise is a conflict.
  [[nodiscard]] tl::expected<PutOnFile, Problems> open_new_file(const Reader& writer, Draft draft, FileId id = {}, std::vector<Draft> with = {});
  /// Puts drafts on file, all or none, in order; the later may refer to the earlier by the ids given in them. Sent again under the same keys, the
  /// same drafts are a repetition and others a conflict. What a draft refers to and its writer may not see is, to it, not on file.
  [[nodiscard]] tl::expected<PutOnFile, Problems> put_on_file(const FileId& file, const Reader& writer, std::vector<Draft> drafts);
  /// What putting these drafts on file would bring: the same refusals and the same concerns, and nothing is put on file.
  [[nodiscard]] tl::expected<PutOnFile, Problems> try_out(const FileId& file, const Reader& writer, std::vector<Draft> drafts);
  /// Whether somebody else finds anything of the family on this file now, besides that they stand on it themselves, by what the looker may see of it:
  /// what opens it to them out of the looker's sight is not told. False for whoever does not have it open. Written to the access log.
  [[nodiscard]] bool opens_to(const FileId& file, const Reader& looker, const Reader& other);
  /// What now stands for an entry, which may have been corrected since, as far as this reader may see; empty when there is nothing for them.
  [[nodiscard]] EntryId stands_for(const FileId& file, const Reader& reader, const EntryId& entry);
  /// Whether this writer has put something on file under this form's key, or several things under keys that begin with it and '-'. No file: a new one.
  [[nodiscard]] bool is_on_file(const FileId& file, const Reader& writer, std::string_view key);
  /// Forms that are begun and not on file.
  [[nodiscard]] Drafts& drafts() & noexcept;
  Drafts& drafts() && = delete;
  /// What an account had typed into a form; empty when nothing is kept. Where the key of what it rests on was destroyed it is forgotten too, since words
  /// of that may stand in it.
  [[nodiscard]] std::optional<KeptDraft> begun(const EntryId& account, const DraftName& name);
  /// What an account has begun and this reader may still go on with, the latest first. A draft whose file, record type or what it belongs to is no
  /// longer theirs is kept and left out here.
  [[nodiscard]] std::vector<BegunForm> begun_by(const EntryId& account, const Reader& reader);

  /// Takes in a file that was kept elsewhere, each entry as its own author put it on file; refused whole at the first that would be refused.
  [[nodiscard]] tl::expected<PutOnFile, Problems> take_in(const FileId& file, const std::vector<Entry>& entries);

  /// A file as this reader may see it, written to the access log. Not found, in the same words, when it is not there and when it is not theirs.
  [[nodiscard]] Result<FileView> open_file(const FileId& file, const Reader& reader, std::optional<Date> as_at = std::nullopt,
                                           std::optional<Date> known_on = std::nullopt);
  /// The same as it stood when one of its entries had just been put on file, as far as the reader may still see it; see view_as_it_stood.
  [[nodiscard]] Result<FileView> open_as_it_stood(const FileId& file, const Reader& reader, const EntryId& entry);
  /// A file as somebody else may see it, for the reader who is to release a copy to them: the reader must see the whole conference.
  [[nodiscard]] Result<FileView> look_as(const FileId& file, const Reader& looker, const Reader& as);

  /// The same for several people at once, each in the role they have on the file, for a looker who has it open. What the views are wanted for goes
  /// into the access log once for each of them; a view is empty where its reader sees nothing, or something that the looker does not.
  [[nodiscard]] Result<std::vector<FileView>> look_as_each(const FileId& file, const Reader& looker, const std::vector<PersonId>& people, std::string_view what);

  /// What one of them would see, were these drafts on file: weighed and not recorded.
  [[nodiscard]] Result<FileView> look_as_if(const FileId& file, const Reader& looker, const PersonId& person, const std::vector<Draft>& supposed, std::string_view what);

  /// Families that this reader may know of. The access log tells whose lines were shown, for this list as for the others.
  [[nodiscard]] ListPage files(const Reader& reader, const ListQuery& query);
  /// The reader's own conferences, the latest first: a practitioner's, those somebody of the unit chairs or runs, and those of the families one works with.
  [[nodiscard]] ListPage conferences(const Reader& reader, const ListQuery& query);
  /// Lays what somebody searches for aside, sealed, until the day ends, so that no address holds it; gives back the word by which it is found.
  [[nodiscard]] std::string keep_search(const Reader& reader, std::string_view words);
  /// What this reader laid aside under a word; empty when it is not theirs or the day is over.
  [[nodiscard]] std::string kept_search(const Reader& reader, std::string_view word) const;
  /// What is due over all files that this reader may know of, by limit.
  [[nodiscard]] ListPage due(const Reader& reader, const ListQuery& query);
  /// How many lines due() would find, without reading one.
  [[nodiscard]] std::size_t count_due(const Reader& reader, const ListQuery& query) const;

  /// Whether any procedure of this installation lets this role find what belongs to the whole: "figures", "accounts".
  [[nodiscard]] bool shows_to_role(std::string_view role, std::string_view access_class) const;
  /// Figures over all files that this reader may know of; see desk/figures.h. Everything is nought for whoever may not find them.
  [[nodiscard]] Figures figures(const Reader& reader, const FiguresQuery& query) const;

  /// What the procedure that a file is held under describes, for its forms and words, as it speaks today. Null when the file is not there.
  [[nodiscard]] const Described* described_of(const FileId& file);
  /// The same as it speaks on a day: what is written about a conference keeps the words of the conference's day.
  [[nodiscard]] const Described* described_of(const FileId& file, Date spoken_on);
  /// The same, as it speaks today, of any procedure on the shelf; null when there is none of this name.
  [[nodiscard]] const Described* described(std::string_view id) const noexcept;

  /// The procedure that this authority works by: the one that bears its id, else the first on the shelf; null when none loaded.
  [[nodiscard]] const Described* own_procedure() const noexcept;

  /// Where a procedure's time limit would end, were it counted from this day: for a form in which the next day is being chosen. Refused when there
  /// is no such limit, it has no number, or the calendar does not reach so far.
  [[nodiscard]] Result<LimitFrom> limit_from(std::string_view procedure, std::string_view rule, Date from) const;

  /// What would hold, were a conference on this day, or on the last that can be booked, for each child, those together for whom it is the same: worked out and not recorded. Refused where none is asked for.
  [[nodiscard]] Result<std::vector<ShownLookAhead>> look_ahead(const FileId& file, const Reader& reader, std::optional<Date> day = std::nullopt);

  /// Ids of the procedures that were loaded, sorted.
  [[nodiscard]] std::vector<std::string> procedures() const;
  /// Computes every file's index rows anew: after access lines or lists of a procedure changed. How many files' rows were replaced; those that nobody
  /// works out here (their procedure is not on the shelf), and those written to meanwhile, keep theirs.
  std::size_t rebuild();
  /// The desk's clock.
  [[nodiscard]] Instant now() const;
  /// The day it is in London.
  [[nodiscard]] Date today() const { return london_day(now()); }
  /// A random id that was never given before.
  [[nodiscard]] std::string new_id() const;
  [[nodiscard]] const AuthorityId& authority() const& noexcept;
  const AuthorityId& authority() const&& = delete;

 private:
  struct Loaded;
  struct Parts;
  enum class Purpose { to_store, to_try_out };

  [[nodiscard]] tl::expected<PutOnFile, Problems> put(const FileId& file, const Reader& writer, std::vector<Draft> drafts, Purpose purpose);

  [[nodiscard]] Loaded load(const FileId& file);
  [[nodiscard]] Stream stream(const FileId& file) const;
  [[nodiscard]] FileId new_file_under(const Reader& writer, std::string_view key) const;
  [[nodiscard]] const Procedure* procedure_for(const CaseFile& file) const;
  [[nodiscard]] std::vector<IndexRow> rows_of(const CaseFile& file, const Procedure& procedure) const;
  [[nodiscard]] ListPage list(const Reader& reader, const IndexQuery& asked);
  [[nodiscard]] IndexQuery due_query(const Reader& reader, const ListQuery& query) const;
  void log_access(const FileId& file, const Reader& reader, std::string_view what);
  void log_access(const Reader& reader, json::object answers);

  std::unique_ptr<Parts> parts_;
};

}  // namespace confer
