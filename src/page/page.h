#pragma once
// What every page is made with: the frame round it, redirects, errors, and the pages themselves by name.
#include "page/layout.h"
#include "page/site.h"

namespace confer {

/// Where a page stands in the site, for the navigation.
enum class Place_in_site { elsewhere, due, files, figures, people, procedure };

/// A whole page in the frame of the person who is signed in.
[[nodiscard]] Response answer(const Visit& visit, layout::Page page, int status = 200, Place_in_site place = Place_in_site::elsewhere);
/// After a form that did what it should: the browser asks for another page.
[[nodiscard]] Response redirect(std::string to);
/// A problem as a page, with the status that its kind has.
[[nodiscard]] Response problem_page(const Visit& visit, const Problem& problem);
/// The HTTP status of a kind of problem.
[[nodiscard]] int status_of(Problem::Kind kind) noexcept;
/// The page for a status that no page answers, without anyone signed in.
[[nodiscard]] Response bare_error(int status);
/// Gives the browser its session, and makes it known to the account.
void remember_sign_in(const Visit& visit, const SignedIn& done, Response& response);
/// The hidden fields that every form carries: the token of its session, and whose form it is.
[[nodiscard]] Html form_token(const Visit& visit);
/// Opens a form that posts to an address of our own; the token stands in it already. `kind` tells the script what to do with it: "kept" as it is
/// typed into, "afresh" for the one before it.
[[nodiscard]] Html form(const Visit& visit, std::string_view action, const Html& content, std::string_view kind = {});
/// What the reader's role is to the work: "staff", "practitioner" or "family"; empty where no procedure knows the role.
[[nodiscard]] std::string_view standing_of(const Visit& visit);
/// The procedure that this authority works by: its own where it has one, else the first there is; null when there is none.
[[nodiscard]] const Described* own_procedure(const Visit& visit);
/// The introduction of whoever opens a new file, by what their account says of them, to be put on file with it; nothing where it does not say their name.
[[nodiscard]] std::vector<Draft> opener(Visit& visit, const Described& procedure, const std::string& key);
/// Whether the reader's role may open a new file.
[[nodiscard]] bool may_open_files(const Visit& visit);
/// "/files/<id>" with what follows.
[[nodiscard]] std::string file_address(const FileId& file, std::string_view rest = {});

/// "/procedure/<id>", at one of its time limits where that is named.
[[nodiscard]] std::string procedure_address(std::string_view procedure, std::string_view limit = {});

/// Where a form asked to be taken once it is on file: an address of the same file, or empty.
[[nodiscard]] std::string way_back(const Visit& visit);
/// This address, whose page then says by a message that the entry is on file; the address names it by its id alone.
[[nodiscard]] std::string with_message(std::string address, const PutOnFile& done);
/// Whether the reader's role may put this type of record on file.
[[nodiscard]] bool may_make(const RecordType& type, const Reader& reader) noexcept;

/// The frame of a page of one file: identity bar, sub navigation, breadcrumbs.
enum class FileTab { overview, people, chronology, conferences, plan, documents, record };
[[nodiscard]] layout::Page file_page(const Visit& visit, const FileView& view, FileTab tab, std::string title);

/// The pages. Each answers one address of the route table; who may open it stands there.
[[nodiscard]] Response health_page(Visit& visit);
[[nodiscard]] Response look_file(Visit& visit);
[[nodiscard]] Response sign_in_page(Visit& visit);
[[nodiscard]] Response sign_in(Visit& visit);
[[nodiscard]] Response sign_out(Visit& visit);
/// Keeps what is typed into a form.
[[nodiscard]] Response draft_kept(Visit& visit);
/// Forgets what was kept of a form, and shows it afresh.
[[nodiscard]] Response draft_dropped(Visit& visit);
[[nodiscard]] Response home_page(Visit& visit);
[[nodiscard]] Response due_page(Visit& visit);
[[nodiscard]] Response family_home(Visit& visit);
[[nodiscard]] Response family_conference_page(Visit& visit);
[[nodiscard]] Response family_form_page(Visit& visit);
[[nodiscard]] Response family_form_sent(Visit& visit);
[[nodiscard]] Response practitioner_home(Visit& visit);
[[nodiscard]] Response files_page(Visit& visit);
/// A search: what was typed is laid aside, and the list is shown.
[[nodiscard]] Response files_searched(Visit& visit);
[[nodiscard]] Response figures_page(Visit& visit);
/// This authority's own procedure, or the one that the address names.
[[nodiscard]] Response procedure_page(Visit& visit);
[[nodiscard]] Response copies_page(Visit& visit);
[[nodiscard]] Response copy_page(Visit& visit);
[[nodiscard]] Response copy_pdf(Visit& visit);
[[nodiscard]] Response copy_released(Visit& visit);
[[nodiscard]] Response copy_sent(Visit& visit);
[[nodiscard]] Response own_copy_page(Visit& visit);
[[nodiscard]] Response own_copy_pdf(Visit& visit);
[[nodiscard]] Response own_calendar_file(Visit& visit);
[[nodiscard]] Response overview_page(Visit& visit);
[[nodiscard]] Response plan_page(Visit& visit);
[[nodiscard]] Response documents_page(Visit& visit);
[[nodiscard]] Response copies_compared(Visit& visit);
[[nodiscard]] Response people_page(Visit& visit);
/// Putting somebody on a family's file who has an account: the choice among them.
[[nodiscard]] Response colleagues_page(Visit& visit);
/// A search among them: what was typed is laid aside, and the choice is shown.
[[nodiscard]] Response colleagues_searched(Visit& visit);
/// The form of colleagues_page, sent.
[[nodiscard]] Response colleague_put(Visit& visit);
/// Taking somebody off a family's file.
[[nodiscard]] Response leaving_page(Visit& visit);
/// The form of leaving_page, sent.
[[nodiscard]] Response leaving_sent(Visit& visit);
/// The people of the authority: who has an account.
[[nodiscard]] Response accounts_page(Visit& visit);
/// A search among them.
[[nodiscard]] Response accounts_searched(Visit& visit);
[[nodiscard]] Response chronology_page(Visit& visit);
/// Opening a file for a family that has none.
[[nodiscard]] Response new_file_page(Visit& visit);
/// The form of new_file_page, sent.
[[nodiscard]] Response new_file_sent(Visit& visit);
[[nodiscard]] Response record_page(Visit& visit);
[[nodiscard]] Response record_form_page(Visit& visit);
[[nodiscard]] Response record_form_sent(Visit& visit);
[[nodiscard]] Response conferences_page(Visit& visit);
[[nodiscard]] Response conference_page(Visit& visit);
[[nodiscard]] Response invite_page(Visit& visit);
[[nodiscard]] Response invite_sent(Visit& visit);
[[nodiscard]] Response report_page(Visit& visit);
[[nodiscard]] Response report_sent(Visit& visit);
[[nodiscard]] Response day_page(Visit& visit);
[[nodiscard]] Response day_sent(Visit& visit);
[[nodiscard]] Response room_page(Visit& visit);
[[nodiscard]] Response decision_page(Visit& visit);
[[nodiscard]] Response decision_sent(Visit& visit);

}  // namespace confer
