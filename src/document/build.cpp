#include "document/build.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "document/answers.h"
#include "document/calendar.h"
#include "document/content.h"

namespace confer::document {
namespace {

using Entries = std::vector<const ShownEntry*>;

constexpr std::size_t mark_digits = 8;

Problem nothing_to_give() { return {"There is nothing in this document for this reader.", {}, {}, Problem::Kind::not_found}; }

const ShownEntry* conference_in(const FileView& view, const EntryId& id) {
  const ShownEntry* found = view.entry(id.value);
  return found && found->type == "conference" ? found : nullptr;
}

/// The view as it asks its reader to a conference: where their invitation names a time of their own, they are told that hour and no other.
FileView with_own_hour(FileView view, const ShownEntry& conference) {
  const auto own = own_start(view, conference);
  for (ShownEntry& one : view.entries)
    if (own && one.id == conference.id) one.answers["starts"] = own->iso();
  return view;
}

/// Where in a document a block stands, and of what.
struct Scope {
  int level = 1;                                      ///< Of a heading that would stand here.
  const Entries* entries = nullptr;                   ///< Those of the section around; null outside one.
  PersonId child = {};                                ///< In a section for each child.
  std::map<std::string, std::string, std::less<>> slots = {};
};

/// What came of a block. A section goes when it has blocks that speak of the record, and none of them said anything.
struct Made {
  bool speaks_of_record = false;
  bool said = false;

  void add(const Made& other) {
    if (other.speaks_of_record && !speaks_of_record) *this = other;
    else if (other.speaks_of_record == speaks_of_record) said = said || other.said;
  }
};

class Builder {
 public:
  Builder(const FileView& view, const DocumentType& type, const Described& procedure, const ShownEntry& conference)
      : view_(view), type_(type), procedure_(procedure), conference_(conference), tell_(view, procedure), standing_(standing_of_reader(view, procedure, conference.id)) {}

  [[nodiscard]] bool make() {
    for (const DocumentBlock& one : type_.blocks) block(one, {});
    return std::any_of(type_.of.begin(), type_.of.end(), [&](const std::string& record) { return shown_.contains(record); });
  }

  [[nodiscard]] std::vector<Block> take() { return std::move(out_); }

 private:
  Made block(const DocumentBlock& given, const Scope& scope) {
    const auto& whom = given.for_standings;
    if (!whom.empty() && std::find(whom.begin(), whom.end(), standing_) == whom.end()) return {};
    if (given.kind == "section") return sections(given, scope);
    if (given.kind == "paragraph" && given.record.empty()) return fixed_paragraph(given, scope);
    if (given.kind == "list" && !given.items.empty()) return fixed_list(given, scope);
    const Entries of = entries(given, scope);
    const bool said = given.kind == "paragraph" ? paragraphs(given, scope, of)
                      : given.kind == "list"    ? list(given, scope, of)
                      : given.kind == "table"   ? table(given, scope, of)
                                                : summaries(given, scope, of);
    if (said)
      for (const ShownEntry* entry : of) shown_.insert(entry->type);
    else if (const auto words = fill(given.empty, scope)) out_.push_back(paragraph(*words));
    return {true, said || !given.empty.en.empty()};
  }

  // Sections

  Made sections(const DocumentBlock& given, const Scope& scope) {
    const bool of_record = !given.record.empty() || scope.entries;
    const Entries of = of_record ? entries(given, scope) : Entries{};
    Scope inside = scope;
    if (of_record) inside.entries = &of;
    if (given.each.empty()) return section(given, inside);
    if (given.each == "child") return for_each_child(given, inside);
    return for_each_group(given, inside, of);
  }

  Made section(const DocumentBlock& given, Scope scope) {
    const std::size_t before = out_.size();
    if (const auto words = fill(given.words, scope)) out_.push_back(Heading{scope.level++, *words});
    Made made;
    for (const DocumentBlock& one : given.blocks) made.add(block(one, scope));
    if (!made.said) out_.erase(out_.begin() + static_cast<std::ptrdiff_t>(before), out_.end());
    return made;
  }

  Made for_each_child(const DocumentBlock& given, Scope scope) {
    Made made{true, false};
    for (const ShownPerson& person : view_.people) {
      if (!conference_.is_about(person.id)) continue;
      scope.child = person.id;
      scope.slots["child"] = person.name;
      made.said = section(given, scope).said || made.said;
    }
    return made;
  }

