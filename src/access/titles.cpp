#include "access/titles.h"

namespace confer {

void call_by_title(FileView& view, const Described& procedure) {
  for (ShownPerson& person : view.people) {
    const Role* role = procedure.role(person.role);
    if (!role) continue;
    if (person.kind != "adult") person.role_title = role->title.en;   // an adult of the family is what they are to the children
    if (person.unnamed) person.name = role->title.en;
  }
}

}  // namespace confer
