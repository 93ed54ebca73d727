#include "document/procedure_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "catalogue/in_words.h"

namespace confer::document {
namespace {

std::string role_title(const Described& procedure, const std::string& id) {
  if (id == "any") return "Everyone";
  const Role* role = procedure.role(id);
  return role ? role->title.en : id;
}

/// "Rotherham Safeguarding Children Partnership: …, Timing".
std::string cited(const Described& procedure, const Citation& cites) {
  const Source* source = procedure.source(cites.source);
  const std::string title = source ? source->title : cites.source;
  return cites.at.empty() ? title : fmt::format("{}, {}", title, cites.at);
}

/// Writes a procedure, section by section.
class Writer {
 public:
  explicit Writer(const Described& procedure) : procedure_(procedure) {}

  std::vector<Block> all() {
    opening();
    time_limits();
    quorum();
    departures();
    lists();
    documents();
    access();
    roles();
    words();
    states();
    sources();
    return std::move(out_);
  }

 private:
  using Rows = std::vector<std::vector<std::string>>;

  void heading(int level, std::string words, std::string anchor = {}) { out_.push_back(Heading{level, std::move(words), std::move(anchor)}); }
  void say(std::string words) { out_.push_back(paragraph(std::move(words))); }
  void table(std::string caption, std::vector<std::string> header, Rows rows, std::vector<std::string> anchors = {}) {
    if (!rows.empty()) out_.push_back(Table{std::move(caption), std::move(header), Table::HeaderColumn::first, std::move(rows), std::move(anchors)});
  }

  void opening() {
    say("This is the procedure that is in force here: what has to be done, by when, by whom, and who may see what. Confer works by exactly what stands on this page. "
        "Each line names the text that it is taken from; those texts stand at the end.");
  }

  void time_limits() {
    heading(1, "Time limits", "time-limits");
    if (procedure_.holidays)
      say(fmt::format("Working days leave out Saturdays, Sundays and bank holidays. The bank holidays are known from {} to {}; beyond that no working day is counted.",
                      procedure_.holidays->first.written(), procedure_.holidays->last.written()));
    Rows rows;
    std::vector<std::string> anchors;
    for (const TimeLimit& limit : procedure_.time_limits) {
      rows.push_back({limit.what.en + in_force(limit), by_when(limit), in_words(limit.anchors, procedure_), procedure_.owner_title(limit).en,
                      limit.departure_by.empty() ? "Nobody is named" : fmt::format("{}, consulted first", role_title(procedure_, limit.departure_by)), cited(procedure_, limit.cites)});
      anchors.push_back(procedure_.time_limit(limit.id) == &limit ? "limit-" + limit.id : std::string{});   // of several editions the latest
    }
    if (!procedure_.closures.empty()) {
      List days;
      for (const ClosureDay& one : procedure_.closures) days.items.push_back(paragraph(fmt::format("{}: {}", one.day.written(), one.name.en)));
      say("On these days the offices here are shut. They count, and nothing is booked on them.");
      out_.push_back(std::move(days));
    }
    table("What is due, and by when", {"What", "By when", "Counted from", "Whose duty", "Who may depart from it", "Source"}, std::move(rows), std::move(anchors));
  }

  /// For a limit that changed over the years: which days it counts for.
  static std::string in_force(const TimeLimit& limit) {
    const std::string stretch = in_force(limit, "for what began");
    return stretch.empty() ? stretch : " (" + stretch + ")";
  }

  /// For which days something holds; empty for all.
  template <class Dated>
  static std::string in_force(const Dated& one, std::string_view whom) {
    const std::string stretch = confer::in_words(one.in_force_from, one.in_force_to);
    return stretch.empty() ? stretch : fmt::format("{} {}", whom, stretch);
  }

  [[nodiscard]] std::string by_when(const TimeLimit& limit) const {
    if (!limit.limit) return (limit.no_number.en.empty() ? "No number has been published" : limit.no_number.en + " (no number is given)") + changes(limit);
    std::string out = fmt::format("{} {}", limit.limit->written(), limit.before ? "before" : "after");
    if (limit.strict) out += fmt::format("; read more strictly, {}", limit.strict->written());
    if (limit.window) out += "; it may be done, and need not be";
    return out + changes(limit);
  }

  /// What the limit turns into when circumstances change, each change with what brings it about.
  [[nodiscard]] std::string changes(const TimeLimit& limit) const {
    std::string out;
    if (limit.over_age > 0) out += fmt::format(". For a child over {}", limit.over_age);
    if (limit.reference_for == ChildGroup::all) out += ". A day to go by, and never late";
    if (limit.reference_for == ChildGroup::unborn) out += ". For an unborn child this is a day to go by, and never late";
    for (const Becomes& one : limit.becomes) {
      out += one.at_age > 0 ? fmt::format(". Once the child is {}: ", one.at_age) : fmt::format(". If this comes: {}; then: ", in_words(one.on, procedure_));
      out += one.ends ? "it ends" : one.counts ? anew(one) : without_stop(one.says.en);
    }
    return out;
  }

