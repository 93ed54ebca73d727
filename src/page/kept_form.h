#pragma once
// What a form of the one mechanism has round it so that nothing typed into it is lost: it carries its own name and page, is kept while somebody types,
// and shows again what was typed. Without scripts a button keeps it.
#include <optional>
#include <string>

#include "page/form.h"
#include "page/site.h"

namespace confer {

/// The name of a form in which the page answers some questions itself: what it corrects (the first of the chain), else those answers, and `more`.
[[nodiscard]] DraftName name_of_form(const FileId& file, const RecordType& type, const FileView& view, const FormState& state, const Pairs& more = {});

/// The same as a form carries it: "f1/statement?audience=open_part&conference=c1".
[[nodiscard]] std::string place_of(const DraftName& name);

/// Lets a form carry its name and its page; when the page is opened, puts back what its writer had typed. What the page answers itself stays as the
/// page says. Answers with the draft, or with nothing when there is none or the form was just sent.
std::optional<KeptDraft> resume(const Visit& visit, DraftName name, FormState& state);

/// What a form that can be kept says on its buttons.
struct FormButtons {
  std::string send;                        ///< "Put on file".
  std::string afresh = "Start afresh";     ///< Forgets what was typed, where it was put back.
  std::string send_classes = {};
  std::string afresh_to = {};              ///< The page that this leads to; empty for the form's own.
};

/// The form as it stands in a page: what was put back and by when, its fields, its buttons, and the place where it says what is kept. A quick one
/// offers its button to keep it only where there are no scripts.
[[nodiscard]] Html kept_form(const Visit& visit, const FormState& state, std::string_view action, const Html& fields, const FormButtons& buttons);

/// What a form sent, as a draft: empty when it is not one that can be kept.
[[nodiscard]] std::optional<KeptDraft> draft_sent(const Pairs& form, Instant now);
/// Keeps it, and answers as what. Where another page has the same form begun under a key of its own, the two are kept beside each other.
[[nodiscard]] Result<KeptDraft> keep_draft(const Visit& visit, KeptDraft draft);
/// Forgets what was kept of the form that was sent, since it is on file now; what another page keeps of the same form stays.
void drop_draft(const Visit& visit);
/// A form that is refused because something else went on file under its key, from another page: says so, and gives it a key of its own.
void take_new_key_where_used(const Visit& visit, FormState& state);

/// The address of a page of ours as the browser asked for it, with its query.
[[nodiscard]] std::string address_of(const Request& request);
/// An address of our own, as a form or a link carried it; empty for anything else.
[[nodiscard]] std::string own_address(std::string_view carried);
/// "14:05 on Sunday 22 November"
[[nodiscard]] std::string moment_in_words(Instant at);

/// "What you have begun": the reader's unfinished forms, each with the way back to it; nothing when there are none.
[[nodiscard]] Html begun_block(const Visit& visit);

}  // namespace confer
