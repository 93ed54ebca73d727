#include "page/routes.h"

#include <array>

#include "page/api/api.h"
#include "page/page.h"

namespace confer {

std::span<const Route> routes() noexcept {
  using enum Method;
  using enum Opens;
  static constexpr std::array table = {
      Route{get, "/health", to_anyone, health_page},
      Route{get, "/look/*", to_anyone, look_file},
      Route{get, "/sign-in", to_anyone, sign_in_page},
      Route{post, "/sign-in", to_anyone, sign_in, Takes::long_},
      Route{post, "/sign-out", to_signed_in, sign_out},
      Route{get, "/", to_signed_in, home_page},
      Route{post, "/drafts", to_signed_in, draft_kept},
      Route{post, "/drafts/drop", to_signed_in, draft_dropped},
      Route{get, "/conference/*/*", to_signed_in, family_conference_page},
      Route{get, "/conference/*/*/calendar", to_signed_in, own_calendar_file},
      Route{get, "/conference/*/*/documents/*", to_signed_in, own_copy_page},
      Route{get, "/conference/*/*/documents/*/pdf", to_signed_in, own_copy_pdf, Takes::long_},
      Route{get, "/conference/*/*/write/*", to_signed_in, family_form_page},
      Route{post, "/conference/*/*/write/*", to_signed_in, family_form_sent},
      Route{get, "/files", to_signed_in, files_page},
      Route{post, "/files", to_signed_in, files_searched},
      Route{get, "/people", to_signed_in, accounts_page},
      Route{post, "/people", to_signed_in, accounts_searched},
      Route{get, "/figures", to_signed_in, figures_page},
      Route{get, "/procedure", to_signed_in, procedure_page},
      Route{get, "/procedure/*", to_signed_in, procedure_page},
      Route{get, "/files/*/conferences/*/copies", to_signed_in, copies_page},
      Route{get, "/files/*/conferences/*/copies/*/compare", to_signed_in, copies_compared},
      Route{get, "/files/*/conferences/*/copies/*/*", to_signed_in, copy_page},
      Route{get, "/files/*/conferences/*/copies/*/*/pdf", to_signed_in, copy_pdf, Takes::long_},
      Route{post, "/files/*/conferences/*/copies/*/*/release", to_signed_in, copy_released},
      Route{post, "/files/*/conferences/*/copies/*/*/send", to_signed_in, copy_sent},
      Route{get, "/files/new", to_signed_in, new_file_page},
      Route{post, "/files/new", to_signed_in, new_file_sent},
      Route{get, "/files/*", to_signed_in, overview_page},
      Route{get, "/files/*/plan", to_signed_in, plan_page},
      Route{get, "/files/*/documents", to_signed_in, documents_page},
      Route{get, "/files/*/people", to_signed_in, people_page},
      Route{get, "/files/*/colleagues", to_signed_in, colleagues_page},
      Route{post, "/files/*/colleagues", to_signed_in, colleague_put},
      Route{post, "/files/*/colleagues/search", to_signed_in, colleagues_searched},
      Route{get, "/files/*/colleagues/*/end", to_signed_in, leaving_page},
      Route{post, "/files/*/colleagues/*/end", to_signed_in, leaving_sent},
      Route{get, "/files/*/chronology", to_signed_in, chronology_page},
      Route{get, "/files/*/conferences", to_signed_in, conferences_page},
      Route{get, "/files/*/conferences/*", to_signed_in, conference_page},
      Route{get, "/files/*/conferences/*/invite", to_signed_in, invite_page},
      Route{post, "/files/*/conferences/*/invite", to_signed_in, invite_sent},
      Route{get, "/files/*/conferences/*/reports/*", to_signed_in, report_page},
      Route{post, "/files/*/conferences/*/reports/*", to_signed_in, report_sent},
      Route{get, "/files/*/conferences/*/day", to_signed_in, day_page},
      Route{post, "/files/*/conferences/*/day", to_signed_in, day_sent},
      Route{get, "/files/*/conferences/*/room", to_signed_in, room_page},
      Route{get, "/files/*/conferences/*/decision", to_signed_in, decision_page},
      Route{post, "/files/*/conferences/*/decision", to_signed_in, decision_sent},
      Route{get, "/files/*/record", to_signed_in, record_page},
      Route{get, "/files/*/record/*", to_signed_in, record_form_page},
      Route{post, "/files/*/record/*", to_signed_in, record_form_sent},
      Route{get, "/api/openapi.json", to_anyone, api::openapi},
      Route{post, "/api/v1/session", to_anyone, api::open_session, Takes::long_},
      Route{get, "/api/v1/session", to_signed_in, api::session},
      Route{post, "/api/v1/session/end", to_signed_in, api::end_session},
      Route{get, "/api/v1/files", to_signed_in, api::files},
      Route{post, "/api/v1/files", to_signed_in, api::open_file},
      Route{get, "/api/v1/files/*", to_signed_in, api::file},
      Route{post, "/api/v1/files/*/entries", to_signed_in, api::put_entries},
      Route{get, "/api/v1/files/*/entries/*", to_signed_in, api::entry},
      Route{get, "/api/v1/files/*/conferences/*/documents/*", to_signed_in, api::own_document},
      Route{get, "/api/v1/files/*/conferences/*/documents/*/pdf", to_signed_in, api::own_document_pdf, Takes::long_},
      Route{get, "/api/v1/colleagues", to_signed_in, api::list_colleagues},
      Route{get, "/api/v1/due", to_signed_in, api::due},
      Route{get, "/api/v1/procedures", to_signed_in, api::procedures},
      Route{get, "/api/v1/procedures/*", to_signed_in, api::procedure},
  };
  return table;
}

bool fits(std::string_view address, std::string_view path, std::vector<std::string>& captured) {
  captured.clear();
  while (!address.empty() && !path.empty()) {
    const auto segment = [](std::string_view& from) {
      from.remove_prefix(1);
      const std::string_view found = from.substr(0, from.find('/'));
      from.remove_prefix(found.size());
      return found;
    };
    const std::string_view wanted = segment(address), given = segment(path);
    if (wanted == "*") {
      if (given.empty()) return false;
      captured.emplace_back(given);
    } else if (wanted != given) {
      return false;
    }
  }
  return address.empty() && path.empty();
}

}  // namespace confer
