#include <fstream>
#include <iostream>

#include "cli/command.h"
#include "desk/copy_of_file.h"
#include "document/renderings.h"

namespace confer::cli {
namespace {

struct Options {
  CopyQuestion question;
  std::string format = "text", output;
};

std::string rendered(const Document& copy, const std::string& format) {
  if (format == "html") return document::as_html_page(copy).release();
  if (format == "pdf") return document::as_pdf(copy);
  return document::as_plain_text(copy);
}

void run(const Options& options, Context& context) {
  if (options.question.person.empty()) return say(context, {"Say whose copy it is, by the id that the file uses.", "for"});
  ProcedureShelf shelf = context.shelf();
  const auto copy = copy_of_file(options.question, shelf);
  if (!copy) return say(context, copy.error());
  const std::string bytes = rendered(*copy, options.format);
  if (options.output.empty() || options.output == "-") {
    std::cout << bytes << std::flush;
    return;
  }
  std::ofstream out(options.output, std::ios::binary);
  if (!out.write(bytes.data(), static_cast<std::streamsize>(bytes.size())) || !out.flush())
    return say(context, {"The copy could not be written there. Check the path.", "-o"});
}

}  // namespace

void add_document(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("document", "One reader's copy of a document");
  auto options = std::make_shared<Options>();
  add_file_question(*command, options->question.file, context);
  command->add_option("NAME", options->question.document, "Which document, such as record; a name that the procedure does not know is answered with those it does")->required();
  command->add_option("--for", options->question.person, "Whose copy, by the id that the file uses")->required();
  command->add_option("--role", options->question.role, "In which role; else the one that the reader has on the file");
  command->add_option("--conference", options->question.conference, "Of which conference; else the last that the reader may know of");
  command->add_option("--format", options->format, "How it is written")->check(CLI::IsMember({"html", "pdf", "text"}))->capture_default_str();
  command->add_option("-o,--output", options->output, "Where to; else to standard output");
  command->callback([options, &context] { run(*options, context); });
}

}  // namespace confer::cli
