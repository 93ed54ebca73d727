#include "catalogue/widen.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace confer {
namespace {

/// The role of this id where the procedure brought it in itself; null otherwise, and for "any".
const Role* own_role(const Described& described, const Inherited& inherited, const std::string& id) {
  const auto found = std::find_if(described.roles.begin(), described.roles.end(), [&](const Role& role) { return role.id == id; });
  const bool own = found != described.roles.end() && static_cast<std::size_t>(found - described.roles.begin()) >= inherited.roles;
  return own ? &*found : nullptr;
}

/// Why a line that gives may not stand in a procedure that extends another; empty where it may.
std::string widening(const AccessLine& line, const Described& described, const Inherited& inherited) {
  std::vector<std::string> classes;
  for (const std::string& one : line.classes)
    if (inherited.classes.contains(one)) classes.push_back(fmt::format("\"{}\"", one));
  if (classes.empty()) return {};
  const std::string what = fmt::format("This line shows {}, which the procedure that is extended describes,", fmt::join(classes, ", "));
  for (const std::string& id : line.roles) {
    const Role* role = own_role(described, inherited, id);
    if (!role) return fmt::format("{} to \"{}\", and it is for that procedure to say what they see.", what, id);
    if (role->standing == "family") return fmt::format("{} to \"{}\". What family sees of it is for that procedure to say.", what, id);
  }
  if (line.relation == "any") return fmt::format("{} to a role of your own whoever they are to the child. Name the relation that they must have.", what);
  return {};
}

}  // namespace

Inherited inherited_from(const Described& so_far, bool something) {
  Inherited out{something, so_far.roles.size(), so_far.access.size(), so_far.time_limits.size(), classes_borne(so_far), {}};
  for (const auto& [name, words] : so_far.words) out.terms.insert(name);
  for (const AccessLine& line : so_far.access) out.classes.insert(line.classes.begin(), line.classes.end());
  return out;
}

std::set<std::string, std::less<>> classes_borne(const Described& described) {
  std::set<std::string, std::less<>> out;
  for (const RecordType& type : described.records) {
    out.insert(type.access_class);
    for (const FurtherClass& further : type.further_classes) out.insert(further.access_class);
    for (const Question& question : type.questions) {
      if (!question.access_class.empty()) out.insert(question.access_class);
      if (question.name == type.class_from)
        for (const Choice& choice : described.choices(question)) out.insert(choice.id);
    }
  }
  return out;
}

void check_widening(const Described& described, const Inherited& inherited, std::vector<LoadError>& errors) {
  if (!inherited.something) return;
  for (std::size_t at = inherited.access; at < described.access.size(); ++at) {
    const AccessLine& line = described.access[at];
    const std::string why = line.withholds ? std::string{} : widening(line, described, inherited);
    if (!why.empty()) errors.push_back({line.place, why + " Access is never widened: take the line out, or let it withhold with \"withholds = true\"."});
  }
}

}  // namespace confer
