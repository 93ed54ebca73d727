#include "procedure/procedure.h"

#include <fmt/format.h>

#include <algorithm>

#include "catalogue/fill_terms.h"
#include "procedure/phrases.h"
#include "procedure/predicates.h"

namespace confer {
namespace {

void check_predicates(const Described& described, std::vector<LoadError>& errors) {
  for (const RecordType& type : described.records)
    for (const Need& need : type.needs)
      if (!need.predicate.empty() && !predicate_named(need.predicate))
        errors.push_back({type.place, fmt::format("The record \"{}\" needs \"{}\", which is no predicate. Known are {}.", type.id, need.predicate, predicate_names())});
}

/// Gives selectors that choose alike one number, so that a file is looked through once for all of them.
class Numbering {
 public:
  void number(TimeLimit& rule) {
    for (auto* several : {&rule.anchors, &rule.met_by, &rule.lapses_by, &rule.planned_by})
      for (Selector& one : *several) number(one, one.day);
    for (Becomes& one : rule.becomes) number(one.on, one.on.day);
  }

  [[nodiscard]] std::size_t choices() const noexcept { return known_.size(); }

 private:
  struct Choice {
    std::string record, day, same;
    std::vector<Condition> where, conference;
    std::vector<std::string> roles;

    bool operator==(const Choice&) const = default;
  };

  void number(Selector& selector, const std::string& day) {
    Choice choice{selector.record, day, selector.same, selector.where, selector.conference, selector.roles};
    const auto found = std::find(known_.begin(), known_.end(), choice);
    selector.choice = static_cast<std::size_t>(found - known_.begin());
    if (found == known_.end()) known_.push_back(std::move(choice));
    for (Selector& every : selector.every) number(every, {});   // chosen whenever it was
  }

  std::vector<Choice> known_;
};

}  // namespace

void check_usable(const Described& described, std::vector<LoadError>& errors) {
  if (!described.holidays) errors.push_back({{}, fmt::format("The procedure \"{}\" has no bank holidays to count by. Choose one that extends a nation, such as england.", described.id)});
  check_predicates(described, errors);
  if (const std::string phrase = Phrases::missing(described); !phrase.empty())
    errors.push_back({{}, fmt::format("The procedure \"{}\" has no words for \"{}\", with which it would say why something is due. Extend common, or add it under [words].", described.id, phrase)});
}

Procedure::Procedure(Described described) : described_(std::move(described)), calendar_(*described_.holidays, described_.closures) {
  std::map<std::string_view, std::size_t> known;
  for (std::size_t at = 0; at < described_.time_limits.size(); ++at) {
    const auto [place, added] = known.emplace(described_.time_limits[at].id, editions_.size());
    if (added) editions_.emplace_back();
    editions_[place->second].push_back(at);
  }
  Numbering numbering;
  for (TimeLimit& rule : described_.time_limits) numbering.number(rule);
  choices_ = numbering.choices();
}

const Procedure& Procedure::speaking_on(Date day) const& noexcept {
  return spoken_.empty() ? *this : spoken_[static_cast<std::size_t>(std::upper_bound(turns_.begin(), turns_.end(), day) - turns_.begin())];
}

Result<Procedure> Procedure::from(Described described) {
  std::vector<LoadError> errors;
  check_usable(described, errors);
  if (!errors.empty()) return refused(errors.front().written());
  Procedure out(std::move(described));
  out.turns_ = out.described_.days_of_new_words();
  for (std::size_t at = 0; !out.turns_.empty() && at <= out.turns_.size(); ++at) {
    Described then = out.described_;
    speak_as_on(at == 0 ? Date::first() : out.turns_[at - 1], then);
    out.spoken_.push_back(Procedure(std::move(then)));
  }
  return out;
}

}  // namespace confer
