#pragma once
// The description of the API (OpenAPI 3.1), made from the route table's operations and from every procedure on the shelf.
#include <span>
#include <vector>

#include "page/api/api.h"

namespace confer::api {

/// What the description says of one address of the API.
struct Operation {
  Method method;
  std::string_view address;                          ///< As the route table has it: "/api/v1/files/*".
  std::string_view id;                               ///< Its stable name: "read_file".
  std::string_view summary;
  std::vector<std::string_view> captured = {};       ///< What each '*' of the address is called.
  std::vector<std::string_view> parameters = {};     ///< Query parameters, by the name of their component.
  std::string_view takes = {};                       ///< The schema of the body; empty for none.
  int status = 200;                                  ///< When all is well.
  std::string_view gives = {};                       ///< The schema of the answer; empty for none, "pdf" for a PDF.
  std::vector<Refusal> refuses = {};                 ///< Besides what every address may answer.
  bool has_key = false;                              ///< Whether it takes an Idempotency-Key.
};

/// Every address of the API but the description's own, in the order of the route table.
[[nodiscard]] std::span<const Operation> operations();

/// The whole description.
[[nodiscard]] json::object describe(const Desk& desk);

}  // namespace confer::api
