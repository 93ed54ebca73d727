// That what practitioners say among themselves reaches nobody of the family, even should some line open it to them.
#include <gtest/gtest.h>

#include "access/make_view.h"
#include "case_reader.h"

namespace confer::examples {
namespace {

/// Rotherham's procedure with a line that opens the professionals' part to everybody, with or without the lines that withhold.
Procedure opened_to_all(bool withholding) {
  Described described = rotherham().described();
  if (!withholding) std::erase_if(described.access, [](const AccessLine& line) { return line.withholds; });
  described.access.push_back({"opened", {"any"}, "any", {"professionals_part"}, {}, false, {}, {}, {}});
  return Procedure::from(std::move(described)).value();
}

bool sees(const Procedure& procedure, const char* reader, const char* role) {
  const CaseFile file = CaseFile::fold(read_case(rotherham_cases(), "S02").entries);
  return view(file, procedure, {PersonId{reader}, role}, Date::parse("2026-06-01").value()).entry("s-prof-1") != nullptr;
}

TEST(ProfessionalsPart, stays_from_a_parent_although_a_line_opens_it_to_everybody) {
  const Procedure kept = opened_to_all(true), loose = opened_to_all(false);
  for (const auto& [reader, role] : {std::pair{"mum", "mother"}, std::pair{"mr_x", "father"}}) {
    EXPECT_TRUE(sees(loose, reader, role)) << "nothing but the line that withholds keeps it from them";
    EXPECT_FALSE(sees(kept, reader, role)) << role;
  }
  EXPECT_TRUE(sees(kept, "gp1", "general_practitioner"));
}

TEST(ProfessionalsPart, is_withheld_from_every_role_of_the_family_that_there_is) {
  const Described& procedure = rotherham().described();
  for (const Role& role : procedure.roles) {
    const bool withheld = std::any_of(procedure.access.begin(), procedure.access.end(), [&](const AccessLine& line) {
      return line.withholds && line.needs.empty() && line.relation == "any" && std::count(line.classes.begin(), line.classes.end(), "professionals_part") > 0 &&
             std::count(line.roles.begin(), line.roles.end(), role.id) > 0;
    });
    EXPECT_EQ(withheld, role.standing == "family") << role.id;
  }
}

}  // namespace
}  // namespace confer::examples
