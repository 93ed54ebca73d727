#include "procedure/file_as_at.h"

#include <algorithm>

#include "casefile/condition.h"

namespace confer {
namespace {

constexpr std::size_t usually_chosen = 8;   // entries by one selector, at most

/// The moment or day that an entry counts by: when it happened, or one of its answers.
Happened when(const Entry& entry, std::string_view day) {
  if (day == "happened") return entry.happened;
  if (day == "recorded") return entry.recorded;
  const std::string_view answer = entry.answers.text(day);
  if (const auto at = Instant::parse(answer)) return *at;
  if (const auto on = Date::parse(answer)) return *on;
  return {};
}

/// Whether somebody of one of the selector's roles put an entry on file, for a conference such as it asks for.
bool fits(const CaseFile& file, const Entry& entry, const Selector& selector) {
  if (!selector.roles.empty() && std::find(selector.roles.begin(), selector.roles.end(), entry.role) == selector.roles.end()) return false;
  if (selector.conference.empty()) return true;
  const Entry* conference = file.current(EntryId{std::string(entry.answers.text("conference"))});
  return conference && meets(conference->answers, selector.conference);
}

}  // namespace

bool FileAsAt::is_known(const Entry& entry) const {
  if (const Date* day = std::get_if<Date>(&entry.happened)) return *day <= day_;
  const Instant* at = std::get_if<Instant>(&entry.happened);
  return (at ? *at : entry.recorded) < end_;   // a moment against a moment: to ask which day it was in London costs more
}

std::vector<const Entry*> FileAsAt::known(std::string_view record) const {
  std::vector<const Entry*> out = file_.standing(record);
  std::erase_if(out, [&](const Entry* one) { return !is_known(*one); });
  return out;
}

std::span<const Item> FileAsAt::chosen(const Selector& selector) {
  Choice& choice = choices_[selector.choice];
  if (!choice.looked) look(selector, choice.items);
  choice.looked = true;
  return choice.items;
}

std::span<const Naming> FileAsAt::naming(const Selector& every) {
  Choice& choice = choices_[every.choice];
  if (!choice.looked)
    for (const Entry* entry : known(every.record))
      if (meets(entry->answers, every.where) && fits(file_, *entry, every)) choice.naming.push_back({entry, entry->answers.text("person"), tied(*entry, every)});
  choice.looked = true;
  return choice.naming;
}

void FileAsAt::look(const Selector& selector, std::vector<Item>& into) const {
  const std::span<const std::size_t> places = file_.places_of(selector.record);
  into.reserve(std::min(places.size(), usually_chosen));
  for (const std::size_t place : places) {
    const Entry& entry = file_.entries()[place];
    if (file_.is_corrected(place) || !is_known(entry) || !meets(entry.answers, selector.where) || !fits(file_, entry, selector)) continue;
    const Happened at = when(entry, selector.day);
    if (const auto day = london_day(at)) into.push_back({&entry, at, *day, place, tied(entry, selector)});
  }
  const auto by_day = [](const Item& left, const Item& right) { return left.day < right.day; };
  if (!std::is_sorted(into.begin(), into.end(), by_day)) std::stable_sort(into.begin(), into.end(), by_day);
}

std::string_view FileAsAt::tied(const Entry& entry, const Selector& selector) const {
  return selector.same.empty() ? std::string_view{} : file_.first_of(entry.answers.text(selector.same));
}

}  // namespace confer
