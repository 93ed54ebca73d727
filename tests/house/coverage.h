#pragma once
// The catalogue of rules, accounted for: what in procedures/ cites each row, what proves it, and what docs/coverage.toml says by hand of the rest.
// For tests alone; every function takes what it reads, so that each is tried on samples too.
#include "coverage_marks.h"

namespace confer::house {

/// One row of docs/catalogue.csv.
struct CatalogueRow {
  std::string id, rule;
};

/// Something described in procedures/ that carries out rows of the catalogue.
struct Carrier {
  std::string at;                        ///< "procedures/england/time_limits.toml#first_review"
  std::string list = {};                 ///< The list it is a line of; empty for anything else.
  std::vector<std::string> rows = {};
  std::vector<std::string> proofs = {};  ///< Examples that hold it; empty where none was found.
};

/// What is said by hand of some rows.
struct ByHand {
  std::vector<std::string> rows;
  std::string state, why;                ///< "met", "planned" or "not met"; why, for the last two.
  std::vector<std::string> where, proved_by;
  bool until_cited = false;              ///< Gives way as soon as something in procedures/ cites the row.
};

struct Accounts {
  std::vector<std::string> prompts;                  ///< Lists whose lines only people can fulfil.
  std::map<std::string, std::string> documents;      ///< By "path#id": what proves a document, or what is added to one.
  std::vector<ByHand> by_hand;
};

/// The fields of comma separated text, quotes taken off; the first line is the heading and is left out.
inline std::vector<CatalogueRow> read_catalogue(const SourceFile& file) {
  std::vector<CatalogueRow> out;
  for (std::size_t i = 1; i < file.lines.size(); ++i) {
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (const char c : file.lines[i]) {
      if (c == '"') quoted = !quoted;
      else if (c == ',' && !quoted) fields.emplace_back();
      else if (c != '\r') fields.back() += c;
    }
    if (fields.size() > 2) out.push_back({fields[0], fields[2]});
  }
  return out;
}

inline Accounts read_accounts(const SourceFile& file) {
  const toml::table table = toml::parse(fmt::format("{}", fmt::join(file.lines, "\n")), file.path);
  Accounts out;
  out.prompts = texts(table, "prompts");
  for (const toml::table* one : tables(table, "document")) out.documents[(*one)["what"].value_or(std::string{})] = (*one)["proved_by"].value_or(std::string{});
  for (const toml::table* one : tables(table, "row")) {
    out.by_hand.push_back({texts(*one, "ids"), (*one)["state"].value_or(std::string{}), (*one)["why"].value_or(std::string{}), texts(*one, "where"), texts(*one, "proved_by"),
                           (*one)["until_cited"].value_or(false)});
  }
  return out;
}

/// Finds in the checkout what a path and a mark name: a worked example, a test, a place in procedures/ or in the program.
class Checkout {
 public:
  explicit Checkout(const Files& files) : files_(files) {}

  [[nodiscard]] const SourceFile* file(std::string_view path) const {
    const auto found = std::find_if(files_.begin(), files_.end(), [&](const SourceFile& one) { return one.path == path; });
    return found == files_.end() ? nullptr : &*found;
  }

  /// Whether "path#mark" is there. A mark in a test file is "Suite.name"; in procedures/ what `marks` knows of the file; elsewhere its last part after a dot
  /// stands somewhere in the file. A worked case or a list's example cannot be named without a mark: that it is there proves nothing.
  [[nodiscard]] bool holds(std::string_view place) const {
    const auto mark_at = place.find('#');
    const SourceFile* found = file(place.substr(0, mark_at));
    const bool any = found && (!is_example(found->path) || is_counting_example(found->path));
    if (!found || mark_at == std::string_view::npos) return any;
    const std::string_view mark = place.substr(mark_at + 1);
    const auto dot = mark.rfind('.');
    if (found->path.ends_with("_test.cpp")) {
      const std::string test = dot == std::string_view::npos ? std::string("(no suite)") : fmt::format("({}, {})", mark.substr(0, dot), mark.substr(dot + 1));
      return contains(*found, "TEST" + test) || contains(*found, "TEST_F" + test);
    }
    if (found->path.starts_with("procedures/")) return marks(*found).contains(std::string(mark));
    return contains(*found, dot == std::string_view::npos ? mark : mark.substr(dot + 1));
  }

  /// What can be pointed at in a file of procedures/, read once: see `coverage_marks.h`.
  [[nodiscard]] const std::set<std::string>& marks(const SourceFile& one) const {
    const auto known = marks_.find(one.path);
    return known != marks_.end() ? known->second : marks_.emplace(one.path, marks_of(one)).first->second;
  }

  /// The worked case of this name that holds a mark: of the rule's own folder before any other; empty when none does.
  [[nodiscard]] std::string example(std::string_view name, std::string_view folder, std::string_view mark) const {
    std::string best;
    int best_rank = -1;
    for (const SourceFile& one : files_) {
      if (!is_example(one.path) || !one.path.ends_with(fmt::format("/{}.toml", name)) || !marks(one).contains(std::string(mark))) continue;
      const int rank = one.path.starts_with(folder) ? 1 : 0;
      if (rank > best_rank) best = fmt::format("{}#{}", one.path, mark), best_rank = rank;
    }
    return best;
  }

