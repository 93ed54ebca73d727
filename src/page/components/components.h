#pragma once
// All components of a page. Each takes one struct of options and returns its markup: `components::button({.text = "Save"})`.
// They know nothing of families, conferences or the desk. Words are escaped; only Html stands as it is. An `href` is written as given, so
// it must be the program's own and never a person's.
#include "page/components/button.h"
#include "page/components/choices.h"
#include "page/components/date_input.h"
#include "page/components/error_summary.h"
#include "page/components/form_parts.h"
#include "page/components/frame.h"
#include "page/components/input.h"
#include "page/components/notices.h"
#include "page/components/select.h"
#include "page/components/summary_list.h"
#include "page/components/table.h"
#include "page/components/tabs.h"
#include "page/components/task_list.h"
#include "page/components/textarea.h"
#include "page/components/timeline.h"
#include "page/components/wayfinding.h"
