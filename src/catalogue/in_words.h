#pragma once
// What a procedure describes, said in words: for its reference pages and for the description of the API, so that both say the same.
#include <string>

#include "catalogue/described.h"

namespace confer {

/// When a question arises: "`outcome` is `plan`"; empty where it always does.
[[nodiscard]] std::string in_words(const std::vector<Condition>& conditions);
/// The same as a form would say it, after "if you answer": "“No” to “Was the child seen alone?”"; empty where the question always arises.
[[nodiscard]] std::string answers_in_words(const std::vector<Condition>& conditions, const RecordType& type, const Described& procedure);
/// What a question takes: "yes or no", "text of at most 200 bytes".
[[nodiscard]] std::string kind_in_words(const Question& question);
/// The stable name of a kind of answer: "yes_no".
[[nodiscard]] std::string_view name(AnswerKind kind) noexcept;
/// What must be on file first, and what is said when it is not.
[[nodiscard]] std::string in_words(const Need& need);
/// Whom a record type is about, and how many: "one child".
[[nodiscard]] std::string about_in_words(const RecordType& type);
/// For which days something holds: "from 1 January 2025 on", "up to …", "from … to …"; empty for all.
[[nodiscard]] std::string in_words(const std::optional<Date>& from, const std::optional<Date>& to);
/// What a term or a role's title is, and was, and will be: "lead social worker"; "key worker, up to 31 March 2027; lead practitioner, from 1 April 2027 on".
[[nodiscard]] std::string over_time(std::string_view term, const Described& procedure);
/// The titles of these roles, joined by commas.
[[nodiscard]] std::string titles(const std::vector<std::string>& roles, const Described& procedure);
/// The cited text's title and the part of it; empty where nothing is cited.
[[nodiscard]] std::string in_words(const Citation& cites, const Described& procedure);

}  // namespace confer
