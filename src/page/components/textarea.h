#pragma once
// Room for sentences, with or without a count of what is left.
#include <cstddef>
#include <optional>
#include <string>

#include "page/components/form_parts.h"

namespace confer::components {

/// A box for sentences.
struct Textarea {
  std::string name = {};
  std::string id = {};             ///< Empty means the name.
  Label label = {};
  Hint hint = {};
  ErrorMessage error = {};
  std::string value = {};
  std::size_t rows = 5;
  std::optional<bool> spellcheck = {};
  bool disabled = false;
  std::string autocomplete = {};
  std::string described_by = {};
  std::string classes = {};
  FormGroup form_group = {};
  Attributes attributes = {};
};
/// The markup of a textarea.
[[nodiscard]] Html textarea(const Textarea& options);

/// One message in the two plurals of English; other languages' plurals go into `form_group.attributes`.
struct PluralText {
  std::string one = {};
  std::string other = {};
};

/// A textarea that says how much room is left. The limit is only said here: the desk holds it.
struct CharacterCount {
  std::string name = {};
  std::string id = {};                            ///< Empty means the name.
  Label label = {};
  Hint hint = {};
  ErrorMessage error = {};
  std::string value = {};
  std::optional<std::size_t> max_characters = {}; ///< In UTF-16 units, as browsers count.
  std::optional<std::size_t> max_words = {};      ///< Goes before `max_characters`.
  std::optional<std::size_t> threshold = {};      ///< Per cent of the limit from which the count is shown.
  std::string count_type = {};                    ///< `length` or `characters` or `words`; empty means by the limit given.
  std::string textarea_description_text = {};     ///< With `%{count}` in it; empty means "You can enter up to …".
  std::string count_message_classes = {};
  std::size_t rows = 5;
  std::optional<bool> spellcheck = {};
  std::string classes = {};
  FormGroup form_group = {};
  PluralText characters_under_limit_text = {};    ///< This and the next five: words in another language than English.
  std::string characters_at_limit_text = {};
  PluralText characters_over_limit_text = {};
  PluralText words_under_limit_text = {};
  std::string words_at_limit_text = {};
  PluralText words_over_limit_text = {};
  Attributes attributes = {};
};
/// The markup of a character count.
[[nodiscard]] Html character_count(const CharacterCount& options);

}  // namespace confer::components
