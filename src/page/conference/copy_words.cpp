#include "page/conference/copy_words.h"

#include <fmt/format.h>

#include "page/page.h"

namespace confer {

std::string_view state_words(Copy::State state) noexcept {
  switch (state) {
    case Copy::State::nothing: return "Nothing to send";
    case Copy::State::to_look_at: return "To look at";
    case Copy::State::changed: return "Changed: look again";
    case Copy::State::released: return "Released";
    case Copy::State::sent: return "Sent";
  }
  mistake("every state of a copy has words", __FILE__, __LINE__);
}

std::string_view state_tag(Copy::State state) noexcept {
  switch (state) {
    case Copy::State::nothing: return "govuk-tag--grey";
    case Copy::State::to_look_at: return "govuk-tag--yellow";
    case Copy::State::changed: return "govuk-tag--red";
    case Copy::State::released: return "govuk-tag--blue";
    case Copy::State::sent: return "govuk-tag--green";
  }
  mistake("every state of a copy has a colour", __FILE__, __LINE__);
}

std::string copies_address(const FileId& file, const EntryId& conference, std::string_view rest) {
  return file_address(file, fmt::format("/conferences/{}/copies{}", percent_encode(conference.value), rest));
}

std::string copy_address(const CopyName& copy, std::string_view rest) {
  return copies_address(copy.file, copy.conference, fmt::format("/{}/{}{}", percent_encode(copy.document), percent_encode(copy.person.value), rest));
}

}  // namespace confer
