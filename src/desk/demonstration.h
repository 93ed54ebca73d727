#pragma once
// The demonstration: an invented unit's work as it stands today, taken in through the desk like anyone's, and people to sign in as. Wholly
// invented; nothing of it belongs in a real store.
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "desk/desk.h"
#include "desk/sign_in.h"

namespace confer {

struct Colleague;
struct DemonstrationFile;
struct WorkedCase;

/// What a demonstration is made from; the same gives the same entries, byte for byte.
struct DemonstrationOptions {
  std::filesystem::path procedures;   ///< The folder that holds the worked cases beside the procedures.
  Date today;
  std::size_t families = 300;         ///< At least the worked cases are told, however few are asked for.
  std::uint64_t seed = 1;
};

/// Somebody whom a visitor can be.
struct DemonstrationSignIn {
  std::string account;   ///< What is typed: "social.worker".
  std::string name;
  std::string role;      ///< Id of the role.
  PersonId person;
  std::string file;      ///< Reference of the family whose conference is today, on which all of them stand.
};

/// The password of every sign-in: printed, the same everywhere, and so for demonstrations only.
inline constexpr std::string_view demonstration_password = "seven paper lanterns by the canal";

/// An invented unit. Files are made one at a time when asked for, so that ten thousand need no more memory than one.
class Demonstration {
 public:
  ~Demonstration();
  /// Refused when the procedure does not load or a worked case is missing.
  [[nodiscard]] static Result<std::unique_ptr<const Demonstration>> make(const DemonstrationOptions& options);

  /// How many files there are; the worked cases come first.
  [[nodiscard]] std::size_t size() const noexcept;
  /// The file of a number below size(). May be called from several threads.
  [[nodiscard]] DemonstrationFile file(std::size_t number) const;
  /// Everybody who works in it, with their team where they have one.
  [[nodiscard]] std::vector<Colleague> colleagues() const;
  /// Everybody a visitor can be.
  [[nodiscard]] const std::vector<DemonstrationSignIn>& sign_ins() const& noexcept;
  const std::vector<DemonstrationSignIn>& sign_ins() const&& = delete;

 private:
  struct Parts;

  explicit Demonstration(std::unique_ptr<Parts> parts);
  void gather_sign_ins(const std::vector<WorkedCase>& told);

  std::unique_ptr<Parts> parts_;
};

/// Takes every file in through the desk. Refused with the number of the first that the desk refuses.
[[nodiscard]] Result<void> take_in(const Demonstration& demonstration, Desk& desk);
/// Adds every sign-in's account, and for each of their colleagues one that nobody can sign in with: teams are told by accounts, and whoever has one
/// can be put on a family's file. Each carries a name and a workplace.
[[nodiscard]] Result<void> add_accounts(const Demonstration& demonstration, SignIn& sign_in, Instant now);

}  // namespace confer
