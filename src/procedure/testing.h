#pragma once
// For tests alone: a procedure as it is shipped, ready for use, and an invented family with those who work with it.
#include "casefile/testing.h"
#include "procedure/procedure.h"

namespace confer::for_tests {

/// Rotherham's procedure as it is shipped, loaded once.
inline const Procedure& rotherham() {
  static const Procedure made = Procedure::from(shipped("rotherham")).value();
  return made;
}

/// Amy, Ben and Cai, their mother, and the practitioners who appear in the worked cases.
inline std::vector<Entry> family() {
  return {entry("e1", "family_file").answer("authority", "rotherham").answer("procedure", "rotherham"),
          person("amy", "child"), person("ben", "child"), person("cai", "child"), person("mum", "adult"),
          person("sam", "practitioner").answer("role", "social_worker"), person("hana", "practitioner"), person("dora", "practitioner"), person("paul", "practitioner"), person("chair", "practitioner").answer("role", "chair")};
}

/// Says that a practitioner of this kind of agency works with these children.
template <class... Children>
MadeEntry works_with(std::string_view practitioner, std::string_view agency, const Children&... children) {
  return entry("i-" + std::string(practitioner), "involvement").about(children...).answer("person", practitioner).answer("agency", agency).answer("direct_contact", true);
}

/// A conference about these children, of the "initial" or the "review" kind.
template <class... Children>
MadeEntry conference(std::string_view id, std::string_view kind, std::string_view starts, const Children&... children) {
  return entry(id, "conference").about(children...).answer("kind", kind).answer("starts", starts).answer("place", "Town hall").answer("parts", list({"open_part"})).answer("chair", "chair");
}

/// Somebody who was there, in the open part.
template <class... Children>
MadeEntry attends(std::string_view id, std::string_view who, std::string_view at, const Children&... children) {
  return entry(id, "attendance").about(children...).happened("2025-04-29").answer("conference", at).answer("person", who).answer("parts", list({"open_part"}));
}

}  // namespace confer::for_tests
