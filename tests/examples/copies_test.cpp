// Each person's copy in the worked cases: it says all that the viewer tables grant, not a word of what they withhold, and not by one byte
// whether there was something to withhold.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cctype>
#include <cstdio>
#include <fstream>
#include <set>

#include "access/make_view.h"
#include "examples/shipped_cases.h"
#include "document/build.h"
#include "document/renderings.h"

namespace confer::examples {
namespace {

const EntryId conference{"c-initial"};
const Date issued = Date::parse("2025-08-01").value();
constexpr std::array documents = {"invitation", "outline_plan", "record"};

struct Person {
  std::string id, role;
};

Result<Document> copy(const CaseFile& file, const Person& person, std::string_view document) {
  const FileView seen = view(file, rotherham(), {PersonId{person.id}, person.role}, issued);
  return document::build(seen, *rotherham().described().document(document), rotherham().described(), conference, issued);
}

std::string without_spaces(std::string_view words) {
  std::string out;
  for (const char c : words)
    if (!std::isspace(static_cast<unsigned char>(c))) out += c;
  return out;
}

/// The words of a PDF, without the marks at the foot of its pages, which may stand in the middle of a sentence.
std::string words_of_pdf(const std::string& pdf) {
  char path[] = "/tmp/confer-copy-XXXXXX";
  const int made = mkstemp(path);
  EXPECT_GE(made, 0);
  close(made);
  std::ofstream(path, std::ios::binary) << pdf;
  std::string out, line;
  FILE* const pipe = popen(("pdftotext -raw -enc UTF-8 '" + std::string(path) + "' -").c_str(), "r");
  for (int c = fgetc(pipe); c != EOF; c = fgetc(pipe)) {
    line += static_cast<char>(c);
    if (c != '\n') continue;
    const auto begins = line.find_first_not_of("\f");
    if (line.compare(begins, 4, "RMB-") != 0 && line.compare(begins, 5, "Page ") != 0) out += line;
    line.clear();
  }
  pclose(pipe);
  std::filesystem::remove(path);
  return out + line;
}

/// A copy in every form in which it can be had.
struct Forms {
  std::string html, text, pdf;

  bool operator==(const Forms&) const = default;
};

Forms forms(const Document& copy) { return {document::as_html_page(copy).release(), document::as_plain_text(copy), document::as_pdf(copy)}; }

/// Everything that an entry says in words of its own.
std::vector<std::string> words_of(const Entry& entry) {
  std::vector<std::string> out;
  const RecordType& type = *rotherham().described().record(entry.type);
  for (const auto& answer : entry.answers.values())
    if (const Question* question = type.question(answer.key()); question && question->kind == AnswerKind::words && answer.value().is_string())
      out.emplace_back(answer.value().get_string());
  return out;
}

struct Said {
  std::string html, text, pdf;   // without spaces

  bool holds(std::string_view words) const { return in_html(words) || in(text, words) || in(pdf, words); }
  bool holds_everywhere(std::string_view words) const { return in_html(words) && in(text, words) && in(pdf, words); }

