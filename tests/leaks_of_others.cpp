// What the leak checker is to pass over: one allocation that fontconfig makes once and keeps until the program ends. It is the library's own,
// does not grow, and hides nothing of ours: a leak is passed over only where fontconfig itself allocated it.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\n"; }
