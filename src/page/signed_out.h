#pragma once
// What becomes of a form whose session has ended, or is another's by now: nothing of it is put on file, and nothing typed into it is lost. It goes back
// only to the account that it was shown to, and only in a browser where that account had signed in.
#include "page/site.h"

namespace confer {

/// Answers a request for which somebody has to be signed in, and nobody is: with the sign-in form, which leads back to where they were. A form that
/// was sent is held until then. What the script sends while somebody types is answered with 401 and a sentence for them.
[[nodiscard]] Response signed_out(const Visit& visit);

/// Answers a form that does not carry this session's token. From our own page and the same account it is kept as a draft and shown again; from another
/// account's page it is held for that account. Anything else is refused.
[[nodiscard]] Response of_another_session(const Visit& visit);

/// Whether the script sent this while somebody was typing: answered with a sentence, never with a page.
[[nodiscard]] bool is_quiet(const Visit& visit) noexcept;
/// A sentence for the script to show beside the button.
[[nodiscard]] Response sentence(int status, std::string words);

}  // namespace confer
