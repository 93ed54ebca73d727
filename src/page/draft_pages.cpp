// Keeping what is typed into a form, while it is typed or by its button; and forgetting it.
#include <fmt/format.h>

#include "page/kept_form.h"
#include "page/page.h"
#include "page/signed_out.h"

namespace confer {

Response draft_kept(Visit& visit) {
  const Instant now = visit.site.desk.now();
  const auto draft = draft_sent(visit.form, now);
  if (!draft) return is_quiet(visit) ? sentence(400, "Not saved. This form cannot be kept: put it on file before you leave the page.") : bare_error(400);
  const auto kept = keep_draft(visit, *draft);
  // What arrives beside or after its form being put on file, or given up, would bring back what is no longer unfinished; so it is asked once this stands.
  const bool is_over = visit.site.desk.is_on_file(draft->name.file, visit.reader, visit.field("key")) || visit.site.desk.drafts().is_given_up(visit.session->account.id, visit.field("key"), now);
  if (is_over) drop_draft(visit);
  if (is_quiet(visit)) return kept ? sentence(200, fmt::format("Saved at {}", london_time(now))) : sentence(422, "Not saved. " + kept.error().message);
  if (kept) return redirect("/");
  return problem_page(visit, {"This could not be kept. " + kept.error().message + " Go back: what you typed is still on that page.", {}, {}, kept.error().kind});
}

Response draft_dropped(Visit& visit) {
  const auto draft = draft_sent(visit.form, visit.site.desk.now());
  if (!draft) return bare_error(400);
  visit.site.desk.drafts().give_up(visit.session->account.id, visit.field("key"), visit.site.desk.now());
  drop_draft(visit);
  return redirect(draft->address);
}

}  // namespace confer
