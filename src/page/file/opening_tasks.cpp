// What is still to be said of a family whose file was just opened, in the order in which it is usually known.
#include <fmt/format.h>

#include <algorithm>

#include "page/components/components.h"
#include "page/file/colleagues.h"

namespace confer {
namespace {

/// One thing to say: in which record, what has been said of it so far, and what it waits for.
struct Said {
  std::string_view type;
  std::string title;
  std::string hint;
  std::string address;
  std::size_t count = 0;
  bool can_start = true;
  std::string where_none = {};   ///< What stands there while nothing is said, of what most families have no need of; empty: it is asked of all.
};

components::Task task_of(const Said& one) {
  components::Task task{.title = {.text = one.title}, .hint = {.text = one.hint}};
  if (!one.can_start) {
    task.status = {.text = "After the children", .classes = "govuk-task-list__status--cannot-start-yet"};
    return task;
  }
  task.href = one.address;
  if (one.count == 0 && !one.where_none.empty()) task.status.text = one.where_none;
  else if (one.count == 0) task.status.tag = components::Tag{.text = "Not said yet", .classes = "govuk-tag--blue"};
  else task.status.text = fmt::format("{} on file", one.count);
  return task;
}

std::size_t count_of(const FileView& view, std::string_view kind) {
  return static_cast<std::size_t>(std::count_if(view.people.begin(), view.people.end(), [&](const ShownPerson& one) { return one.kind == kind; }));
}

/// Whether something was put on file that comes after the family is known: anything but who the people are.
bool has_begun(const FileView& view, const Described& procedure) {
  return std::any_of(view.entries.begin(), view.entries.end(), [&](const ShownEntry& one) {
    const RecordType* type = procedure.record(one.type);
    return type && type->significant && one.type != "lives_at" && one.type != "birth";
  });
}

/// What nobody has said yet and every family is asked.
bool is_missing(const Said& one) { return one.count == 0 && one.where_none.empty(); }

/// The reader's own work with every child who is not named with them yet.
std::string own_work(const Visit& visit, const FileView& view, const Described& procedure, const std::string& back) {
  const Role* role = procedure.role(visit.reader.role);
  Pairs query = {{"person", visit.reader.person.value}, {"agency", role ? role->agency : std::string{}}};
  for (const ShownChild& child : view.children) query.emplace_back("about", child.id.value);
  query.emplace_back("back", back);
  return file_address(visit.file(), "/record/involvement" + query_string(query));
}

}  // namespace

Html opening_tasks(const Visit& visit, const FileView& view, const Described& procedure) {
  if (!may_put(visit, procedure, "person") || !view.standing("conference").empty()) return {};
  const std::string back = file_address(visit.file());
  const auto record = [&](std::string_view type, Pairs query = {}) {
    query.emplace_back("back", back);
    return file_address(visit.file(), fmt::format("/record/{}{}", type, query_string(query)));
  };
  const bool any_child = !view.children.empty(), knows_oneself = view.person(visit.reader.person.value) != nullptr;
  const auto colleagues = count_of(view, "practitioner") - (knows_oneself ? 1 : 0);
  std::vector<Said> all = {
      {"person", "The children", "Born or expected: one after the other.", record("person", {{"kind", "child"}}), count_of(view, "child")},
      {"person", "Their parents, carers and other relatives", "Everyone who belongs to them, whether they live together or not.", record("person", {{"kind", "adult"}}), count_of(view, "adult")},
      {"relationship", "Who they are to each child", "And who holds parental responsibility.", record("relationship"), view.standing("relationship").size(), any_child && count_of(view, "adult") > 0},
      {"involvement", "Your own work with the children", "", own_work(visit, view, procedure, back), present_work(view, visit.reader.person).size(), any_child},
      {"person", "Colleagues and practitioners", "Your manager, the chair, the administrator, and whoever of other agencies works with the children.", colleagues_address(visit.file(), back), colleagues},
      {"lives_at", "Where they live", "", record("lives_at"), view.standing("lives_at").size(), any_child},
      {"protection", "Whose address must not be known", "Say so before the first letter leaves: then it stands in nothing that they are sent.", record("protection"), view.standing("protection").size(),
       any_child, "Only where somebody is at risk"},
      {"strategy_discussion", "The strategy discussion", "The first time limit is counted from it.", record("strategy_discussion"), view.standing("strategy_discussion").size(), any_child},
  };
  if (!knows_oneself)
    all[3] = {"person", "Yourself", "Your account does not say your name, so you are not on this file. Ask whoever runs Confer to add it; then choose yourself here.", colleagues_address(visit.file(), back)};
  std::erase_if(all, [&](const Said& one) { return !may_put(visit, procedure, one.type); });
  const bool begun = has_begun(view, procedure);
  if (begun && std::none_of(all.begin(), all.end(), is_missing)) return {};
  components::TaskList list;
  for (const Said& one : all)
    if (!begun || one.count == 0) list.items.push_back(task_of(one));
  return html::element("h2", {{"class", "govuk-heading-m"}}, begun ? "Still to be said of this family" : "Say who this family is") + components::task_list(list);
}

}  // namespace confer
