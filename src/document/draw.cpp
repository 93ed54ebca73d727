#include "document/draw.h"

#include <cairo-pdf.h>
#include <fmt/format.h>

#include <array>
#include <stdexcept>

#include "document/glyphs.h"
#include "document/words.h"

namespace confer::document {
namespace {

struct SurfaceFreed {
  void operator()(cairo_surface_t* surface) const noexcept { cairo_surface_destroy(surface); }
};
struct ContextFreed {
  void operator()(cairo_t* cairo) const noexcept { cairo_destroy(cairo); }
};
using Surface = std::unique_ptr<cairo_surface_t, SurfaceFreed>;

struct Grey {
  double shade;
};
constexpr Grey ink{0.045}, rule_ink{0.68}, foot_ink{0.32};

cairo_status_t append_bytes(void* to, const unsigned char* bytes, unsigned length) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

class Drawer {
 public:
  Drawer(cairo_surface_t* surface, const Typeset& typeset) : surface_(surface), cairo_(cairo_create(surface)), typeset_(typeset) {}

  void draw(const std::vector<Page>& pages, const Foot& foot) {
    begin("Document");
    for (std::size_t i = 0; i < pages.size(); ++i) {
      for (const auto& segment : pages[i]) {
        if (segment.repeated) repeat(segment);
        else read(segment, i + 1);
      }
      draw_foot(foot, i);
      cairo_show_page(cairo_.get());
    }
    leave_group();
    end("Document");
  }

  [[nodiscard]] cairo_status_t status() const noexcept { return cairo_status(cairo_.get()); }

 private:
  void begin(const char* tag) { cairo_tag_begin(cairo_.get(), tag, nullptr); }
  void end(const char* tag) { cairo_tag_end(cairo_.get(), tag); }
  void pen(Grey grey) { cairo_set_source_rgb(cairo_.get(), grey.shade, grey.shade, grey.shade); }

  void rule(double y, double thickness, Grey grey) {
    pen(grey);
    cairo_rectangle(cairo_.get(), paper::left, y, paper::text_width, thickness);
    cairo_fill(cairo_.get());
  }


  /// The lines of one cell that stand in a segment's bands.
  void lines(const Cell& cell, const Part& part, const Segment& segment) {
    double top = paper::top + segment.top + (segment.first == 0 ? part.padding : 0);
    const std::size_t last = std::min(segment.end, cell.lines.size());
    for (std::size_t i = segment.first; i < last; top += part.bands[i++]) glyphs_.add(cell, cell.lines[i], paper::left + cell.left, top);
    glyphs_.show();
  }

  void rule_below(const Part& part, const Segment& segment) {
    if (part.rule_below == 0 || segment.end != part.bands.size()) return;
    double bottom = paper::top + segment.top + part.padding + (segment.first == 0 ? part.padding : 0);
    for (std::size_t i = segment.first; i < segment.end; ++i) bottom += part.bands[i];
    rule(bottom, part.rule_below, part.rule_below < 1 ? rule_ink : ink);
    pen(ink);
  }

  void repeat(const Segment& segment) {
    const Part& part = typeset_.parts[segment.part];
    pen(ink);
    for (const auto& cell : part.cells) lines(cell, part, segment);
    rule_below(part, segment);
  }

  void leave_group() {
    if (group_ != nullptr) end(group_->tag);
    group_ = nullptr;
  }

  void enter_group(const Group* group) {
    if (group == group_) return;
    leave_group();
    if (group != nullptr) begin(group->tag);
    group_ = group;
  }

  void read(const Segment& segment, std::size_t page) {
    const Part& part = typeset_.parts[segment.part];
    enter_group(part.group ? &typeset_.groups[*part.group] : nullptr);
    if (segment.first == 0 && !part.outline.empty()) outline(part, segment, page);
    pen(ink);
    if (std::string_view(part.tag) == "TR") read_row(part, segment);
    else read_flow(part, segment);
    rule_below(part, segment);
  }

  /// A row; what runs over to another page is read there as a row of its own, since a PDF reads a row cell by cell.
  void read_row(const Part& part, const Segment& segment) {
    begin(part.tag);
    for (const auto& cell : part.cells) {
      begin(cell.tag);
      lines(cell, part, segment);
      end(cell.tag);
    }
    end(part.tag);
  }

  /// A paragraph or a list item. It stays open over the end of a page, with a span of its own on each.
  void read_flow(const Part& part, const Segment& segment) {
    const bool begins = segment.first == 0, ends = segment.end == part.bands.size();
    const Cell& body = part.cells.back();
    if (begins) begin(part.tag);
    if (begins && part.cells.size() > 1) {
      begin(part.cells.front().tag);
      lines(part.cells.front(), part, segment);
      end(part.cells.front().tag);
    }
    if (begins && body.tag != nullptr) begin(body.tag);
    if (!begins || !ends) begin("Span");
    lines(body, part, segment);
    if (!begins || !ends) end("Span");
    if (ends && body.tag != nullptr) end(body.tag);
    if (ends) end(part.tag);
  }

  void outline(const Part& part, const Segment& segment, std::size_t page) {
    const auto level = static_cast<std::size_t>(part.outline_level);
    const std::string target = fmt::format("page={} pos=[{:.0f} {:.0f}]", page, paper::left, paper::top + segment.top);
    outline_[level] = cairo_pdf_surface_add_outline(surface_, outline_[level - 1], part.outline.c_str(), target.c_str(),
                                                    level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : cairo_pdf_outline_flags_t{});
  }

  void draw_foot(const Foot& foot, std::size_t page) {
    const double top = paper::height - paper::bottom - foot.height;
    rule(top - 8, 0.5, rule_ink);
    pen(foot_ink);
    for (double below = top; const auto& each : foot.marks.lines) {
      glyphs_.add(foot.marks, each, paper::left, below);
      below += each.height;
    }
    const Cell& number = foot.page_numbers[page];
    for (const auto& each : number.lines) glyphs_.add(number, each, paper::left + number.left, top);
    glyphs_.show();
  }

  cairo_surface_t* surface_;
  std::unique_ptr<cairo_t, ContextFreed> cairo_;
  Glyphs glyphs_{cairo_.get()};
  const Typeset& typeset_;
  const Group* group_ = nullptr;   // the one whose tag is open
  std::array<int, 4> outline_ = {CAIRO_PDF_OUTLINE_ROOT};
};

void hold(cairo_status_t status) {
  if (status != CAIRO_STATUS_SUCCESS) throw std::runtime_error(std::string("the PDF could not be drawn: ") + cairo_status_to_string(status));
}

}  // namespace

std::string drawn(const Document& document, const Typeset& typeset, const std::vector<Page>& pages, const Foot& foot) {
  std::string bytes;
  const Surface surface(cairo_pdf_surface_create_for_stream(append_bytes, &bytes, paper::width, paper::height));
  cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_5);
  const std::string issued = document.issued_on.iso() + "T00:00:00Z";
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, shown_on_one_line(document.title).c_str());
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATOR, "Confer");
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, issued.c_str());
  {
    Drawer drawer(surface.get(), typeset);
    drawer.draw(pages, foot);
    hold(drawer.status());
  }
  cairo_surface_finish(surface.get());
  hold(cairo_surface_status(surface.get()));
  return bytes;
}

}  // namespace confer::document
