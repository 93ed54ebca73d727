#include "desk/write_view.h"

namespace confer {
namespace {


json::array ids(const std::vector<PersonId>& people) {
  json::array out;
  for (const PersonId& person : people) out.emplace_back(person.value);
  return out;
}

json::object person(const ShownPerson& one) {
  json::object out{{"id", one.id.value}, {"name", one.name}, {"kind", one.kind}};
  if (one.born) out["born"] = one.born->iso();
  if (one.expected) out["expected"] = one.expected->iso();
  if (!one.role_title.empty()) out["role"] = one.role_title;
  if (!one.organisation.empty()) out["organisation"] = one.organisation;
  return out;
}

json::object obligation(const ShownObligation& one) {
  return {{"rule", one.rule},     {"what", one.what},           {"about", ids(one.about)},          {"limit", day_or_null(one.limit)}, {"latest_bookable", day_or_null(one.latest_bookable)},
          {"met_on", day_or_null(one.met_on)}, {"state", one.state},    {"why", one.why},                   {"owner", one.owner},      {"source", one.source}};
}

}  // namespace

json::object write_entry(const ShownEntry& entry) {
  json::object out{{"id", entry.id.value}, {"type", entry.type}};
  if (!entry.about.empty()) out["about"] = ids(entry.about);
  if (entry.happened_at) out["happened"] = entry.happened_at->iso();
  else if (entry.happened_on) out["happened"] = entry.happened_on->iso();
  out["recorded"] = entry.recorded.iso();
  if (!entry.by.empty()) out["by"] = entry.by.value;
  out["answers"] = entry.answers;
  if (!entry.corrects.empty()) out["corrects"] = entry.corrects.value;
  return out;
}

json::object write_view(const FileView& view) {
  json::object out{{"reference", view.reference}, {"as_at", view.as_at.iso()}};
  json::array people, entries, children, obligations;
  for (const ShownPerson& one : view.people) people.push_back(person(one));
  for (const ShownEntry& one : view.entries) entries.push_back(write_entry(one));
  for (const ShownChild& one : view.children)
    children.push_back(json::object{{"id", one.id.value}, {"state", one.state}, {"since", day_or_null(one.since)}, {"category", one.category_title}});
  for (const ShownObligation& one : view.obligations) obligations.push_back(obligation(one));
  out["people"] = std::move(people);
  out["children"] = std::move(children);
  out["entries"] = std::move(entries);
  out["obligations"] = std::move(obligations);
  return out;
}

}  // namespace confer
