#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "access/make_view.h"
#include "access/standing.h"
#include "base/near_name.h"
#include "catalogue/widen.h"

namespace confer {
namespace {

using Classes = std::set<std::string, std::less<>>;

/// Classes that belong to no record: pages ask for them by name.
constexpr std::array<std::string_view, 3> of_pages = {"accounts", "figures", "work"};

Classes known_classes(const Described& procedure) {
  Classes out = classes_borne(procedure);
  out.insert(of_pages.begin(), of_pages.end());
  return out;
}

class AccessChecker {
 public:
  AccessChecker(const Described& procedure, std::vector<LoadError>& errors) : procedure_(procedure), errors_(errors), known_(known_classes(procedure)) {}

  void run() {
    for (const AccessLine& line : procedure_.access) this->line(line);
    for (const RecordType& type : procedure_.records) record(type);
  }

 private:
  void line(const AccessLine& line) {
    if (!is_relation(line.relation)) unknown("relation", line.relation, relation_names(), line.place);
    for (const std::string& need : line.needs)
      if (!is_condition(need)) unknown("condition", need, condition_names(), line.place);
    for (const std::string& one : line.classes)
      if (!known_.contains(one)) unknown("class", one, {known_.begin(), known_.end()}, line.place);
    if (!line.withholds) opened_.insert(line.classes.begin(), line.classes.end());
  }

  void unknown(std::string_view what, const std::string& name, const std::vector<std::string>& known, const Place& place) {
    errors_.push_back({place, fmt::format("There is no {} called \"{}\", so this line would never speak of anything. Mend the name.{}", what, name, did_you_mean(name, known))});
  }

  void record(const RecordType& type) {
    opens(type.access_class, type.place);
    for (const FurtherClass& further : type.further_classes) opens(further.access_class, type.place);
    for (const Question& question : type.questions)
      if (!question.access_class.empty()) opens(question.access_class, question.place);
  }

  void opens(const std::string& access_class, const Place& place) {
    if (opened_.contains(access_class)) return;
    errors_.push_back({place, fmt::format("No access line opens the class \"{}\", so nobody would ever see this. Mend the name, or add a line.{}", access_class,
                                          did_you_mean(access_class, {opened_.begin(), opened_.end()}))});
  }

  const Described& procedure_;
  std::vector<LoadError>& errors_;
  Classes known_, opened_;
};

}  // namespace

void check_access(const Described& procedure, std::vector<LoadError>& errors) { AccessChecker(procedure, errors).run(); }

}  // namespace confer
