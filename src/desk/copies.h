#pragma once
// Each person's copy of what a conference makes: listed, looked at as its reader will get it, released by the chair, sent, and read by the one it
// is for. A copy is never kept: it is made from its reader's view each time, and what was released is known by its content's digest. What was sent is
// made from the file as it stood then, so that it stays readable as it was sent while the next is looked at.
#include <optional>
#include <string>
#include <vector>

#include "desk/desk.h"
#include "document/document.h"

namespace confer {

/// Which copy: of which document of which conference, and whose.
struct CopyName {
  FileId file;
  EntryId conference;
  std::string document;   ///< A DocumentType's id: "record".
  PersonId person;
};

/// One person's copy, as the chair and the Safeguarding Unit see it in a list.
struct Copy {
  enum class State {
    nothing,      ///< Nothing that it is about is open to this person, and no decision of the chair is waited for.
    kept_back,    ///< Left to the chair's decision, and the chair has not decided.
    to_look_at,   ///< Never released.
    changed,      ///< Released or sent, and what its reader would get has changed since: to be looked at again.
    released,     ///< As it now stands, and not yet sent.
    sent,
  };

  CopyName name;
  std::string person_name = {};
  std::string role_title = {};             ///< What its reader is: "Mother"; empty when the file does not say.
  std::string standing = {};               ///< As what they are invited: an item of the list "standing".
  std::string document_title = {};
  State state = State::nothing;
  std::string content = {};                ///< Digest of what it now says, in hexadecimal; empty for nothing.
  std::optional<Date> released_on = {};    ///< When it was last released.
  std::optional<Date> sent_on = {};        ///< When it was last sent.
  std::optional<Date> opened_on = {};      ///< When its reader first opened what was sent, here in Confer; empty where they did not, or had it on paper.
  std::optional<Date> due = {};            ///< By when it is to be sent; empty when nothing says so, or no number.
  std::string due_words = {};              ///< The limit's state, or what the procedure says where it gives no number.
};

/// The state's stable name: "to_look_at".
[[nodiscard]] std::string_view name(Copy::State state) noexcept;

/// Every copy of a conference, document by document, in the order in which people were invited. For those who may release or send copies; not found
/// for anybody else.
[[nodiscard]] Result<std::vector<Copy>> copies(Desk& desk, const FileId& file, const EntryId& conference, const Reader& reader);

/// A copy as its reader will get it, for somebody who may release or send copies and sees everything that its reader sees.
[[nodiscard]] Result<Document> look(Desk& desk, const CopyName& copy, const Reader& looker);

/// Releases the content that was looked at. A conflict when the copy says something else by now. Twice under one key is once.
[[nodiscard]] tl::expected<PutOnFile, Problems> release(Desk& desk, const CopyName& copy, const std::string& content, const Reader& chair, std::string key = {});

/// Puts on file that the copy went to its reader as it now stands. `how` is a choice of the record "copy_sent". What was not released as it now stands
/// is refused by the procedure's own words. Twice under one key is once.
[[nodiscard]] tl::expected<PutOnFile, Problems> send(Desk& desk, const CopyName& copy, const std::string& how, const Reader& sender, std::string key = {});

/// A copy that was sent to its reader.
struct OwnCopy {
  Document document;
  bool is_overtaken = false;   ///< What they may see has changed since it was sent: it is being looked at again.
};

/// A reader's own copy as it was sent to them, issued on that day; that they opened it goes on file, the first time. Not found when none was sent; a
/// conflict when something in it has been closed to them since.
[[nodiscard]] Result<OwnCopy> own_copy(Desk& desk, const FileId& file, const EntryId& conference, const std::string& document, const Reader& reader);

/// One of the copies that a reader was sent.
struct SentCopy {
  std::string document;        ///< A DocumentType's id.
  std::string title;
  Date sent_on;                ///< When it was last sent.
  bool is_overtaken = false;
  bool is_opened = false;      ///< By themselves, here.
  bool tells_what_was_decided = false;   ///< It is of what the conference made, and not of what led up to it.
};

/// The copies of a conference that were sent to the reader and that they can still read, in the order of the procedure's documents.
[[nodiscard]] std::vector<SentCopy> own_copies(Desk& desk, const FileId& file, const EntryId& conference, const Reader& reader);

/// A reader's own entry for their calendar, which says "Meeting" and when.
[[nodiscard]] Result<std::string> own_calendar(Desk& desk, const FileId& file, const EntryId& conference, const Reader& reader);

}  // namespace confer