  Made for_each_group(const DocumentBlock& given, Scope scope, const Entries& all) {
    Made made{true, false};
    for (const auto& [name, of] : given.each == "about" ? by_people(all) : by_choice(given.each, all)) {
      scope.entries = &of;
      scope.slots[given.each] = name;
      made.said = section(given, scope).said || made.said;
    }
    return made;
  }

  using Groups = std::vector<std::pair<std::string, Entries>>;

  /// Those about many first, then in the order in which people were introduced.
  [[nodiscard]] Groups by_people(const Entries& all) const {
    const auto place = [&](const PersonId& id) {
      return static_cast<std::size_t>(std::find_if(view_.people.begin(), view_.people.end(), [&](const ShownPerson& one) { return one.id == id; }) - view_.people.begin());
    };
    std::map<std::pair<std::ptrdiff_t, std::vector<std::size_t>>, std::pair<std::vector<PersonId>, Entries>> groups;
    for (const ShownEntry* entry : all) {
      std::vector<PersonId> people = entry->about;
      std::sort(people.begin(), people.end(), [&](const PersonId& a, const PersonId& b) { return place(a) < place(b); });
      std::vector<std::size_t> places;
      for (const PersonId& person : people) places.push_back(place(person));
      auto& group = groups[{-static_cast<std::ptrdiff_t>(people.size()), places}];
      group.first = people;
      group.second.push_back(entry);
    }
    Groups out;
    for (auto& [order, group] : groups) out.emplace_back(tell_.names(group.first), std::move(group.second));
    return out;
  }

  /// In the order of the question's choices; what the question is not answered for comes last, without a heading.
  [[nodiscard]] Groups by_choice(const std::string& question, const Entries& all) const {
    Groups out;
    std::set<const ShownEntry*> placed;
    const RecordType* type = all.empty() ? nullptr : procedure_.record(all.front()->type);
    const Question* asked = type ? type->question(question) : nullptr;
    if (asked)
      for (const Choice& choice : procedure_.choices(*asked)) {
        Entries of;
        for (const ShownEntry* entry : all)
          if (entry->text(question) == choice.id && placed.insert(entry).second) of.push_back(entry);
        if (!of.empty()) out.emplace_back(choice.title.en, std::move(of));
      }
    Entries others;
    for (const ShownEntry* entry : all)
      if (!placed.contains(entry)) others.push_back(entry);
    if (!others.empty()) out.emplace_back(std::string{}, std::move(others));
    return out;
  }

  // Blocks

  Made fixed_paragraph(const DocumentBlock& given, const Scope& scope) {
    const auto words = fill(given.words, scope);
    if (words) out_.push_back(paragraph(*words));
    return {false, words.has_value()};
  }

  Made fixed_list(const DocumentBlock& given, const Scope& scope) {
    List list;
    for (const Words& item : given.items)
      if (const auto words = fill(item, scope)) list.items.push_back(paragraph(*words));
    const bool said = !list.items.empty();
    if (said) out_.push_back(std::move(list));
    return {false, said};
  }

  [[nodiscard]] std::optional<Paragraph> told(const DocumentBlock& given, const Scope& scope, const ShownEntry& entry) const {
    const auto words = fill(given.words, scope, &entry);
    if (!words) return std::nullopt;
    std::string lead;
    for (const Words& piece : given.lead)
      if (const auto said = fill(piece, scope, &entry)) lead += (lead.empty() ? "" : " · ") + *said;
    Paragraph out;
    if (!lead.empty()) out.runs.push_back({lead + "\n", Weight::strong});
    out.runs.push_back({*words + beneath(given.beneath, scope, entry), Weight::plain});
    return out;
  }

  /// What refers to this entry, each on a line of its own, and what refers to that.
  [[nodiscard]] std::string beneath(const std::vector<DocumentBeneath>& given, const Scope& scope, const ShownEntry& entry) const {
    std::string out;
    for (const DocumentBeneath& one : given)
      for (const ShownEntry* other : view_.standing(one.record)) {
        const ShownEntry* above = view_.entry(other->text(one.refers_by));
        if (!above || above->root != entry.root) continue;
        if (const auto words = fill(one.words, scope, other)) out += "\n" + *words + beneath(one.beneath, scope, *other);
      }
    return out;
  }

  bool paragraphs(const DocumentBlock& given, const Scope& scope, const Entries& of) {
    bool said = false;
    for (const ShownEntry* entry : of)
      if (auto one = told(given, scope, *entry)) {
        out_.push_back(std::move(*one));
        said = true;
      }
    return said;
  }

