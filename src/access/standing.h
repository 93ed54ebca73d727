#pragma once
// What a reader is to the people of a file, and what that opens: the described access lines, answered for one reader. Used inside access/ alone.
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "access/view.h"
#include "casefile/case_file.h"
#include "catalogue/described.h"

namespace confer {

/// The relations and conditions that access lines may name; the catalogue's are held against these when a procedure is taken up.
[[nodiscard]] bool is_relation(std::string_view name) noexcept;
[[nodiscard]] bool is_condition(std::string_view name) noexcept;
/// All of them, for messages.
[[nodiscard]] std::vector<std::string> relation_names();
[[nodiscard]] std::vector<std::string> condition_names();

/// One reader before one file.
class Standing {
 public:
  Standing(const CaseFile& file, const Described& procedure, const Reader& reader);

  /// Whether something of this class about this person, standing in this entry, is open to the reader.
  [[nodiscard]] bool opens(const PersonId& person, std::string_view access_class, const Entry& entry) const;
  /// The same for an entry that is about the file as a whole: open when it is for any child of the file.
  [[nodiscard]] bool opens_file(std::string_view access_class, const Entry& entry) const;
  /// Whether a line keeps this from the reader, whatever another gives.
  [[nodiscard]] bool withholds(const PersonId& person, std::string_view access_class, const Entry& entry) const;
  /// Whether the reader may know of somebody: a child by their own standing to it, an adult by a child that both belong to.
  [[nodiscard]] bool knows(const PersonId& person) const;

 private:
  [[nodiscard]] bool line_holds(const AccessLine& line, const PersonId& child, std::string_view access_class, const Entry& entry) const;
  [[nodiscard]] bool relation_holds(std::string_view relation, const PersonId& child, const Entry& entry) const;
  [[nodiscard]] bool condition_holds(std::string_view condition, const PersonId& child, std::string_view access_class, const Entry& entry) const;
  [[nodiscard]] bool attended(const Entry& entry, std::string_view part) const;
  [[nodiscard]] bool chair_gave(std::string_view what, const Entry& entry) const;
  [[nodiscard]] EntryId conference_of(const Entry& entry) const;
  [[nodiscard]] bool is_reader(std::string_view person) const noexcept;
  [[nodiscard]] bool acts_for(std::string_view person) const;
  [[nodiscard]] std::vector<PersonId> children_of(const PersonId& person) const;
  void gather_relations(const Described& procedure);
  void gather_work();
  [[nodiscard]] bool is_opening(const PersonId& child) const;

  const CaseFile& file_;
  const Reader& reader_;
  std::vector<const AccessLine*> gives_, withholds_;          // the lines that speak of the reader's role
  std::set<std::string, std::less<>> represents_;             // people the reader speaks for
  std::set<PersonId> parent_of_, represented_parent_of_, works_with_, chairs_, lives_with_, wrote_about_, invited_for_, family_of_;
  bool opened_ = false;                                       // the reader opened this file, in the role they read in
  std::set<PersonId> named_with_;                             // children with whom the file ever says that the reader works, or worked
  std::set<PersonId> introduced_by_reader_;
  bool ended_ = false;                                        // the reader's work with somebody has ended
  bool introduced_ = false;                                   // the file introduces the reader, in the role they read in
  std::set<std::pair<EntryId, std::string>> attended_;        // conference and part
  std::set<EntryId> attended_any_, invited_;
  std::set<PersonId> protected_from_;                         // people whose whereabouts are kept from the reader
  std::set<PersonId> protected_;                              // people whose whereabouts are kept from anybody
  const Entry nobody_ = {};                                   // stands in where a line is asked about no entry
};

}  // namespace confer
