// Procedures to read: nothing in them is about anybody.
#include "catalogue/as_data.h"
#include "page/api/api.h"

namespace confer::api {

Response procedures(Visit& visit) {
  if (auto refused = Parameters(visit, {}).refusal()) return *refused;
  json::array out;
  for (const std::string& id : visit.site.desk.procedures()) out.push_back(heading_as_data(*visit.site.desk.described(id)));
  return answer(json::object{{"procedures", std::move(out)}});
}

Response procedure(Visit& visit) {
  if (auto refused = Parameters(visit, {}).refusal()) return *refused;
  const Described* found = visit.site.desk.described(visit.captured.front());
  if (!found) return refuse(Refusal::not_found);
  return answer(as_data(*found));
}

}  // namespace confer::api
