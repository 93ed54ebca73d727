#include "desk/demonstration.h"

#include "casefile/case_file.h"
#include <fmt/format.h>

#include <atomic>
#include <thread>

#include "casefile/case_file.h"
#include "desk/demonstration_family.h"
#include "desk/demonstration_parts.h"
#include "desk/invention.h"

namespace confer {
namespace {

constexpr std::string_view procedure_id = "rotherham";
constexpr Standpoint theirs = Standpoint::conference_today;
// Draws for the ids of files are kept apart from those of what stands in them.
constexpr std::uint64_t files_draw = 1ULL << 42;
// Few are enough: the store has one writer, and the rest of the machine may be busy.
constexpr unsigned most_threads = 4;

/// Who can be signed in as: on the case whose conference is today, by their id there.
struct Part {
  std::string_view account, person, role;
};

constexpr Part parts[] = {
    {"social.worker", "sw1", "social_worker"}, {"team.manager", "tm1", "team_manager"},   {"chair", "ch1", "chair"},
    {"administrator", "adm1", "conference_administrator"}, {"unit.manager", "sum1", "safeguarding_unit_manager"},
    {"health.visitor", "hv1", "health_visitor"}, {"school", "dsl1", "school_safeguarding_lead"}, {"police", "pol1", "police_officer"},
    {"mother", "mum", "mother"},               {"father", "mr_y", "father"},              {"young.person", "amy", "young_person"},
};

}  // namespace

Demonstration::Demonstration(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Demonstration::~Demonstration() = default;

std::size_t Demonstration::size() const noexcept { return std::max(parts_->options.families, parts_->cases.size()); }
const std::vector<DemonstrationSignIn>& Demonstration::sign_ins() const& noexcept { return parts_->sign_ins; }

Result<std::unique_ptr<const Demonstration>> Demonstration::make(const DemonstrationOptions& options) {
  const auto told = read_worked_cases(options.procedures);
  if (!told) return tl::unexpected(told.error());
  std::unique_ptr<Parts> parts(new Parts{options, ProcedureShelf(read_procedure_files(options.procedures)), Team(options.seed)});
  const auto procedure = parts->shelf.take(procedure_id);
  if (!procedure) return tl::unexpected(procedure.error());
  parts->procedure = *procedure;
  for (const WorkedCase& one : *told) parts->cases.push_back(retell(one, *parts->procedure, parts->team, options.today, options.seed));
  parts->team.grow(options.families);
  std::unique_ptr<Demonstration> out(new Demonstration(std::move(parts)));
  out->gather_sign_ins(*told);
  return out;
}

std::vector<Colleague> Demonstration::colleagues() const {
  const auto teams = parts_->team.teams();
  std::vector<Colleague> out = parts_->team.everyone();
  for (Colleague& one : out)
    if (const auto team = teams.find(one.id); team != teams.end()) one.team = team->second;
  return out;
}

void Demonstration::gather_sign_ins(const std::vector<WorkedCase>& told) {
  for (std::size_t i = 0; i < told.size(); ++i) {
    if (told[i].standpoint != theirs) continue;
    const CaseFile file = CaseFile::fold(parts_->cases[i].entries);
    for (const Part& part : parts) {
      const auto person = parts_->cases[i].people.find(PersonId{std::string(part.person)});
      const PersonOnFile* known = person == parts_->cases[i].people.end() ? nullptr : file.person(person->second);
      if (known) parts_->sign_ins.push_back({std::string(part.account), known->name, std::string(part.role), known->id, std::string(file.reference())});
    }
  }
}

DemonstrationFile Demonstration::file(std::size_t number) const {
  CONFER_ASSERT(number < size());
  FileId id{Invention(parts_->options.seed, files_draw + number).id()};
  if (number < parts_->cases.size()) return {std::move(id), parts_->cases[number].entries};
  return {std::move(id), invent_family(*parts_->procedure, parts_->team, parts_->options.today, parts_->options.seed, number)};
}

Result<void> take_in(const Demonstration& demonstration, Desk& desk) {
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;
  std::optional<Problem> refusal;
  std::exception_ptr failure;
  const auto work = [&] {
    try {
      for (std::size_t number = next++; number < demonstration.size(); number = next++) {
        const DemonstrationFile file = demonstration.file(number);
        const auto done = desk.take_in(file.id, file.entries);
        if (done) continue;
        const std::lock_guard lock(mutex);
        if (!refusal) refusal = Problem{fmt::format("File {} of the demonstration was refused. {}", number, done.error().front().message), done.error().front().field};
        next = demonstration.size();
      }
    } catch (...) {
      const std::lock_guard lock(mutex);
      failure = std::current_exception();
      next = demonstration.size();
    }
  };
  std::vector<std::jthread> threads;
  for (unsigned i = 0; i < std::clamp(std::thread::hardware_concurrency(), 1U, most_threads); ++i) threads.emplace_back(work);
  threads.clear();   // joins
  if (failure) std::rethrow_exception(failure);
  if (refusal) return tl::unexpected(*refusal);
  return {};
}

Result<void> add_accounts(const Demonstration& demonstration, SignIn& sign_in, Instant now) {
  constexpr const char* no_password = "none";   // no hash, so no password fits it
  std::map<PersonId, Colleague> colleagues;
  for (Colleague& one : demonstration.colleagues()) colleagues.emplace(one.id, std::move(one));
  for (const DemonstrationSignIn& one : demonstration.sign_ins()) {
    const auto known = colleagues.find(one.person);   // families are nobody's colleagues
    const NewAccount account{.name = one.account, .password_hash = {}, .person = one.person, .roles = {one.role}, .team = known == colleagues.end() ? std::string{} : known->second.team,
                             .full_name = one.name, .workplace = known == colleagues.end() ? std::string{} : known->second.workplace};
    if (const auto added = sign_in.add_account(account, demonstration_password, {one.person, "demonstration", now}); !added) return tl::unexpected(added.error());
    colleagues.erase(one.person);
  }
  std::size_t number = 0;
  for (const auto& [person, one] : colleagues) {
    const NewAccount account{fmt::format("colleague.{}", ++number), no_password, person, {one.role}, one.team, one.name, one.workplace};
    if (const auto added = sign_in.accounts().add(account, {person, "demonstration", now}); !added) return tl::unexpected(added.error());
  }
  return {};
}

}  // namespace confer
