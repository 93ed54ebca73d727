// What an explanation says in Wales is said in Welsh throughout: the limit, the record that it is counted from, what meets it, whose duty it is, the bank holidays passed over, and where
// a child is in the process. What a family is sent is in one language throughout.
#include <gtest/gtest.h>

#include <algorithm>

#include "access/make_view.h"
#include "document/build.h"
#include "document/renderings.h"
#include "examples/shipped_cases.h"

namespace confer::examples {
namespace {

const Described& wales() { return shipped_examples().procedures.find("wales")->second.described(); }

/// What has no Welsh, each with what it is.
std::vector<std::string> without_welsh(const Described& procedure) {
  std::vector<std::string> out;
  const auto hold = [&](const std::string& what, const Words& words) {
    if (!words.en.empty() && words.cy.empty()) out.push_back(what + ": " + words.en);
  };
  const auto hold_record = [&](const std::string& id) { hold("record", procedure.record(id)->title); };
  const auto hold_role = [&](const std::string& id) {
    if (const Role* role = procedure.role(id)) hold("role", role->title);
  };
  for (const TimeLimit& limit : procedure.time_limits) {
    hold(limit.id, limit.what);
    hold(limit.id, limit.no_number);
    for (const Selector& one : limit.anchors) hold_record(one.record);
    for (const Selector& one : limit.met_by) hold_record(one.record);
    hold(limit.id, procedure.owner_title(limit));
    hold_role(limit.departure_by);
  }
  for (const auto& [name, words] : procedure.words)
    if (name.starts_with("state_")) hold(name, words);
  for (const BankHoliday& one : procedure.holidays->days) hold(one.day.iso(), one.name);
  return out;
}

TEST(Welsh, each_time_limit_of_wales_is_explained_without_an_english_word_of_ours) {
  ASSERT_GT(wales().time_limits.size(), 10U);
  for (const std::string& what : without_welsh(wales())) ADD_FAILURE() << what << " has no Welsh. Write it as { en = \"…\", cy = \"…\" }.";
}

TEST(Welsh, what_is_only_in_english_is_found) {
  Described described = wales();
  described.time_limits.front().what.cy.clear();
  EXPECT_EQ(without_welsh(described).size(), 1U);
}

/// How many texts of a document's blocks have Welsh, and how many have none.
struct InWelsh {
  std::size_t with = 0, without = 0;

  void count(const Words& words) {
    if (!words.en.empty()) ++(words.cy.empty() ? without : with);
  }
  void count(const std::vector<DocumentBeneath>& all) {
    for (const DocumentBeneath& one : all) count(one.words), count(one.beneath);
  }
  void count(const std::vector<DocumentBlock>& blocks) {
    for (const DocumentBlock& one : blocks) {
      count(one.words), count(one.empty), count(one.beneath), count(one.blocks);
      for (const auto* texts : {&one.lead, &one.items})
        for (const Words& words : *texts) count(words);
      for (const DocumentColumn& column : one.columns) count(column.title);
    }
  }
  [[nodiscard]] bool is_a_mixture() const { return with > 0 && without > 0; }
};

InWelsh in_welsh(const DocumentType& document) {
  InWelsh out;
  out.count(document.blocks);
  return out;
}

TEST(Welsh, each_document_of_wales_has_a_title_in_welsh_and_its_text_in_welsh_throughout_or_not_at_all) {
  ASSERT_GE(wales().documents.size(), 4U);
  for (const DocumentType& document : wales().documents) {
    EXPECT_NE(document.title.cy, "") << document.id;
    EXPECT_FALSE(in_welsh(document).is_a_mixture()) << document.id << " is half in Welsh: write all of its blocks in Welsh, or none";
  }
}

TEST(Welsh, a_document_that_is_half_in_welsh_is_found) {
  DocumentType document = *wales().document("follow_up");
  document.blocks.front().words.cy = "Annwyl {reader},";
  EXPECT_TRUE(in_welsh(document).is_a_mixture());
}

TEST(Welsh, no_welsh_word_stands_in_what_a_family_in_wales_is_sent_in_english) {
  const Procedure& procedure = shipped_examples().procedures.find("wales")->second;
  const CaseFile file = CaseFile::fold(rotherham_case("S02").entries);
  const Date issued = Date::parse("2025-08-01").value();
  std::vector<std::string> welsh;
  for (const DocumentType& one : wales().documents) welsh.push_back(one.title.cy);
  for (const RecordType& one : wales().records) welsh.push_back(one.title.cy);
  for (const Role& one : wales().roles) welsh.push_back(one.title.cy);
  for (const auto& [name, words] : wales().words) welsh.push_back(words.cy);
  for (const ListItem& one : wales().list("category")) welsh.push_back(one.title.cy);
  for (const DocumentType& document : wales().documents) {
    const auto made = document::build(view(file, procedure, Reader{PersonId{"mum"}, "mother"}, issued), document, wales(), EntryId{"c-initial"}, issued);
    ASSERT_TRUE(made) << document.id;
    const std::string letter = document::as_plain_text(*made);
    EXPECT_EQ(made->title, document.title.en);
    for (const std::string& words : welsh) EXPECT_TRUE(words.size() < 5 || letter.find(words) == std::string::npos) << document.id << " says " << words;
  }
}

}  // namespace
}  // namespace confer::examples
