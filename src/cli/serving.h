#pragma once
// What `serve` and `demo` share: an address to listen on, the files that pages load, and serving until somebody asks to stop.
#include <filesystem>
#include <functional>

#include "base/result.h"
#include "desk/desk.h"
#include "desk/sign_in.h"

namespace confer::cli {

/// Where a server listens.
struct ListenAddress {
  std::string host;
  std::uint16_t port = 0;

  bool operator==(const ListenAddress&) const = default;
};

/// Reads "127.0.0.1:8080" or "[::1]:8080". Port 0 lets the system choose. Refused, on field "listen", for anything else.
[[nodiscard]] Result<ListenAddress> read_listen_address(std::string_view text);
/// "http://127.0.0.1:8080/", with brackets where the host needs them.
[[nodiscard]] std::string web_address(const std::string& host, std::uint16_t port);

/// The folder of files that pages load: build/look of the nearest folder above this program that has one, else /usr/share/confer/look.
[[nodiscard]] std::filesystem::path own_look();

/// Keeps SIGINT and SIGTERM from ending the program, in this thread and all begun later: serve_until_asked_to_stop waits for them.
void hold_stop_signals();

/// Serves the pages, calls `listening` with the address once connections are taken, and returns after SIGINT or SIGTERM, when running
/// requests have finished. hold_stop_signals() comes first, before any thread begins. Throws ServerFailure.
void serve_until_asked_to_stop(Desk& desk, SignIn& sign_in, const ListenAddress& where, const std::function<void(const std::string& address)>& listening);

}  // namespace confer::cli
