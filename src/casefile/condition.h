#pragma once
// Whether what was answered meets a described condition.
#include <functional>
#include <string_view>
#include <vector>

#include "casefile/entry.h"
#include "catalogue/described.h"

namespace confer {

/// Answers a named predicate. Names that it does not know are our own mistake: the catalogue was checked at the start.
using Predicates = std::function<bool(std::string_view name)>;

/// Whether the answers meet every one of these conditions. Without `predicates`, none may be named.
[[nodiscard]] bool meets(const Answers& answers, const std::vector<Condition>& conditions, const Predicates& predicates = {});

}  // namespace confer
