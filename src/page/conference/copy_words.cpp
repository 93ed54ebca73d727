#include "page/conference/copy_words.h"

#include <fmt/format.h>

#include "page/page.h"
#include "page/words.h"

namespace confer {

std::string_view state_words(Copy::State state) noexcept {
  switch (state) {
    case Copy::State::nothing: return "Nothing to send";
    case Copy::State::kept_back: return "Kept back until the chair decides";
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
    case Copy::State::kept_back: return "govuk-tag--yellow";
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

Html decide_link(const Visit& visit, const Copy& copy, const std::vector<PersonId>& children) {
  const Described* procedure = visit.site.desk.described_of(copy.name.file);
  const RecordType* type = procedure ? procedure->record("copy_decision") : nullptr;
  if (copy.state != Copy::State::kept_back || !type || !may_make(*type, visit.reader)) return {};
  Pairs given = {{"conference", copy.name.conference.value}, {"person", copy.name.person.value}, {"back", copies_address(copy.name.file, copy.name.conference)}};
  for (const PersonId& child : children) given.emplace_back("about", child.value);
  return link(file_address(copy.name.file, "/record/" + type->id + query_string(given)), "Decide", fmt::format(" whether {} may have it", copy.person_name));
}

}  // namespace confer
