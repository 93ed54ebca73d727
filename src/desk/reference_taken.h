#pragma once
// Whether a family's reference can stand on its file: it is given, and stands on no other file already. Only that it does is ever told, to whoever gives it: of which file it is, nothing.
#include <string_view>

#include "base/result.h"
#include "catalogue/described.h"
#include "store/store.h"

namespace confer {

/// What is wrong with the reference of an entry that opens the file `own` or corrects its opening: that it gives none, or that another file of the
/// authority bears it, whoever may see that file; capitals and hyphens make no difference. A problem without a message where nothing is, and for any other entry.
[[nodiscard]] Problem wrong_reference(const Store& store, const AuthorityId& authority, const Described& procedure, const Entry& entry, const FileId& own);

}  // namespace confer
