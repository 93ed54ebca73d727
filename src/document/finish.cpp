#include "document/finish.h"

#define POINTERHOLDER_TRANSITION 4   // qpdf 11 with std::shared_ptr only
#include <fmt/format.h>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>
#include <vector>

#include "base/html.h"
#include "document/words.h"

namespace confer::document {
namespace {

QPDFObjectHandle name(const char* value) { return QPDFObjectHandle::newName(value); }

/// Title and language again as XMP, where newer readers look.
std::string metadata(const Document& document) {
  const Html title = html::text(shown_on_one_line(document.title));   // the five escapes of HTML are those of XML
  return fmt::format(
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
      "<dc:format>application/pdf</dc:format>"
      "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:title>"
      "<dc:language><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language>"
      "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>",
      title.markup(), code(document.language));
}

void describe(QPDF& pdf, const Document& document) {
  QPDFObjectHandle root = pdf.getRoot();
  root.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(code(document.language)));
  auto preferences = QPDFObjectHandle::newDictionary();
  preferences.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
  root.replaceKey("/ViewerPreferences", preferences);
  auto marks = QPDFObjectHandle::newDictionary();
  marks.replaceKey("/Marked", QPDFObjectHandle::newBool(true));
  root.replaceKey("/MarkInfo", marks);
  auto xmp = QPDFObjectHandle::newStream(&pdf, metadata(document));
  xmp.getDict().replaceKey("/Type", name("/Metadata"));
  xmp.getDict().replaceKey("/Subtype", name("/XML"));
  root.replaceKey("/Metadata", pdf.makeIndirectObject(xmp));
}

bool is(QPDFObjectHandle element, const char* type) { return element.isDictionary() && element.getKey("/S").isNameAndEquals(type); }

/// Says of each header cell whether it names its column (a row of nothing but header cells) or its row.
void give_headers_scope(QPDF& pdf) {
  for (auto& row : pdf.getAllObjects()) {
    if (!is(row, "/TR")) continue;
    const auto cells = row.getKey("/K").isArray() ? row.getKey("/K").getArrayAsVector() : std::vector{row.getKey("/K")};
    const bool all = std::all_of(cells.begin(), cells.end(), [](const auto& cell) { return is(cell, "/TH"); });
    for (auto cell : cells) {
      if (!is(cell, "/TH")) continue;
      auto attributes = QPDFObjectHandle::newDictionary();
      attributes.replaceKey("/O", name("/Table"));
      attributes.replaceKey("/Scope", name(all ? "/Column" : "/Row"));
      cell.replaceKey("/A", attributes);
    }
  }
}

}  // namespace

std::string finished(const Document& document, const std::string& drawn) {
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.setAttemptRecovery(false);
  pdf.processMemoryFile("document", drawn.data(), drawn.size());
  describe(pdf, document);
  give_headers_scope(pdf);
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setDeterministicID(true);
  writer.setObjectStreamMode(qpdf_o_disable);   // packing the structure tree would halve the file and double the time
  writer.write();
  const auto written = writer.getBufferSharedPointer();
  return std::string(reinterpret_cast<const char*>(written->getBuffer()), written->getSize());
}

}  // namespace confer::document
