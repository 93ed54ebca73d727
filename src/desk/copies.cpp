#include "desk/copies.h"

#include <algorithm>

#include "desk/papers.h"
#include "document/answers.h"
#include "document/build.h"
#include "document/content.h"

namespace confer {
namespace {

Problem no_such_copy() { return {"There is no such copy, or it is not yours to see.", {}, {}, Problem::Kind::not_found}; }
Problem changed_since() {
  return {"This copy has changed since you looked at it. Look at it again as its reader would, then release it.", {}, {}, Problem::Kind::conflict};
}

/// Whether somebody's work is with copies: they may release or send them.
bool works_with_copies(const Described& procedure, const Reader& reader) {
  return std::any_of(procedure.records.begin(), procedure.records.end(), [&](const RecordType& type) {
    return (type.id == "release" || type.id == "copy_sent") && std::find(type.makers.begin(), type.makers.end(), reader.role) != type.makers.end();
  });
}

bool is_for(const DocumentType& type, std::string_view standing) {
  return std::find(type.for_standings.begin(), type.for_standings.end(), standing) != type.for_standings.end();
}

/// The procedure by which the papers of a conference are made. Null when it is not there.
const Described* procedure_of_papers(Desk& desk, const FileId& file, const FileView& seen, const EntryId& conference) {
  return desk.described_of(file, day_of_papers(seen, conference).value_or(desk.today()));
}

/// What everybody who works with copies needs: the file open before them, the procedure of its papers, and the conference.
struct Open {
  FileView own;
  const Described* procedure;
  std::vector<const ShownEntry*> invitations;   // into `own`, which must not be copied
};

Result<std::unique_ptr<Open>> open_for(Desk& desk, const FileId& file, const EntryId& conference, const Reader& reader) {
  auto own = desk.open_file(file, reader);
  if (!own) return tl::unexpected(own.error());
  const Described* procedure = procedure_of_papers(desk, file, *own, conference);
  if (!procedure || !works_with_copies(*procedure, reader)) return tl::unexpected(no_such_copy());
  auto out = std::make_unique<Open>(Open{std::move(*own), procedure, {}});
  const ShownEntry* called = out->own.entry(conference.value);
  if (!called || called->type != "conference") return tl::unexpected(no_such_copy());
  out->invitations = out->own.standing("invitation", conference);
  return out;
}

const ShownEntry* invitation_of(const Open& open, const PersonId& person) {
  const ShownEntry* found = nullptr;   // the last counts, as for what they are shown
  for (const ShownEntry* one : open.invitations)
    if (one->text("person") == person.value) found = one;
  return found;
}

/// The last entry of a type on one copy that a view holds; null when there is none.
const ShownEntry* last(const FileView& view, std::string_view type, const CopyName& copy) {
  const ShownEntry* found = nullptr;
  for (const ShownEntry* one : view.standing(type, copy.conference))
    if (one->text("document") == copy.document && one->text("person") == copy.person.value) found = one;
  return found;
}

/// The first time that a copy's reader opened it themselves; null when they did not.
const ShownEntry* first_opened(const FileView& view, const CopyName& copy) {
  for (const ShownEntry* one : view.standing("copy_opened", copy.conference))
    if (one->text("document") == copy.document && one->text("person") == copy.person.value && one->by == copy.person) return one;
  return nullptr;
}

/// Puts on file that a reader opened their copy. Reading it is not refused where that cannot be put on file: the access log has it all the same.
void note_opened(Desk& desk, const CopyName& copy, const FileView& view, const ShownEntry& sent, const std::string& content) {
  if (first_opened(view, copy)) return;
  Draft draft;
  draft.type = "copy_opened";
  draft.about = sent.about;
  draft.happened = desk.today();
  draft.answers = {{"conference", copy.conference.value}, {"document", copy.document}, {"person", copy.person.value}, {"content", content}};
  static_cast<void>(desk.put_on_file(copy.file, view.reader, {std::move(draft)}));
}

/// The release of a copy as it now stands, the last; null when it was not released so.
const ShownEntry* release_of(const FileView& view, const CopyName& copy, std::string_view content) {
  const ShownEntry* found = nullptr;
  for (const ShownEntry* one : view.standing("release", copy.conference))
    if (one->text("document") == copy.document && one->text("person") == copy.person.value && one->text("content") == content) found = one;
  return found;
}

bool was_released(const FileView& view, const CopyName& copy, std::string_view content) {
  return release_of(view, copy, content) != nullptr;
}

std::optional<Date> day_of(const ShownEntry* entry) {
  if (!entry) return std::nullopt;
  return entry->happened_on ? entry->happened_on : std::optional(london_day(entry->recorded));
}

/// A copy sent without a mark of its content was given by hand before it was kept here: there is nothing to hold it against.
Copy::State state_of(const FileView& own, const DocumentType& type, const CopyName& name, std::string_view content) {
  if (content.empty()) return Copy::State::nothing;
  if (const ShownEntry* sent = last(own, "copy_sent", name); sent && (sent->text("content").empty() || sent->text("content") == content)) return Copy::State::sent;
  else if (was_released(own, name, content) || !type.needs_release) return Copy::State::released;
  else return sent || last(own, "release", name) ? Copy::State::changed : Copy::State::to_look_at;
}

/// Beneath a copy that the chair released as it stands: that it is signed, by whom and on which day, in the procedure's words for this document. Her
/// release is the signing, so nothing is said before it; and it is no part of what she looked at.
void sign(Document& document, const FileView& view, const Described& procedure, const CopyName& copy) {
  const ShownEntry* release = release_of(view, copy, document::content_of(document).hex());
  std::string words = procedure.term("signed_" + copy.document).en;
  if (!release || words.empty()) return;
  const ShownEntry* conference = view.entry(copy.conference.value);
  for (const auto& [slot, filled] : {std::pair{std::string_view("{chair}"), std::string(conference ? view.name(conference->text("chair")) : std::string_view{})}, std::pair{std::string_view("{day}"), day_of(release)->written()}})
    if (const std::size_t at = words.find(slot); at != std::string::npos) words.replace(at, slot.size(), filled);
  document.blocks.emplace_back(document::paragraph(std::move(words)));
}

/// Whether this shows that a copy of the document was sent to whoever was invited in this way: to each of some, or to anybody where it names none.
bool waits_for(const Selector& met, const DocumentType& type, const ShownEntry& invitation) {
  const bool is_of_it = std::any_of(met.where.begin(), met.where.end(), [&](const Condition& one) { return one.question == "document" && one.value == type.id; });
  if (met.record != "copy_sent" || !is_of_it) return false;
  return met.every.empty() || std::any_of(met.every.begin(), met.every.end(), [&](const Selector& one) { return one.record == invitation.type && document::meets(invitation, one.where); });
}

/// The conference that something due is about: its own, else the last one by the day it is counted from, of a child it is about. Null when there is none.
const ShownEntry* conference_of(const ShownObligation& due, const FileView& view) {
  if (!due.conference.empty()) return view.entry(due.conference.value);
  const auto from = day_of(view.entry(due.anchor.value));
  const ShownEntry* found = nullptr;
  for (const ShownEntry* one : view.standing("conference")) {
    const auto starts = Instant::parse(one->text("starts"));
    const bool is_theirs = std::any_of(due.about.begin(), due.about.end(), [&](const PersonId& child) { return one->is_about(child); });
    if (from && starts && is_theirs && london_day(*starts) <= *from && (!found || found->text("starts") < one->text("starts"))) found = one;
  }
  return found;
}

/// Whether of two this is the one to show: what is still to be done, and the earlier day.
bool is_nearer(const ShownObligation& one, const ShownObligation* shown) {
  if (!shown) return true;
  if (one.is_open() != shown->is_open()) return one.is_open();
  return one.limit && (!shown->limit || *one.limit < *shown->limit);
}

void add_due(Copy& copy, const DocumentType& type, const Open& open, const ShownEntry& invitation) {
  const ShownEntry* conference = open.own.entry(copy.name.conference.value);
  const ShownObligation* nearest = nullptr;
  for (const ShownObligation& one : open.own.obligations) {
    const TimeLimit* limit = open.procedure->time_limit(one.rule);
    const bool waits = limit && std::any_of(limit->met_by.begin(), limit->met_by.end(), [&](const Selector& met) { return waits_for(met, type, invitation); });
    const bool is_theirs = std::any_of(one.about.begin(), one.about.end(), [&](const PersonId& child) { return invitation.is_about(child); });
    if (!waits || !is_theirs || !is_nearer(one, nearest)) continue;
    if (const ShownEntry* about = conference_of(one, open.own); about && about->root == conference->root) nearest = &one;
  }
  if (!nearest) return;
  copy.due = nearest->limit;
  copy.due_words = nearest->limit ? nearest->state : nearest->no_number;
}

std::string role_title(const Described& procedure, const FileView& theirs) {
  const Role* role = procedure.role(theirs.reader.role);
  return role ? role->title.en : std::string{};
}

/// One copy, made now and not shown.
struct Made {
  std::unique_ptr<Open> open;
  const DocumentType* type;
  const ShownEntry* invitation;
  Document document;
};

Result<Made> make(Desk& desk, const CopyName& copy, const Reader& looker, std::string_view logged) {
  auto open = open_for(desk, copy.file, copy.conference, looker);
  if (!open) return tl::unexpected(open.error());
  const DocumentType* type = (*open)->procedure->document(copy.document);
  const ShownEntry* invitation = invitation_of(**open, copy.person);
  if (!type || !invitation || !is_for(*type, invitation->text("as"))) return tl::unexpected(no_such_copy());
  const auto theirs = desk.look_as_each(copy.file, looker, {copy.person}, logged);
  if (!theirs) return tl::unexpected(theirs.error());
  auto document = paper(theirs->front(), *type, *(*open)->procedure, copy.conference, desk.today());
  if (!document) return tl::unexpected(document.error());
  return Made{std::move(*open), type, invitation, std::move(*document)};
}

/// Whether a document speaks of what a conference decided, so that it can only come afterwards.
bool tells_what_was_decided(const DocumentType& type) {
  return std::any_of(type.of.begin(), type.of.end(), [](const std::string& record) { return record == "decision" || record == "review" || record == "outline_plan"; });
}

/// What is put on file about a copy, in the procedure's own questions.
Draft about_copy(const CopyName& copy, std::string type, const Made& made, Date today) {
  Draft draft;
  draft.type = std::move(type);
  draft.about = made.invitation->about;
  draft.happened = today;
  draft.answers = {{"conference", copy.conference.value}, {"document", copy.document}, {"person", copy.person.value}};
  return draft;
}

/// What was sent to a reader, as it was sent: what they see today where that is the same, else what they saw then, as far as it is still theirs to see.
Result<OwnCopy> as_sent(Desk& desk, const CopyName& copy, const FileView& seen) {
  const Described* procedure = procedure_of_papers(desk, copy.file, seen, copy.conference);
  const DocumentType* type = procedure ? procedure->document(copy.document) : nullptr;
  const ShownEntry* sent = last(seen, "copy_sent", copy);
  if (!type || !sent) return tl::unexpected(no_such_copy());
  const std::string_view content = sent->text("content");
  const auto is_it = [&](const Result<Document>& made) { return made && (content.empty() || content == document::content_of(*made).hex()); };
  auto today = paper(seen, *type, *procedure, copy.conference, *day_of(sent));
  if (is_it(today)) return OwnCopy{std::move(*today), false};
  if (content.empty()) return tl::unexpected(no_such_copy());
  const auto then = desk.open_as_it_stood(copy.file, seen.reader, sent->id);
  if (!then) return tl::unexpected(no_such_copy());
  auto stood = paper(*then, *type, *procedure, copy.conference, *day_of(sent));
  if (is_it(stood)) return OwnCopy{std::move(*stood), true};
  return refused("Your copy is being looked at again. You will be told when it is ready.", {}, {}, Problem::Kind::conflict);
}

/// What the chair could give somebody of a conference, each as the decision that gives it; none where the chair has decided on them already.
std::vector<Draft> left_to_chair(const Open& open, const CopyName& copy) {
  const RecordType* type = open.procedure->record("copy_decision");
  const Question* what = type ? type->question("what") : nullptr;
  for (const ShownEntry* one : open.own.standing("copy_decision", copy.conference))
    if (one->text("person") == copy.person.value) return {};
  std::vector<Draft> out;
  if (what)
    for (const Choice& choice : open.procedure->choices(*what)) {
      Draft draft{"copy_decision", open.own.entry(copy.conference.value)->about};
      draft.answers = {{"conference", copy.conference.value}, {"person", copy.person.value}, {"what", choice.id}, {"gives", true}};
      out.push_back(std::move(draft));
    }
  return out;
}

/// Whether there would be something in an empty copy, did the chair give its reader what is the chair's to give.
bool waits_for_chair(Desk& desk, const Open& open, const DocumentType& type, const CopyName& copy) {
  const std::vector<Draft> gives = left_to_chair(open, copy);
  if (gives.empty()) return false;
  const auto given = desk.look_as_if(copy.file, open.own.reader, copy.person, gives, "weighed what the chair may give");
  return given && paper(*given, type, *open.procedure, copy.conference, desk.today());
}

}  // namespace

std::string_view name(Copy::State state) noexcept {
  switch (state) {
    case Copy::State::nothing: return "nothing";
    case Copy::State::kept_back: return "kept_back";
    case Copy::State::to_look_at: return "to_look_at";
    case Copy::State::changed: return "changed";
    case Copy::State::released: return "released";
    case Copy::State::sent: return "sent";
  }
  mistake("every state of a copy has a name", __FILE__, __LINE__);
}

Result<std::vector<Copy>> copies(Desk& desk, const FileId& file, const EntryId& conference, const Reader& reader) {
  const auto opened = open_for(desk, file, conference, reader);
  if (!opened) return tl::unexpected(opened.error());
  const Open& open = **opened;
  std::vector<PersonId> people;
  for (const ShownEntry* one : open.invitations)
    if (PersonId person{std::string(one->text("person"))}; std::find(people.begin(), people.end(), person) == people.end()) people.push_back(person);
  const auto views = desk.look_as_each(file, reader, people, "copies listed for");
  if (!views) return tl::unexpected(views.error());

  std::vector<Copy> out;
  for (const DocumentType& type : open.procedure->documents)
    for (std::size_t i = 0; i < people.size(); ++i) {
      const ShownEntry& invitation = *invitation_of(open, people[i]);
      if (!is_for(type, invitation.text("as"))) continue;
      Copy copy{.name = {file, conference, type.id, people[i]}};
      copy.person_name = open.own.name(people[i].value);
      copy.role_title = role_title(*open.procedure, (*views)[i]);
      copy.standing = invitation.text("as");
      copy.document_title = type.title.en;
      if (const auto made = paper((*views)[i], type, *open.procedure, conference, desk.today())) copy.content = document::content_of(*made).hex();
      copy.state = state_of(open.own, type, copy.name, copy.content);
      if (copy.state == Copy::State::nothing && waits_for_chair(desk, open, type, copy.name)) copy.state = Copy::State::kept_back;
      copy.released_on = day_of(last(open.own, "release", copy.name));
      copy.sent_on = day_of(last(open.own, "copy_sent", copy.name));
      copy.opened_on = day_of(first_opened(open.own, copy.name));
      add_due(copy, type, open, invitation);
      out.push_back(std::move(copy));
    }
  return out;
}

Result<Document> look(Desk& desk, const CopyName& copy, const Reader& looker) {
  auto made = make(desk, copy, looker, "looked at as");
  if (!made) return tl::unexpected(made.error());
  sign(made->document, made->open->own, *made->open->procedure, copy);
  return std::move(made->document);
}

tl::expected<PutOnFile, Problems> release(Desk& desk, const CopyName& copy, const std::string& content, const Reader& chair, std::string key) {
  const auto made = make(desk, copy, chair, "released copy for");
  if (!made) return tl::unexpected(Problems{made.error()});
  if (document::content_of(made->document).hex() != content) return tl::unexpected(Problems{changed_since()});
  Draft draft = about_copy(copy, "release", *made, desk.today());
  draft.answers["content"] = content;
  draft.key = std::move(key);
  return desk.put_on_file(copy.file, chair, {std::move(draft)});
}

tl::expected<PutOnFile, Problems> send(Desk& desk, const CopyName& copy, const std::string& how, const Reader& sender, std::string key) {
  const auto made = make(desk, copy, sender, "sent copy to");
  if (!made) return tl::unexpected(Problems{made.error()});
  Draft draft = about_copy(copy, "copy_sent", *made, desk.today());
  draft.answers["how"] = how;
  draft.key = std::move(key);
  // Its content is what the procedure holds against the release; a document that needs none is sent without.
  if (made->type->needs_release) draft.answers["content"] = document::content_of(made->document).hex();
  return desk.put_on_file(copy.file, sender, {std::move(draft)});
}

Result<OwnCopy> own_copy(Desk& desk, const FileId& file, const EntryId& conference, const std::string& document, const Reader& reader) {
  const auto seen = desk.open_file(file, reader);
  if (!seen) return tl::unexpected(seen.error());
  const CopyName name{file, conference, document, reader.person};
  auto copy = as_sent(desk, name, *seen);
  if (copy) note_opened(desk, name, *seen, *last(*seen, "copy_sent", name), document::content_of(copy->document).hex());
  if (const Described* procedure = procedure_of_papers(desk, file, *seen, conference); copy && procedure) sign(copy->document, *seen, *procedure, name);
  return copy;
}

std::vector<SentCopy> own_copies(Desk& desk, const FileId& file, const EntryId& conference, const Reader& reader) {
  std::vector<SentCopy> out;
  const auto seen = desk.open_file(file, reader);
  const Described* procedure = seen ? procedure_of_papers(desk, file, *seen, conference) : nullptr;
  if (!procedure) return out;
  for (const DocumentType& type : procedure->documents) {
    const CopyName name{file, conference, type.id, reader.person};
    const ShownEntry* sent = last(*seen, "copy_sent", name);
    if (!sent) continue;
    if (const auto copy = as_sent(desk, name, *seen)) out.push_back({type.id, type.title.en, *day_of(sent), copy->is_overtaken, first_opened(*seen, name) != nullptr, tells_what_was_decided(type)});
  }
  return out;
}

Result<std::string> own_calendar(Desk& desk, const FileId& file, const EntryId& conference, const Reader& reader) {
  const auto seen = desk.open_file(file, reader);
  if (!seen) return tl::unexpected(seen.error());
  return document::calendar_for(*seen, conference, desk.now());
}

}  // namespace confer
