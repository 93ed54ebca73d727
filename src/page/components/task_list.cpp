#include "page/components/task_list.h"

namespace confer::components {
namespace {

void add_tag(Html& page, const Tag& options) {
  Element(page, "<strong").classes({"govuk-tag", options.classes}).also(options.attributes);
  add_content(page, options.text, options.html);
  page += "</strong>";
}

bool given(const TaskHint& hint) { return !hint.text.empty() || !hint.html.empty(); }

void open_title(Html& page, const Task& task, const std::string& id) {
  if (task.href.empty()) {
    Element tag(page, "<div");
    if (!task.title.classes.empty()) tag.classes({task.title.classes});
    return;
  }
  Element tag(page, "<a");
  tag.classes({"govuk-link govuk-task-list__link", task.title.classes}).with("href", task.href);
  given(task.hint) ? tag.with("aria-describedby", id, "-hint ", id, "-status") : tag.with("aria-describedby", id, "-status");
}

void add_hint(Html& page, const TaskHint& hint, const std::string& id) {
  if (!given(hint)) return;
  Element(page, "<div").with("id", id, "-hint").classes({"govuk-task-list__hint"});
  add_content(page, hint.text, hint.html);
  page += "</div>";
}

void add_status(Html& page, const TaskStatus& status, const std::string& id) {
  Element(page, "<div").classes({"govuk-task-list__status", status.classes}).with("id", id, "-status");
  status.tag ? add_tag(page, *status.tag) : add_content(page, status.text, status.html);
  page += "</div>";
}

void add_task(Html& page, const Task& task, const std::string& id) {
  Element(page, "<li").classes({"govuk-task-list__item", task.href.empty() ? "" : "govuk-task-list__item--with-link", task.classes});
  page += "<div class=\"govuk-task-list__name-and-hint\">";
  open_title(page, task, id);
  add_content(page, task.title.text, task.title.html);
  page += task.href.empty() ? html::Literal("</div>") : html::Literal("</a>");
  add_hint(page, task.hint, id);
  page += "</div>";
  add_status(page, task.status, id);
  page += "</li>";
}

}  // namespace

Html tag(const Tag& options) {
  Html page;
  add_tag(page, options);
  return page;
}

Html task_list(const TaskList& options) {
  Html page;
  Element(page, "<ul").classes({"govuk-task-list", options.classes}).also(options.attributes);
  std::size_t place = 0;
  for (const auto& task : options.items) add_task(page, task, options.id_prefix + "-" + std::to_string(++place));
  page += "</ul>";
  return page;
}

}  // namespace confer::components