  bool list(const DocumentBlock& given, const Scope& scope, const Entries& of) {
    List list;
    for (const ShownEntry* entry : of) {
      auto one = told(given, scope, *entry);
      // The same words twice say nothing more: two of one profession in "who will be there".
      if (one && std::find(list.items.begin(), list.items.end(), *one) == list.items.end()) list.items.push_back(std::move(*one));
    }
    if (list.items.empty()) return false;
    out_.push_back(std::move(list));
    return true;
  }

  bool table(const DocumentBlock& given, const Scope& scope, const Entries& of) {
    Table table{.caption = fill(given.words, scope).value_or(""), .header_column = Table::HeaderColumn::first, .rows = std::vector<std::vector<std::string>>(of.size())};
    for (const DocumentColumn& column : given.columns) {
      std::vector<std::string> cells;
      for (const ShownEntry* entry : of) cells.push_back(tell_.answer(*entry, column.question));
      if (std::all_of(cells.begin(), cells.end(), [](const std::string& cell) { return cell.empty(); })) continue;
      table.header.push_back(fill(column.title, scope).value_or(""));
      for (std::size_t i = 0; i < cells.size(); ++i) table.rows[i].push_back(std::move(cells[i]));
    }
    if (table.header.empty()) return false;
    out_.push_back(std::move(table));
    return true;
  }

  bool summaries(const DocumentBlock& given, const Scope& scope, const Entries& of) {
    bool said = false;
    for (const ShownEntry* entry : of) {
      SummaryList summary;
      for (const DocumentColumn& column : given.columns)
        if (std::string value = tell_.answer(*entry, column.question); !value.empty()) summary.items.push_back({fill(column.title, scope).value_or(""), std::move(value)});
      if (summary.items.empty()) continue;
      out_.push_back(std::move(summary));
      said = true;
    }
    return said;
  }

  // Entries

  [[nodiscard]] Entries entries(const DocumentBlock& given, const Scope& scope) const {
    Entries out;
    if (!given.record.empty()) {
      out = view_.standing(given.record);
      std::erase_if(out, [&](const ShownEntry* one) { return !belongs(*one, 0) || (!scope.child.empty() && !one->is_about(scope.child)); });
    } else if (scope.entries) {
      out = *scope.entries;
    }
    std::erase_if(out, [&](const ShownEntry* one) { return !meets(*one, given.where) || (!given.mine.empty() && !names_reader(*one, given.mine)); });
    return out;
  }

  [[nodiscard]] bool names_reader(const ShownEntry& entry, std::string_view question) const {
    const auto named = entry.list(question);
    return std::find(named.begin(), named.end(), view_.reader.person.value) != named.end();
  }

  /// Whether an entry is of this conference: it is the conference, names it, or refers to something that is of it.
  [[nodiscard]] bool belongs(const ShownEntry& entry, int depth) const {
    constexpr int furthest = 2;   // a dissent refers to a decision, which names its conference
    if (entry.root == conference_.root) return true;
    const RecordType* type = procedure_.record(entry.type);
    if (!type || depth == furthest) return false;
    return std::any_of(type->questions.begin(), type->questions.end(), [&](const Question& question) {
      const ShownEntry* other = question.kind == AnswerKind::entry ? view_.entry(entry.text(question.name)) : nullptr;
      return other && belongs(*other, depth + 1);
    });
  }

  // Slots

  /// The words with every slot filled; nothing when they are empty or a slot is.
  [[nodiscard]] std::optional<std::string> fill(const Words& given, const Scope& scope, const ShownEntry* entry = nullptr) const {
    std::string_view words = given.en;
    if (words.empty()) return std::nullopt;
    std::string out;
    for (std::size_t open = words.find('{'); open != std::string_view::npos; open = words.find('{')) {
      const std::size_t close = words.find('}', open);
      CONFER_ASSERT(close != std::string_view::npos);   // held against when the procedure was loaded
      const std::string value = slot(words.substr(open + 1, close - open - 1), scope, entry);
      if (value.empty()) return std::nullopt;
      out += words.substr(0, open);
      out += value;
      words.remove_prefix(close + 1);
    }
    return out += words;
  }

