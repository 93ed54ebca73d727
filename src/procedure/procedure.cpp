#include "procedure/procedure.h"

namespace confer {

Result<Procedure> Procedure::from(Described described) {
  if (!described.holidays) return refused("This procedure has no bank holidays to count by. Choose one that extends a nation, such as england.");
  return Procedure(std::move(described));
}

}  // namespace confer
