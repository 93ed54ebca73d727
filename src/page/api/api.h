#pragma once
// The programs' way in: the same desk and the same views as the pages, in JSON. What every address under /api shares: its answers, its refusals
// (RFC 9457 problem documents that repeat nothing of what was sent), its limits, and how a body and a query are read.
#include <optional>

#include "page/site.h"

/// The API's own names: they stand beside the pages' and are never used by them.
namespace confer::api {

inline constexpr std::size_t most_entries_at_once = 100;            ///< Entries put on file by one request.
inline constexpr std::size_t largest_body_bytes = 1024 * 1024;      ///< Of a body; what the server takes at the most.
inline constexpr std::size_t most_lines = 200;                      ///< Of a list in one answer.
inline constexpr std::size_t lines_unasked = 50;                    ///< Of a list whose length was not asked for.
inline constexpr std::size_t furthest_offset = 1'000'000;           ///< Lines of a list that can be passed over.
inline constexpr std::size_t longest_search_bytes = 200;            ///< Of the words searched for.
inline constexpr std::size_t longest_key_bytes = 200;               ///< Of an Idempotency-Key.

/// The record type that opens a file.
inline constexpr std::string_view file_type = "family_file";

/// The header that carries the session's token, in lower case.
inline constexpr std::string_view token_header = "x-csrf-token";

/// Whether an address is the API's, known or not.
[[nodiscard]] bool is_api(std::string_view path) noexcept;

/// Why a request is refused. Each has one status, one title and one stable name.
enum class Refusal {
  unreadable, not_signed_in, sign_in_refused, not_allowed, wrong_token, not_found, wrong_method, conflict, too_large, wrong_content_type, not_valid,
  too_many_tries, failed, unavailable, not_understood
};

/// One thing that is wrong with a request.
struct Wrong {
  std::string pointer = {};     ///< JSON Pointer into the body; empty where no one place of it is to blame.
  std::string parameter = {};   ///< Or the query parameter or header that is.
  std::string detail;           ///< In plain English, without personal words.
  std::string source = {};      ///< Id of the cited source, when guidance is the reason.
};

/// A refusal as a problem document. An empty detail leaves the refusal's own words.
[[nodiscard]] Response refuse(Refusal why, std::string detail = {}, const std::vector<Wrong>& errors = {});
/// What the desk refused. `is_list` says whether the body was a list, so that each pointer leads into it.
enum class Sent { alone, in_a_list };
[[nodiscard]] Response refuse(const Problems& problems, Sent sent = Sent::alone);
[[nodiscard]] Response refuse(const Problem& problem);
/// The refusal for a status that no handler gave.
[[nodiscard]] Response refuse_status(int status);
/// "not-valid": the last part of a problem's type.
[[nodiscard]] std::string_view name(Refusal why) noexcept;
/// Every refusal, for the description of the API.
[[nodiscard]] std::span<const Refusal> refusals() noexcept;
/// The status of a refusal.
[[nodiscard]] int status(Refusal why) noexcept;

/// An answer in JSON.
[[nodiscard]] Response answer(const json::value& body, int status = 200);

/// Checks a POST before its handler sees it: content type, token, size and JSON. The body then stands in the visit. Empty when all is well.
[[nodiscard]] std::optional<Response> take_body(Visit& visit);

/// The query parameters of a request, read by name; what is wrong with them is gathered.
class Parameters {
 public:
  /// Every parameter that is none of these, or stands twice, is wrong.
  Parameters(const Visit& visit, std::initializer_list<std::string_view> known);

  /// A day; empty when not given.
  [[nodiscard]] std::optional<Date> day(std::string_view name);
  /// A whole number up to `most`; `otherwise` when not given.
  [[nodiscard]] std::size_t number(std::string_view name, std::size_t least, std::size_t most, std::size_t otherwise);
  /// Words of at most so many bytes; empty when not given.
  [[nodiscard]] std::string words(std::string_view name, std::size_t longest);
  /// Whether the parameter is the second of two words, the first being what it is when not given.
  [[nodiscard]] bool is_second(std::string_view name, std::string_view first, std::string_view second);
  /// The refusal; empty when nothing is wrong.
  [[nodiscard]] std::optional<Response> refusal() const;

 private:
  void wrong(std::string_view name, std::string detail) { wrong_.push_back({{}, std::string(name), std::move(detail), {}}); }

  const Visit& visit_;
  std::vector<Wrong> wrong_;
};

/// The handlers. Each answers one address of the route table.
[[nodiscard]] Response open_session(Visit& visit);
[[nodiscard]] Response session(Visit& visit);
[[nodiscard]] Response end_session(Visit& visit);
[[nodiscard]] Response files(Visit& visit);
[[nodiscard]] Response due(Visit& visit);
[[nodiscard]] Response file(Visit& visit);
[[nodiscard]] Response open_file(Visit& visit);
[[nodiscard]] Response entry(Visit& visit);
[[nodiscard]] Response put_entries(Visit& visit);
[[nodiscard]] Response own_document(Visit& visit);
[[nodiscard]] Response own_document_pdf(Visit& visit);
[[nodiscard]] Response list_colleagues(Visit& visit);
[[nodiscard]] Response procedures(Visit& visit);
[[nodiscard]] Response procedure(Visit& visit);
[[nodiscard]] Response openapi(Visit& visit);

}  // namespace confer::api