 private:
  static bool in(const std::string& whole, std::string_view words) { return whole.find(without_spaces(words)) != std::string::npos; }
  bool in_html(std::string_view words) const { return in(html, html::text(words).release()); }
};

Said said(const Document& copy) {
  const Forms all = forms(copy);
  return {without_spaces(all.html), without_spaces(all.text), without_spaces(words_of_pdf(all.pdf))};
}

void hold_copies(const std::string& id, const std::vector<Person>& people) {
  const WorkedCase read = rotherham_case(id);
  const CaseFile file = CaseFile::fold(read.entries);
  for (const Person& person : people) {
    const FileView seen = view(file, rotherham(), {PersonId{person.id}, person.role}, issued);
    for (const char* document : documents) {
      SCOPED_TRACE(id + ": the " + document + " of " + person.id);
      const auto made = copy(file, person, document);
      ASSERT_TRUE(made) << made.error().message;
      const Said now = said(*made);
      for (const Entry& entry : read.entries) {
        const bool shown = seen.entry(entry.id.value) != nullptr;
        for (const std::string& words : words_of(entry)) {
          if (!shown) {
            EXPECT_FALSE(now.holds(words)) << entry.id.value << " is withheld";
          }
          const bool of_it = entry.type == "statement" ? entry.answers.text("report").empty() : entry.type == "outline_plan" || entry.type == "plan_action";
          const bool here = entry.answers.text("conference") == conference.value;
          if (shown && of_it && here && document == std::string_view("record")) {
            EXPECT_TRUE(now.holds_everywhere(words)) << entry.id.value << " is to be there";
          }
        }
      }
    }
  }
}

TEST(Copies, siblings_with_two_fathers) {
  hold_copies("S02", {{"mum", "mother"}, {"mr_x", "father"}, {"mr_y", "father"}, {"dsl1", "school_safeguarding_lead"}, {"hv1", "health_visitor"}, {"gp1", "general_practitioner"}});
}
TEST(Copies, a_refuge_is_kept_from_the_father) {
  hold_copies("S07", {{"mum", "mother"}, {"dad", "father"}, {"ref1", "refuge_worker"}, {"pol1", "police_officer"}});
}

TEST(Copies, every_cell_of_the_viewer_tables_holds_for_the_record) {
  for (const char* id : {"S02", "S07"}) {
    const WorkedCase read = rotherham_case(id);
    const CaseFile file = CaseFile::fold(read.entries);
    for (const Sees& cell : read.sees) {
      const auto made = copy(file, {cell.reader, cell.role}, "record");
      if (!made) continue;   // staff who were not invited, and whoever the chair has yet to decide on
      const std::string text = without_spaces(document::as_plain_text(*made));
      for (const std::string& item : cell.hidden)
        for (const std::string& words : words_of(*file.find(EntryId{item}))) EXPECT_EQ(text.find(without_spaces(words)), std::string::npos) << cell.reader << ": " << item;
    }
  }
}

TEST(Copies, what_the_chair_has_not_decided_is_no_copy) {
  const CaseFile file = CaseFile::fold(rotherham_case("S02").entries);
  const auto made = copy(file, {"amy", "young_person"}, "record");
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().kind, Problem::Kind::not_found);
}

TEST(Copies, a_father_from_whom_the_whereabouts_are_kept_is_told_no_place) {
  const CaseFile file = CaseFile::fold(rotherham_case("S07").entries);
  for (const char* document : documents) {
    const Said now = said(copy(file, {"dad", "father"}, document).value());
    for (const char* place : {"Larkfield", "Orchard", "Hollinsby", "Wexcombe", "refuge", "Kauser"}) EXPECT_FALSE(now.holds(place)) << document << ": " << place;
  }
  EXPECT_TRUE(said(copy(file, {"mum", "mother"}, "invitation").value()).holds_everywhere("Where"));
}

TEST(Copies, whoever_is_heard_at_a_time_of_their_own_is_told_that_time_and_no_other) {
  const CaseFile file = CaseFile::fold(rotherham_case("S07").entries);
  const Said father = said(copy(file, {"dad", "father"}, "invitation").value()), mother = said(copy(file, {"mum", "mother"}, "invitation").value());
  EXPECT_TRUE(father.holds_everywhere("13:30"));
  EXPECT_FALSE(father.holds("10:00"));
  EXPECT_TRUE(mother.holds_everywhere("10:00"));
  EXPECT_FALSE(mother.holds("13:30"));
}

TEST(Copies, what_somebody_says_is_wrong_stands_beneath_the_line) {
  const CaseFile file = CaseFile::fold(rotherham_case("S02").entries);
  const std::string line = without_spaces("since Lee's hours at the depot were cut in January."), wrong = without_spaces("Lee Ashworth says that this is wrong: Lee says that his hours were cut in February");
  for (const Person& person : {Person{"mum", "mother"}, {"hv1", "health_visitor"}}) {
    const Said now = said(copy(file, person, "record").value());
    EXPECT_NE(now.text.find(line + wrong), std::string::npos);
    EXPECT_NE(now.pdf.find(line + wrong), std::string::npos);
  }
}

TEST(Copies, an_invitation_to_the_family_names_no_child) {
  for (const auto& [id, person] : {std::pair{"S02", Person{"mum", "mother"}}, {"S02", Person{"mr_x", "father"}}, {"S07", Person{"dad", "father"}}}) {
    const CaseFile file = CaseFile::fold(rotherham_case(id).entries);
    const Said now = said(copy(file, person, "invitation").value());
    for (const PersonOnFile* child : file.children()) EXPECT_FALSE(now.holds(child->name)) << id;
  }
}

// What may be changed or left out, where it is withheld, without changing who somebody is to whom.
const std::set<std::string> free_to_change = {"statement", "report", "plan_action", "outline_plan", "decision", "review", "dissent", "quorum_decision", "strategy_discussion",
                                              "section_47_enquiry", "core_group_meeting", "report_shared", "release", "copy_sent", "attendance",
                                              "challenge", "challenge_answer", "own_words", "taking_part", "being_heard", "action_progress"};

enum class Twin { without, reworded };

/// The same file in a world in which what this reader may not see is not there, or reads otherwise.
CaseFile twin_of(const std::vector<Entry>& entries, const FileView& seen, Twin twin) {
  std::vector<Entry> out;
  for (Entry entry : entries) {
    const bool withheld = free_to_change.contains(entry.type) && !seen.entry(entry.id.value);
    if (withheld && twin == Twin::without) continue;
    if (withheld)
      for (auto& answer : entry.answers.values())
        if (const Question* question = rotherham().described().record(entry.type)->question(answer.key()); question && question->kind == AnswerKind::words)
          answer.value() = "Something else altogether, and at rather greater length than it was before.";
    out.push_back(std::move(entry));
  }
  return CaseFile::fold(std::move(out));
}

void hold_twins(const std::string& id, const std::vector<Person>& people) {
  const std::vector<Entry> entries = rotherham_case(id).entries;
  const CaseFile file = CaseFile::fold(entries);
  for (const Person& person : people) {
    const FileView seen = view(file, rotherham(), {PersonId{person.id}, person.role}, issued);
    for (const Twin twin : {Twin::without, Twin::reworded}) {
      const CaseFile other = twin_of(entries, seen, twin);
      ASSERT_TRUE(twin == Twin::reworded || other.entries().size() < entries.size());
      for (const char* document : documents) {
        SCOPED_TRACE(id + ": the " + document + " of " + person.id);
        EXPECT_EQ(forms(copy(file, person, document).value()), forms(copy(other, person, document).value()));
      }
    }
  }
}

TEST(CopiesInTwinWorlds, siblings_with_two_fathers) {
  hold_twins("S02", {{"mum", "mother"}, {"mr_x", "father"}, {"mr_y", "father"}, {"dsl1", "school_safeguarding_lead"}, {"hv1", "health_visitor"}});
}
TEST(CopiesInTwinWorlds, a_refuge_is_kept_from_the_father) { hold_twins("S07", {{"mum", "mother"}, {"dad", "father"}, {"dsl1", "school_safeguarding_lead"}}); }

TEST(Copies, of_one_content_are_marked_for_each_reader) {
  const CaseFile file = CaseFile::fold(rotherham_case("S02").entries);
  const Document mothers = copy(file, {"mum", "mother"}, "record").value(), hers = copy(file, {"hv1", "health_visitor"}, "record").value();
  EXPECT_TRUE(mothers.recipient.starts_with("Mother · "));
  EXPECT_TRUE(hers.recipient.starts_with("Health visitor · "));
  EXPECT_NE(mothers.recipient.find(" 2025 · copy "), std::string::npos) << mothers.recipient;
  EXPECT_NE(mothers.recipient.substr(mothers.recipient.size() - 8), hers.recipient.substr(hers.recipient.size() - 8));
  EXPECT_EQ(mothers.reference, "RMB-0202");
}

}  // namespace
}  // namespace confer::examples
