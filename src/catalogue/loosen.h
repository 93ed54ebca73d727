#pragma once
// What a procedure makes looser of the one that it extends: computed, so that it cannot be done unnoticed.
#include "catalogue/readings.h"

namespace confer {

/// Something that was made looser: the key that did it, and how in a few words.
struct Looser {
  std::string key;     ///< "limit"
  std::string words;   ///< "5 working days become 6 working days"
};

/// What an addition makes looser of a time limit: a later end, a number taken away, children for whom it binds no more.
[[nodiscard]] std::vector<Looser> loosened(const TimeLimit& limit, const readings::Addition& addition, const std::optional<HolidayList>& holidays);

/// Makes the changes, whether looser or not.
void apply(const readings::Addition& addition, TimeLimit& limit);

/// What a quorum makes looser of one that was there for the same days: fewer agencies, or another that must always be there.
[[nodiscard]] std::vector<Looser> loosened(const Quorum& inherited, const Quorum& quorum);

/// What a time limit of a procedure's own makes looser of one that is inherited: the same duty under another name, with later days. Empty where it is
/// another duty.
[[nodiscard]] std::vector<Looser> loosened(const TimeLimit& inherited, const TimeLimit& own, const std::optional<HolidayList>& holidays);

/// Whether the stricter reading of a limit ends later than the limit itself on any day, so that it is no stricter.
[[nodiscard]] bool is_strict_looser(const TimeLimit& limit, const std::optional<HolidayList>& holidays);

/// Notes an error where something looser has no reason, or a reason nothing looser: a reason answers for the keys that it names and for no others. `rule` is
/// what the reason must name, `parent` where that stands.
void answer_for(const std::vector<Looser>& looser, const std::optional<DepartsFrom>& departs, std::string_view rule, const Place& parent, const Place& place,
                std::vector<LoadError>& errors);

}  // namespace confer
