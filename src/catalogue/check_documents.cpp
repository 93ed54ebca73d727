#include "catalogue/check_documents.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/near_name.h"
#include "catalogue/checking.h"

namespace confer {
namespace {

/// Walks the documents, block by block.
class DocumentChecker {
 public:
  DocumentChecker(const Described& described, std::vector<LoadError>& errors) : described_(described), see_(described, errors) {}

  void document_type(const DocumentType& document) {
    see_.cited(document.cites, document.place);
    if (document.of.empty()) see_.wrong(document.place, "This document does not say which records it is about. Name them in \"of\".");
    for (const std::string& record : document.of) see_.known_record(record, document.place);
    see_.standings(document.for_standings, document.place);
    for (const DocumentBlock& block : document.blocks) this->block(block, document.place, {}, {}, 0);
  }

 private:
  /// `record` and `groups` are those of the sections around it: the record spoken of, and the slots that they give.
  void block(const DocumentBlock& block, const Place& place, std::string record, std::vector<std::string> groups, int depth) {
    constexpr std::array<std::string_view, 5> kinds = {"section", "paragraph", "list", "table", "summary"};
    if (std::find(kinds.begin(), kinds.end(), block.kind) == kinds.end())
      see_.wrong(place, fmt::format("A block is a \"section\", \"paragraph\", \"list\", \"table\" or \"summary\", and not \"{}\".", block.kind));
    if (block.kind != "section" && (!block.each.empty() || !block.blocks.empty())) see_.wrong(place, "Only a section holds blocks, or stands once for \"each\".");
    if (block.kind == "section" && ++depth > deepest_section) return see_.wrong(place, fmt::format("Sections stand more than {} deep in each other. Put them side by side.", deepest_section));
    if (block.columns.size() > most_document_columns) see_.wrong(place, fmt::format("A table has at most {} columns.", most_document_columns));
    if (!block.record.empty()) {
      see_.known_record(block.record, place);
      record = block.record;
    }
    const RecordType* type = described_.record(record);
    if (type) see_.conditions(block.where, *type, place);
    if (names_predicate(block.where)) see_.wrong(place, "A document's conditions are on answers: no predicate may stand here.");
    see_.standings(block.for_standings, place);
    if (!block.mine.empty()) asked(block.mine, type, place);
    if (!block.each.empty() && block.each != "child" && block.each != "about") asked(block.each, type, place);
    for (const DocumentColumn& column : block.columns)
      if (!type || !told(column.question, *type)) asked(column.question, type, place);
    if (!block.each.empty()) groups.push_back(block.each);
    const bool of_entries = (block.kind == "list" && block.items.empty()) || (block.kind == "paragraph" && !block.record.empty());
    const auto slots = [&](const Words& words) { this->slots(words.en, of_entries ? type : nullptr, groups, place); };
    slots(block.words);
    slots(block.empty);
    for (const DocumentColumn& column : block.columns) this->slots(column.title.en, nullptr, groups, place);
    for (const Words& words : block.lead) slots(words);
    for (const Words& words : block.items) slots(words);
    if (!block.beneath.empty() && !of_entries) see_.wrong(place, "Only what is made of entries, one by one, has something \"beneath\" each.");
    for (const DocumentBeneath& one : block.beneath) beneath(one, record, place);
    for (const DocumentBlock& inner : block.blocks) this->block(inner, place, record, groups, depth);
  }

  void beneath(const DocumentBeneath& beneath, const std::string& above, const Place& place) {
    see_.known_record(beneath.record, place);
    const RecordType* type = described_.record(beneath.record);
    if (!type) return;
    const Question* question = type->question(beneath.refers_by);
    if (!question || question->refers_to != above) see_.wrong(place, fmt::format("\"{}\" of \"{}\" does not refer to the record \"{}\".", beneath.refers_by, type->id, above));
    slots(beneath.words.en, type, {}, place);
    for (const DocumentBeneath& one : beneath.beneath) this->beneath(one, beneath.record, place);
  }

  [[nodiscard]] static bool names_predicate(const std::vector<Condition>& list) {
    return std::any_of(list.begin(), list.end(), [](const Condition& one) { return one.kind == Condition::Kind::predicate || names_predicate(one.parts); });
  }

  void asked(std::string_view question, const RecordType* type, const Place& place) {
    if (!type) see_.wrong(place, fmt::format("\"{}\" is a question of no record: the block and those around it name none.", question));
    else if (!type->question(question)) see_.no_question(*type, question, place);
  }

  void slots(std::string_view words, const RecordType* type, const std::vector<std::string>& groups, const Place& place) {
    for (std::size_t open = words.find('{'); open != std::string_view::npos; open = words.find('{', open + 1)) {
      const std::size_t close = words.find('}', open);
      if (close == std::string_view::npos) return see_.wrong(place, "A slot is opened by { and not closed.");
      if (!known_slot(words.substr(open + 1, close - open - 1), type, groups))
        see_.wrong(place, fmt::format("Nothing fills the slot {{{}}} here. Mend the name.", words.substr(open + 1, close - open - 1)));
    }
  }

  [[nodiscard]] bool known_slot(std::string_view slot, const RecordType* type, const std::vector<std::string>& groups) const {
    constexpr std::string_view of_conference = "conference.", length_of = "limit.";
    const RecordType* conference = described_.record("conference");
    if (slot.starts_with(length_of)) {
      const TimeLimit* limit = described_.time_limit(slot.substr(length_of.size()));
      return limit && limit->limit;
    }
    if (slot.starts_with(of_conference)) return conference && conference->question(slot.substr(of_conference.size()));
    if (slot == "reader" || described_.words.find(slot) != described_.words.end()) return true;
    if (std::find(groups.begin(), groups.end(), slot) != groups.end()) return true;
    return type && told(slot, *type);
  }

  /// Whether an entry of this type can tell something of this name: an answer, whom it is about, who wrote it, when; or what somebody named is.
  [[nodiscard]] static bool told(std::string_view name, const RecordType& type) {
    constexpr std::string_view of_role = ".role";
    const bool role = name.ends_with(of_role);
    if (role) name.remove_suffix(of_role.size());
    return name == "author" || (!role && (name == "about" || name == "happened")) || type.question(name);
  }

  const Described& described_;
  Checking see_;
};

}  // namespace

void check_documents(const Described& described, std::vector<LoadError>& errors) {
  DocumentChecker checker(described, errors);
  for (const DocumentType& document : described.documents) checker.document_type(document);
}

}  // namespace confer
