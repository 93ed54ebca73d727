#include "catalogue/check.h"

#include <fmt/format.h>

#include <algorithm>

namespace confer {
namespace {

/// Walks a described procedure and notes what does not hold together.
class Checker {
 public:
  Checker(const Described& described, std::vector<LoadError>& errors) : described_(described), errors_(errors) {}

  void run() {
    for (const RecordType& type : described_.records) record(type);
    for (const TimeLimit& limit : described_.time_limits) time_limit(limit);
    for (const AccessLine& line : described_.access) access_line(line);
    for (const auto& [name, items] : described_.lists)
      for (const ListItem& item : items) {
        cited(item.cites, item.place);
        if (!item.role.empty()) role(item.role, item.place);
      }
    if (described_.quorum) cited(described_.quorum->cites, described_.quorum->place);
    for (const DocumentType& document : described_.documents) document_type(document);
  }

 private:
  void wrong(const Place& place, std::string message) { errors_.push_back({place, std::move(message)}); }

  void cited(const Citation& cites, const Place& place) {
    if (cites.source.empty()) wrong(place, "This has no source. Name the text it is taken from in \"source\".");
    else if (!described_.source(cites.source)) wrong(place, fmt::format("\"{}\" is not among the sources. Add it to sources.toml, or mend the name.", cites.source));
  }

  void role(const std::string& name, const Place& place) {
    if (name != "any" && !described_.role(name)) wrong(place, fmt::format("There is no role \"{}\". Add it to roles.toml, or mend the name.", name));
  }

  void record(const RecordType& type) {
    for (const std::string& maker : type.makers) role(maker, type.place);
    if (type.makers.empty()) wrong(type.place, "Nobody may put this on file. Name the roles in \"makers\".");
    if (!type.cites.source.empty()) cited(type.cites, type.place);
    for (const Question& question : type.questions) this->question(type, question);
    for (const Need& need : type.needs) this->need(type, need);
    for (const std::string& next : type.leads_to) known_record(next, type.place);
    if (!type.class_from.empty() && !type.question(type.class_from)) wrong(type.place, fmt::format("\"class_from\" names no question of this record: \"{}\".", type.class_from));
  }

  void question(const RecordType& type, const Question& question) {
    if (question.about.empty()) wrong(question.place, "This question does not say whom it is about. Add \"about\".");
    const bool closed = question.kind == AnswerKind::choice || question.kind == AnswerKind::choices;
    if (closed && described_.choices(question).empty())
      wrong(question.place, "This question offers no choices. Add \"choice\" tables, or name a described list in \"choices_from\".");
    if (!question.refers_to.empty()) known_record(question.refers_to, question.place);
    if (!question.cites.source.empty()) cited(question.cites, question.place);
    conditions(question.only_if, type, question.place);
  }

  void need(const RecordType& type, const Need& need) {
    cited(need.cites, type.place);
    if (!need.record.empty()) known_record(need.record, type.place);
    if (const RecordType* other = described_.record(need.record)) conditions(need.where, *other, type.place);
    conditions(need.when, type, type.place);
  }

  void known_record(const std::string& name, const Place& place) {
    if (!described_.record(name)) wrong(place, fmt::format("There is no record type \"{}\". Mend the name, or describe it in records/.", name));
  }

  void conditions(const std::vector<Condition>& list, const RecordType& type, const Place& place) {
    for (const Condition& condition : list) {
      conditions(condition.parts, type, place);
      if (!condition.question.empty() && !type.question(condition.question))
        wrong(place, fmt::format("The record \"{}\" has no question \"{}\".", type.id, condition.question));
    }
  }

  void selector(const Selector& selector, const Place& place) {
    known_record(selector.record, place);
    const RecordType* type = described_.record(selector.record);
    if (!type) return;
    conditions(selector.where, *type, place);
    for (const Selector& one : selector.every) this->selector(one, place);
    for (const std::string& name : {selector.day, selector.same})
      if (!name.empty() && name != "happened" && !type->question(name)) wrong(place, fmt::format("The record \"{}\" has no question \"{}\".", type->id, name));
  }

  void time_limit(const TimeLimit& limit) {
    cited(limit.cites, limit.place);
    role(limit.owner, limit.place);
    if (!limit.departure_by.empty()) role(limit.departure_by, limit.place);
    selector(limit.anchor, limit.place);
    for (const Selector& one : limit.met_by) selector(one, limit.place);
    for (const Selector& one : limit.lapses_by) selector(one, limit.place);
    for (const Selector& one : limit.planned_by) selector(one, limit.place);
    if (limit.examples.empty()) wrong(limit.place, "No worked case names this time limit. Name one in \"examples\".");
  }

  void access_line(const AccessLine& line) {
    cited(line.cites, line.place);
    for (const std::string& name : line.roles) role(name, line.place);
    if (line.examples.empty()) wrong(line.place, "No worked case names this access line. Name one in \"examples\".");
  }

  void document_type(const DocumentType& document) {
    cited(document.cites, document.place);
    if (!document.due_by.empty() && !described_.time_limit(document.due_by))
      wrong(document.place, fmt::format("There is no time limit \"{}\".", document.due_by));
    for (const DocumentBlock& block : document.blocks) {
      if (block.record.empty()) continue;
      known_record(block.record, document.place);
      const RecordType* type = described_.record(block.record);
      if (!type) continue;
      conditions(block.where, *type, document.place);
      for (const std::string& column : block.columns)
        if (!type->question(column) && column != "happened" && column != "about")
          wrong(document.place, fmt::format("The record \"{}\" has no question \"{}\".", type->id, column));
    }
  }

  const Described& described_;
  std::vector<LoadError>& errors_;
};

}  // namespace

void check(const Described& described, std::vector<LoadError>& errors) { Checker(described, errors).run(); }

}  // namespace confer
