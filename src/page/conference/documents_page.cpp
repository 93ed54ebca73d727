// The documents of a family's conferences: how far their copies are, with the way to the page on which they are looked at, released and sent; for
// everybody else what was sent, as far as they may see it, and their own; and two copies side by side, with their differences in words.
#include <fmt/format.h>

#include <algorithm>

#include "desk/copies.h"
#include "document/difference.h"
#include "page/components/components.h"
#include "page/conference/conference.h"
#include "page/conference/copy_tables.h"
#include "page/conference/copy_words.h"
#include "page/words.h"

namespace confer {
namespace {

using document::Difference;

/// Whether a copy was opened by its reader, and when, as far as this is shown; empty where not.
std::string opened(const OnConference& on, const ShownEntry& sent) {
  for (const ShownEntry* one : on.standing("copy_opened"))
    if (one->text("document") == sent.text("document") && one->text("person") == sent.text("person")) return when_in_words(*one);
  return {};
}

/// What was sent to others, for whoever may know of it and has no part in sending it.
Html sent_to_others(const Visit& visit, const OnConference& on) {
  std::vector<components::TableRow> rows;
  for (const ShownEntry* one : on.standing("copy_sent")) {
    if (one->text("person") == visit.reader.person.value) continue;
    const auto document = std::find_if(on.procedure->documents.begin(), on.procedure->documents.end(), [&](const DocumentType& type) { return type.id == one->text("document"); });
    rows.push_back({{.text = document == on.procedure->documents.end() ? std::string(one->text("document")) : document->title.en}, {.text = std::string(on.view.name(one->text("person")))},
                    {.text = when_in_words(*one)}, {.html = answer_of(on, *one, "how")}, {.text = opened(on, *one)}});
  }
  if (rows.empty()) return {};
  return components::framed_table({.caption = "Sent to others", .caption_classes = "govuk-table__caption--s",
                                   .head = {{.text = "What"}, {.text = "To"}, {.text = "Sent"}, {.text = "How"}, {.text = "Opened"}}, .rows = std::move(rows), .first_cell_is_header = true},
                                  "Sent to others: " + on.title(), components::OnAPhone::stacks);
}

/// For whoever neither releases nor sends copies: those that were sent to them.
Html own_copies(const Visit& visit, const OnConference& on) {
  Html items;
  for (const SentCopy& copy : confer::own_copies(visit.site.desk, visit.file(), on.id(), visit.reader)) {
    const std::string address = fmt::format("/conference/{}/{}/documents/{}", percent_encode(visit.captured.at(0)), percent_encode(on.id().value), percent_encode(copy.document));
    items += html::element("li", {}, link(address, copy.title) + html::text(fmt::format(", sent {}{}", copy.sent_on.written(), copy.is_overtaken ? "; a corrected copy may follow" : "")));
  }
  return items.empty() ? paragraph("Nothing has been sent to you yet.") : html::element("ul", {{"class", "govuk-list"}}, items);
}

Html lines_of(const Difference& one) {
  Html items;
  for (const std::string& line : one.lines) items += html::element("li", {}, html::lines(line));
  return html::element("ul", {{"class", "govuk-list govuk-list--bullet govuk-list--spaced"}}, items);
}

std::string under(const Difference& one) {
  std::string out;
  for (const std::string& heading : one.under) out += (out.empty() ? "" : " › ") + heading;
  return out;
}

/// Differences that stand at one place: what only the one has, beside what only the other has.
Html side_by_side(const std::vector<const Difference*>& left, const std::vector<const Difference*>& right, const Copy& one, const Copy& other) {
  const auto column = [](const std::vector<const Difference*>& some, const Copy& whose) {
    if (some.empty()) return html::element("div", {{"class", "confer-compare__none"}}, paragraph("Nothing here that the other copy lacks."));
    Html out = html::element("h2", {{"class", "govuk-heading-s"}}, fmt::format("Only {}’s copy has", whose.person_name));
    std::string place;
    for (const Difference* each : some) {
      if (const std::string here = under(*each); here != place && !here.empty()) out += html::element("p", {{"class", "govuk-body-s confer-compare__place"}}, place = here);
      out += lines_of(*each);
    }
    return html::element("div", {{"class", "confer-compare__only"}}, out);
  };
  return html::element("div", {{"class", "confer-compare"}}, column(left, one) + column(right, other));
}

Html in_both(const std::vector<const Difference*>& some) {
  std::size_t count = 0;
  Html all;
  std::string place;
  for (const Difference* each : some) {
    if (const std::string here = under(*each); here != place && !here.empty()) all += html::element("p", {{"class", "govuk-body-s confer-compare__place"}}, place = here);
    count += each->lines.size();
    all += lines_of(*each);
  }
  return components::details({.summary_text = count == 1 ? std::string("Both have this line") : fmt::format("Both have these {} lines", count), .html = all});
}

/// The whole comparison, in the order of the copies.
Html compared(const std::vector<Difference>& all, const Copy& one, const Copy& other) {
  Html out;
  for (std::size_t at = 0; at < all.size();) {
    std::vector<const Difference*> both, left, right;
    for (; at < all.size() && all[at].in == Difference::In::both; ++at) both.push_back(&all[at]);
    for (; at < all.size() && all[at].in != Difference::In::both; ++at) (all[at].in == Difference::In::left ? left : right).push_back(&all[at]);
    if (!both.empty()) out += in_both(both);
    if (!left.empty() || !right.empty()) out += side_by_side(left, right, one, other);
  }
  return out;
}

std::string counted(std::size_t lines) { return lines == 1 ? std::string("1 line") : fmt::format("{} lines", lines); }

std::string summing_up(const std::vector<Difference>& all, const Copy& one, const Copy& other) {
  std::size_t both = 0, left = 0, right = 0;
  for (const Difference& each : all) (each.in == Difference::In::both ? both : each.in == Difference::In::left ? left : right) += each.lines.size();
  if (left + right == 0) return fmt::format("Both copies say the same: {}.", counted(both));
  return fmt::format("{} in both; {} only in the copy for {}; {} only in the copy for {}.", counted(both), counted(left), whose_copy(one), counted(right), whose_copy(other));
}

const Copy* copy_for(const std::vector<Copy>& of_one, std::string_view person) {
  const auto found = std::find_if(of_one.begin(), of_one.end(), [&](const Copy& copy) { return copy.name.person.value == person; });
  return found == of_one.end() ? nullptr : &*found;
}

}  // namespace

Response documents_page(Visit& visit) {
  auto view = visit.site.desk.open_file(visit.file(), visit.reader);
  if (!view) return problem_page(visit, view.error());
  layout::Page page = file_page(visit, *view, FileTab::documents, "Documents");
  OnConference on{std::move(*view), visit.site.desk.described_of(visit.file()), nullptr};
  std::vector<const ShownEntry*> conferences = on.view.standing("conference");
  std::stable_sort(conferences.begin(), conferences.end(), [](const ShownEntry* left, const ShownEntry* right) { return left->text("starts") > right->text("starts"); });
  for (const ShownEntry* conference : conferences) {
    on.conference = conference;
    page.main += heading(2, on.title());
    const auto all = copies(visit.site.desk, visit.file(), on.id(), visit.reader);
    if (!all) page.main += own_copies(visit, on) + sent_to_others(visit, on);
    else if (all->empty()) page.main += paragraph("Nobody is invited yet, so nobody gets a copy.");
    else page.main += copies_counted(*all) + html::element("p", {{"class", "govuk-body"}}, link(copies_address(visit.file(), on.id()), "Look at the copies, release and send them", ": " + on.title()));
  }
  if (conferences.empty()) page.main += paragraph("There is no conference here whose documents you may see.");
  return answer(visit, std::move(page));
}

Response copies_compared(Visit& visit) {
  const auto on = open_conference(visit);
  if (!on) return problem_page(visit, on.error());
  auto all = copies(visit.site.desk, visit.file(), on->id(), visit.reader);
  if (!all) return problem_page(visit, all.error());
  std::erase_if(*all, [&](const Copy& copy) { return copy.name.document != visit.captured.at(2); });
  const Copy* one = copy_for(*all, visit.request.parameter("left"));
  const Copy* other = copy_for(*all, visit.request.parameter("right"));
  if (!one || !other) return bare_error(404);
  const auto left = look(visit.site.desk, one->name, visit.reader), right = look(visit.site.desk, other->name, visit.reader);
  if (!left) return problem_page(visit, left.error());
  if (!right) return problem_page(visit, right.error());
  layout::Page page = file_page(visit, on->view, FileTab::documents, "Two copies side by side");
  page.width = layout::Width::wide;
  const auto found = document::differences(*left, *right);
  page.main += html::element("p", {{"class", "govuk-body-l"}}, fmt::format("{}: the copy for {} beside the copy for {}.", one->document_title, whose_copy(*one), whose_copy(*other)));
  page.main += components::inset_text({.text = summing_up(found, *one, *other)});
  page.main += compared(found, *one, *other);
  page.main += heading(2, "Look at two others");
  page.main += choose_two_copies(*all, one->name.person.value, other->name.person.value, "");
  return answer(visit, std::move(page));
}

}  // namespace confer