  static std::string anew(const Becomes& one) {
    const std::string counted = fmt::format("{} after that", one.counts->written());
    switch (one.whichever) {
      case Becomes::Whichever::instead: return counted + " instead";
      case Becomes::Whichever::earlier: return counted + ", where that comes sooner";
      case Becomes::Whichever::later: return counted + ", where that comes later";
    }
    mistake("every way to choose between two limits is told apart", __FILE__, __LINE__);
  }

  static std::string without_stop(std::string sentence) {
    if (sentence.ends_with('.')) sentence.pop_back();
    return sentence;
  }

  /// Where this procedure asks less than the one it builds on, and why it may.
  void departures() {
    List out;
    for (const TimeLimit& limit : procedure_.time_limits)
      for (const DepartsFrom& one : limit.departs) out.items.push_back(paragraph(fmt::format("{}: {} ({})", limit.what.en, one.reason, cited(procedure_, {one.source, {}, {}}))));
    for (const Quorum& one : procedure_.quorums)
      if (one.departs) out.items.push_back(paragraph(fmt::format("Who must be there: {} ({})", one.departs->reason, cited(procedure_, {one.departs->source, {}, {}}))));
    if (out.items.empty()) return;
    heading(1, "Where this procedure asks less than the one it builds on", "departures");
    out_.push_back(std::move(out));
  }

  void quorum() {
    const Words& none = procedure_.term("quorum_none");
    if (procedure_.quorums.empty() && none.en.empty()) return;
    heading(1, "Who must be there", "quorum");
    if (procedure_.quorums.empty()) say(none.en);
    for (auto one = procedure_.quorums.rbegin(); one != procedure_.quorums.rend(); ++one) {
      this->quorum(*one);
      if (!one->in_force_from && !one->in_force_to) return;   // what stands behind it is never asked
    }
  }

  void quorum(const Quorum& quorum) {
    if (const std::string stretch = in_force(quorum, "For conferences"); !stretch.empty()) say(stretch + ":");
    say(fmt::format("This is looked at for each child apart. {} must be there, and at least {} other {} that {} worked directly with this child. Where that is not so, the chair "
                    "decides for this child whether the conference goes ahead, and says why.",
                    title_in("agency", quorum.agency), quorum.other_agencies, quorum.other_agencies == 1 ? "agency" : "agencies", quorum.other_agencies == 1 ? "has" : "have"));
    say(fmt::format("Source: {}", cited(procedure_, quorum.cites)));
  }

  [[nodiscard]] std::string title_in(std::string_view list, const std::string& id) const {
    for (const ListItem& item : procedure_.list(list))
      if (item.id == id) return item.title.en;
    return id;
  }

  /// The lists by their titles, in the order in which they are described.
  void lists() {
    struct Named {
      const std::string* id;
      const Words* title;
      const std::vector<ListItem>* items;
    };
    std::vector<Named> named;
    for (const auto& [name, items] : procedure_.lists)
      if (const Words& title = procedure_.term("list_" + name); !items.empty()) named.push_back({&name, &title, &items});
    std::stable_sort(named.begin(), named.end(), [](const Named& left, const Named& right) {
      const Place &a = left.items->front().place, &b = right.items->front().place;
      return std::tie(a.file, a.line) < std::tie(b.file, b.line);
    });
    for (const Named& one : named) list(*one.id, *one.title, *one.items);
  }

  void list(const std::string& id, const Words& title, const std::vector<ListItem>& items) {
    heading(1, title.en, "list-" + id);
    List out{List::Kind::numbered, {}};
    for (const ListItem& item : items) {
      Paragraph line{{Run{item.title.en, item.hint.en.empty() ? Weight::plain : Weight::strong}}};
      const bool ends = item.title.en.ends_with('.') || item.title.en.ends_with('?');
      if (!item.hint.en.empty()) line.runs.push_back(Run{(ends ? " " : ". ") + item.hint.en});
      if (const std::string stretch = in_force(item, "in force"); !stretch.empty()) line.runs.push_back(Run{" (" + stretch + ")"});
      out.items.push_back(std::move(line));
    }
    out_.push_back(std::move(out));
    say("Source: " + sources_of(items));
  }

  /// Each text that the lines are taken from, once, with the parts of it.
  [[nodiscard]] std::string sources_of(const std::vector<ListItem>& items) const {
    std::vector<std::pair<std::string, std::vector<std::string>>> from;
    for (const ListItem& item : items) {
      const std::string title = cited(procedure_, {item.cites.source, {}, {}});
      auto known = std::find_if(from.begin(), from.end(), [&](const auto& one) { return one.first == title; });
      if (known == from.end()) known = from.insert(from.end(), {title, {}});
      auto& parts = known->second;
      if (!item.cites.at.empty() && std::find(parts.begin(), parts.end(), item.cites.at) == parts.end()) parts.push_back(item.cites.at);
    }
    std::vector<std::string> all;
    for (const auto& [title, parts] : from) all.push_back(parts.empty() ? title : fmt::format("{} ({})", title, joined(parts, "; ")));
    return joined(all, "; ");
  }

