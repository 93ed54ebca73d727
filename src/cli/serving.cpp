#include "cli/serving.h"

#include <fmt/format.h>

#include <charconv>
#include <csignal>
#include <iostream>

#include "page/site.h"
#include "server/server.h"

namespace confer::cli {
namespace {

sigset_t stop_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  return set;
}

tl::unexpected<Problem> bad_address() { return refused("Say where to listen as HOST:PORT, such as 127.0.0.1:8080 or [::1]:8080.", "listen"); }

bool is_host_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == '.' || c == ':';
}

}  // namespace

Result<ListenAddress> read_listen_address(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return bad_address();
  std::string_view host = text.substr(0, colon);
  const std::string_view digits = text.substr(colon + 1);
  const bool bracketed = host.starts_with('[') && host.ends_with(']');
  if (bracketed) host = host.substr(1, host.size() - 2);
  const bool is_v6 = host.find(':') != std::string_view::npos;
  if (host.empty() || is_v6 != bracketed || !std::all_of(host.begin(), host.end(), is_host_character)) return bad_address();
  ListenAddress out{std::string(host), 0};
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out.port);
  if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) return bad_address();
  return out;
}

std::string web_address(const std::string& host, std::uint16_t port) {
  return host.find(':') == std::string::npos ? fmt::format("http://{}:{}/", host, port) : fmt::format("http://[{}]:{}/", host, port);
}

std::filesystem::path own_look() {
  std::error_code error;
  auto folder = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
  for (; !folder.empty() && folder != folder.root_path(); folder = folder.parent_path())
    if (std::filesystem::exists(folder / "build/look/confer.css")) return folder / "build/look";
  return "/usr/share/confer/look";
}

void hold_stop_signals() {
  const sigset_t set = stop_signals();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

void serve_until_asked_to_stop(Desk& desk, SignIn& sign_in, const ListenAddress& where, const std::function<void(const std::string&)>& listening) {
  Site site{desk, sign_in};
  const auto look = own_look();
  if (std::filesystem::exists(look)) site.look = read_look(look.string());
  else std::cerr << "confer: the files that pages load are not there, so pages come without their look. Run setup/look, then start again.\n";
  ServerOptions options;
  options.host = where.host;
  options.port = where.port;
  options.refusal = refusal;
  options.takes_long = takes_long;
  options.log = [](std::string_view line) { std::cerr << fmt::format("confer: {}\n", line); };
  Server server(std::move(options));
  server.start(pages(site));
  listening(web_address(where.host, server.port()));
  const sigset_t set = stop_signals();
  int signal = 0;
  while (sigwait(&set, &signal) != 0) {
  }
  server.stop();
}

}  // namespace confer::cli