  /// A worked case in which such a record, or an answer to this question of it that is no "no", is put on file: of the folder that describes it before
  /// Rotherham's, whose procedure the catalogue was read from for the most part, and that before any other.
  [[nodiscard]] std::string entry_of(const std::string& mark, std::string_view folder) const {
    std::string best;
    int best_rank = -1;
    for (const SourceFile& one : files_) {
      if (!one.path.ends_with(".jsonl") || !marks(one).contains(mark)) continue;
      const int rank = one.path.starts_with(folder) ? 2 : one.path.starts_with("procedures/local/rotherham/") ? 1 : 0;
      if (rank > best_rank) best = fmt::format("{}#{}", one.path, mark), best_rank = rank;
    }
    return best;
  }

  [[nodiscard]] const Files& files() const { return files_; }

 private:
  [[nodiscard]] static bool contains(const SourceFile& file, std::string_view text) {
    return std::any_of(file.lines.begin(), file.lines.end(), [&](const std::string& line) { return line.find(text) != std::string::npos; });
  }

  const Files& files_;
  mutable std::map<std::string, std::set<std::string>> marks_;
};

/// Everything in procedures/ that cites rows, in the order of the files.
class Carriers {
 public:
  Carriers(const Checkout& checkout, const Accounts& accounts) : checkout_(checkout), accounts_(accounts) {
    for (const SourceFile& file : checkout.files())
      if (file.path.starts_with("procedures/") && file.path.ends_with(".toml") && file.path.find("/examples/") == std::string::npos) read(file);
  }

  [[nodiscard]] const std::vector<Carrier>& all() const { return all_; }

 private:
  void read(const SourceFile& file) {
    const toml::table table = toml::parse(fmt::format("{}", fmt::join(file.lines, "\n")), file.path);
    const std::string folder = folder_of(file.path);
    const std::string lists = folder + "examples/lists.toml";
    for (const toml::table* all : tables(table, "list"))
      for (const auto& [name, node] : *all)
        for (const toml::table* item : tables(*all, name.str())) add(*item, file, fmt::format("{}.{}", name.str(), id(*item)), std::string(name.str()), {fmt::format("{}#{}.{}", lists, name.str(), id(*item))});
    for (const toml::table* one : tables(table, "quorum")) add(*one, file, "quorum", {}, {lists + "#quorum"});
    for (const toml::table* one : tables(table, "record")) {
      add(*one, file, id(*one), {}, {checkout_.entry_of(id(*one), folder)});
      for (const toml::table* question : tables(*one, "question")) {
        const std::string mark = fmt::format("{}.{}", id(*one), id(*question));
        add(*question, file, mark, {}, {checkout_.entry_of(mark, folder)});
      }
    }
    for (const std::string_view key : {"time_limit", "adds", "access"})
      for (const toml::table* one : tables(table, key)) {
        add(*one, file, id(*one), {}, examples(*one, folder));
        for (const toml::table* turn : tables(*one, "becomes")) add(*turn, file, id(*one), {}, examples(*one, folder));
      }
    for (const std::string_view key : {"document", "adds_to_document"})
      for (const toml::table* one : tables(table, key)) {
        const auto proof = accounts_.documents.find(fmt::format("{}#{}", file.path, id(*one)));
        add(*one, file, id(*one), {}, {proof == accounts_.documents.end() ? std::string{} : proof->second});
      }
  }

  void add(const toml::table& table, const SourceFile& file, const std::string& name, std::string list, std::vector<std::string> proofs) {
    Carrier out{fmt::format("{}#{}", file.path, name), std::move(list), texts(table, "catalogue"), {}};
    for (std::string& proof : proofs)
      if (!proof.empty()) out.proofs.push_back(std::move(proof));
    if (!out.rows.empty()) all_.push_back(std::move(out));
  }

  /// The procedure's folder that a file lies in: the nearest above it with a procedure.toml.
  [[nodiscard]] std::string folder_of(std::string_view path) const {
    for (auto slash = path.rfind('/'); slash != std::string_view::npos; slash = path.substr(0, slash).rfind('/')) {
      const std::string folder(path.substr(0, slash + 1));
      if (checkout_.file(folder + "procedure.toml")) return folder;
    }
    return {};
  }

  /// Its worked cases, each at the line that it stands in: for an access line who sees what, else when it is due. Of what is added to a limit without
  /// naming one, those of its folder that hold the limit.
  [[nodiscard]] std::vector<std::string> examples(const toml::table& table, const std::string& folder) const {
    const std::string mark = table.contains("relation") || table.contains("classes") ? std::string("sees") : id(table);
    const std::vector<std::string> named = texts(table, "examples");
    std::vector<std::string> out;
    for (const std::string& name : named) out.push_back(checkout_.example(name, folder, mark));
    if (named.empty() && table.contains("to"))
      for (const SourceFile& file : checkout_.files())
        if (file.path.starts_with(folder + "examples/") && file.path.ends_with(".toml") && checkout_.marks(file).contains(mark)) return {fmt::format("{}#{}", file.path, mark)};
    return out;
  }

  const Checkout& checkout_;
  const Accounts& accounts_;
  std::vector<Carrier> all_;
};

}   // namespace confer::house
