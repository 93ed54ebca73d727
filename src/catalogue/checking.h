#pragma once
// What every check of a procedure asks again and again: whether a source, a record, a question or an answer of this name is there. Used by the checks alone.
#include <string>
#include <string_view>
#include <vector>

#include "base/near_name.h"
#include "catalogue/described.h"
#include "catalogue/load_error.h"

namespace confer {

/// Notes what does not hold together in one procedure. Borrows both, which must outlive it.
class Checking {
 public:
  Checking(const Described& described, std::vector<LoadError>& errors) : described_(described), errors_(errors) {}

  void wrong(const Place& place, std::string message) { errors_.push_back({place, std::move(message)}); }
  /// A citation names a text that is among the sources.
  void cited(const Citation& cites, const Place& place);
  /// A name, where there is one, is that of a record type.
  void known_record(const std::string& name, const Place& place);
  /// Conditions are on questions that the record has, and on answers that these can have.
  void conditions(const std::vector<Condition>& list, const RecordType& type, const Place& place);
  /// Each name is in the list "standing": as what somebody comes.
  void standings(const std::vector<std::string>& names, const Place& place);
  /// Notes that a record has no question of this name, and which may be meant.
  void no_question(const RecordType& type, std::string_view name, const Place& place);

  /// The ids of things that have one.
  template <class T>
  [[nodiscard]] static std::vector<std::string> ids(const std::vector<T>& things) {
    std::vector<std::string> out;
    for (const T& one : things) out.push_back(one.id);
    return out;
  }
  /// " Did you mean …?", of the things with an id.
  template <class T>
  [[nodiscard]] static std::string meant(const std::string& name, const std::vector<T>& things) {
    return did_you_mean(name, ids(things));
  }

 private:
  [[nodiscard]] bool may_be(const Question& question, const std::string& value) const;
  [[nodiscard]] std::vector<std::string> answers_to(const Question& question) const { return ids(described_.choices(question)); }

  const Described& described_;
  std::vector<LoadError>& errors_;
};

}  // namespace confer