  static std::string joined(const std::vector<std::string>& all, std::string_view between) {
    std::string out;
    for (const std::string& one : all) out += (out.empty() ? "" : std::string(between)) + one;
    return out;
  }

  void documents() {
    if (procedure_.documents.empty()) return;
    heading(1, "Documents, and who is given them", "documents");
    Rows rows;
    for (const DocumentType& document : procedure_.documents) {
      std::vector<std::string> whom, due;
      for (const std::string& standing : document.for_standings) whom.push_back(title_in("standing", standing));
      for (const std::string& id : document.due_by)
        if (const TimeLimit* limit = procedure_.time_limit(id)) due.push_back(fmt::format("{}: {}", limit->what.en, by_when(*limit)));
      rows.push_back({document.title.en, joined(whom, ", "), due.empty() ? "No limit is given" : joined(due, "; "),
                      document.needs_release ? "Yes" : "No", cited(procedure_, document.cites)});
    }
    table("Each copy is made for one person, from what that person may see", {"Document", "Who is given it", "By when", "Does the chair look at each copy first?", "Source"}, std::move(rows));
  }

  /// By those it speaks of, so that everyone finds their own lines together.
  void access() {
    heading(1, "Who may see what", "access");
    say("Nothing is shown to anybody unless a line here says so. A line that says never is stronger than any other.");
    std::vector<std::pair<std::string, List>> groups;
    for (const AccessLine& line : procedure_.access) {
      std::vector<std::string> roles;
      for (const std::string& role : line.roles) roles.push_back(role_title(procedure_, role));
      std::string who = joined(roles, ", ");
      auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& one) { return one.first == who; });
      if (group == groups.end()) group = groups.insert(groups.end(), {std::move(who), List{}});
      group->second.items.push_back(paragraph(in_words(line, procedure_)));
    }
    for (auto& [who, lines] : groups) {
      heading(2, who);
      out_.push_back(std::move(lines));
    }
  }

  void roles() {
    heading(1, "Roles", "roles");
    Rows rows;
    for (const Role& role : procedure_.roles)
      rows.push_back({called(role_term(role.id), role.title), role.agency.empty() ? "" : title_in("agency", role.agency), role.standing});
    table("What people are in the work", {"Role", "Agency", "Counts as"}, std::move(rows));
  }

  /// What something is called, with the days where that changes.
  [[nodiscard]] std::string called(std::string_view term, const Words& now) const { return procedure_.said_over_time(term).size() > 1 ? over_time(term, procedure_) : now.en; }

  /// What is called by which name here: whatever the procedure has a label for.
  void words() {
    constexpr std::string_view label = "called_";
    Rows rows;
    for (const auto& [name, words] : procedure_.words)
      if (name.starts_with(label)) {
        const std::string of = name.substr(label.size());
        rows.push_back({words.en, called(of, procedure_.term(of)), procedure_.term(of).cy});
      }
    if (rows.empty()) return;
    heading(1, "What things are called here", "called");
    const bool welsh = std::any_of(rows.begin(), rows.end(), [](const auto& row) { return !row.back().empty(); });
    std::vector<std::string> header = {"What", "Called", "In Welsh"};
    if (!welsh) {
      header.pop_back();
      for (auto& row : rows) row.pop_back();
    }
    table("The words of this procedure, for what is called otherwise elsewhere", std::move(header), std::move(rows));
  }

  void states() {
    List states;
    for (const auto& [name, words] : procedure_.words)
      if (name.starts_with("state_")) states.items.push_back(paragraph(words.en));
    if (states.items.empty()) return;
    heading(1, "Words for where a child is in the process", "words");
    out_.push_back(std::move(states));
  }

  void sources() {
    heading(1, "Sources", "sources");
    for (const Source& source : procedure_.sources) {
      Paragraph line{{Run{source.title, Weight::strong}}};
      if (!source.edition.empty()) line.runs.push_back(Run{fmt::format(", edition {}", source.edition)});
      if (source.in_force_from) line.runs.push_back(Run{fmt::format(", in force from {}", source.in_force_from->written())});
      if (source.in_force_to) line.runs.push_back(Run{fmt::format(" to {}", source.in_force_to->written())});
      line.runs.push_back(Run{". "});
      if (!source.address.empty()) line.runs.push_back(Run{source.address, Weight::plain, source.address});
      out_.push_back(std::move(line));
    }
  }

  const Described& procedure_;
  std::vector<Block> out_;
};

}  // namespace

Result<Document> procedure_text(const Described& procedure, Date issued_on) {
  Document out;
  out.title = fmt::format("Our procedure: {}", procedure.title.en);
  out.issued_on = issued_on;
  out.blocks = Writer(procedure).all();
  return checked(std::move(out));
}

}  // namespace confer::document