  [[nodiscard]] std::string slot(std::string_view name, const Scope& scope, const ShownEntry* entry) const {
    constexpr std::string_view of_conference = "conference.", length_of = "limit.";
    if (name.starts_with(length_of)) return length(name.substr(length_of.size()));
    if (name.starts_with(of_conference)) return tell_.answer(conference_, name.substr(of_conference.size()));
    if (name == "reader") return tell_.name(view_.reader.person.value);
    if (const auto group = scope.slots.find(name); group != scope.slots.end()) return group->second;
    const RecordType* type = entry ? procedure_.record(entry->type) : nullptr;
    if (type && type->question(name)) return tell_.answer(*entry, name);   // before a term of the same name: who is in the core group, not what one is called
    if (const auto term = procedure_.words.find(name); term != procedure_.words.end()) return term->second.en;
    return entry ? tell_.answer(*entry, name) : std::string{};
  }

  /// How long a time limit of the procedure is, by its edition of the conference's day: "1 week".
  [[nodiscard]] std::string length(std::string_view name) const {
    const auto starts = Instant::parse(conference_.text("starts"));
    const TimeLimit* limit = starts ? procedure_.time_limit(name, london_day(*starts)) : procedure_.time_limit(name);
    return limit && limit->limit ? limit->limit->written() : std::string{};
  }

  const FileView& view_;
  const DocumentType& type_;
  const Described& procedure_;
  const ShownEntry& conference_;
  Telling tell_;
  std::string standing_;
  std::vector<Block> out_;
  std::set<std::string, std::less<>> shown_;   // records of which something was said
};

/// "Mother · Friday 2 May 2025 · copy 3f2a91bc": the day it was issued, and a mark of this content for this person that names neither.
std::string recipient_mark(const FileView& view, const Described& procedure, const Document& document) {
  const std::string content = content_of(document).hex();
  const std::array<std::string_view, 2> parts = {content, view.reader.person.value};
  const Role* role = procedure.role(view.reader.role);
  return fmt::format("{}{} · copy {}", role ? role->title.en + " · " : std::string{}, document.issued_on.written(), Digest::of_parts(parts).hex().substr(0, mark_digits));
}

}  // namespace

Result<Document> build(const FileView& seen, const DocumentType& type, const Described& procedure, const EntryId& conference, Date issued_on) {
  const ShownEntry* there = conference_in(seen, conference);
  if (!there) return tl::unexpected(nothing_to_give());
  const bool asks = type.of == std::vector<std::string>{"invitation"};
  const FileView own = asks ? with_own_hour(seen, *there) : FileView{};
  const FileView& view = asks ? own : seen;
  const ShownEntry* called = conference_in(view, conference);
  Builder builder(view, type, procedure, *called);
  if (!builder.make()) return tl::unexpected(nothing_to_give());
  Document document{.title = type.title.en, .reference = view.reference, .recipient = {}, .issued_on = issued_on, .blocks = builder.take()};
  document.recipient = recipient_mark(view, procedure, document);
  return checked(std::move(document));
}

std::optional<Instant> own_start(const FileView& view, const ShownEntry& conference) {
  auto starts = Instant::parse(conference.text("starts"));
  for (const ShownEntry* invitation : view.standing("invitation", conference.root))
    if (auto at = Instant::parse(invitation->text("at")); at && invitation->text("person") == view.reader.person.value) starts = at;
  return starts ? std::optional(*starts) : std::nullopt;
}

std::string standing_of_reader(const FileView& view, const Described& procedure, const EntryId& conference) {
  std::string standing;
  for (const ShownEntry* invitation : view.standing("invitation", conference))
    if (invitation->text("person") == view.reader.person.value) standing = invitation->text("as");
  const Role* role = procedure.role(view.reader.role);
  return standing.empty() && role ? role->standing : standing;
}

Result<std::string> calendar_for(const FileView& view, const EntryId& conference, Instant issued) {
  constexpr std::int64_t minute = 60'000'000, kept_free = 120 * minute;   // nobody says how long it takes; no rule is behind it
  const ShownEntry* called = conference_in(view, conference);
  const auto starts = called ? own_start(view, *called) : std::nullopt;
  if (!starts) return tl::unexpected(nothing_to_give());
  const std::array<std::string_view, 2> parts = {called->root.value, view.reader.person.value};
  return calendar_invitation({.uid = Digest::of_parts(parts).hex().substr(0, longest_id / 2),
                              .starts = *starts,
                              .ends = Instant{starts->microseconds + kept_free},
                              .summary = "Meeting",
                              .issued = issued,
                              .edition = static_cast<int>(called->recorded.microseconds / minute)});   // a later correction counts higher
}

}  // namespace confer::document
