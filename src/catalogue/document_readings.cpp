// The tables that describe documents: sections, blocks, columns, and what a procedure adds to one.
#include "catalogue/readings.h"

namespace confer::readings {
namespace {

DocumentColumn column(TableReader& table) {
  DocumentColumn read{table.text("question", stand), table.words("title", stand)};
  table.finish();
  return read;
}

std::vector<Words> many_words(TableReader& table, std::string_view key) {
  std::vector<Words> out;
  for (TableReader& item : table.tables(key)) {
    out.push_back(item.words("words", stand));
    item.finish();
  }
  return out;
}

DocumentBeneath beneath(TableReader& table) {
  DocumentBeneath read{table.text("record", stand), table.text("refers_by", stand), table.words("words", stand)};
  for (TableReader& item : table.tables("beneath")) read.beneath.push_back(beneath(item));
  table.finish();
  return read;
}

DocumentBlock block(TableReader& table) {
  DocumentBlock read;
  read.kind = table.text("kind", stand);
  read.words = table.words("words");
  read.lead = many_words(table, "lead");
  for (TableReader& item : table.tables("beneath")) read.beneath.push_back(beneath(item));
  read.items = many_words(table, "item");
  read.record = table.text("record");
  read.each = table.text("each");
  for (TableReader& item : table.tables("column")) read.columns.push_back(column(item));
  read.where = conditions(table, "where");
  read.mine = table.text("mine");
  read.for_standings = table.texts("for");
  read.empty = table.words("empty");
  for (TableReader& item : table.tables("block")) read.blocks.push_back(block(item));
  table.finish();
  return read;
}

}  // namespace

DocumentType document(TableReader& table) {
  DocumentType read;
  read.id = table.text("id", stand);
  read.title = table.words("title", stand);
  read.for_standings = table.texts("for");
  read.of = table.texts("of");
  read.needs_release = table.yes_no("needs_release", true);
  for (TableReader& item : table.tables("block")) read.blocks.push_back(block(item));
  read.cites = table.citation();
  read.place = table.place();
  table.finish();
  return read;
}

DocumentAddition document_addition(TableReader& table) {
  DocumentAddition read;
  read.to = table.text("to", stand);
  read.title = table.words("title");
  for (TableReader& item : table.tables("block")) read.blocks.push_back(block(item));
  read.cites = table.citation();
  read.place = table.place();
  table.finish();
  return read;
}

}  // namespace confer::readings
