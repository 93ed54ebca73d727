#pragma once
// HTTP/1.1 and nothing else: reads requests within stated limits, hands them to one handler, sends what it answers. It knows no page, no
// reader and no word of the field. The one place that includes Beast is server.cpp.
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "page/http.h"

namespace confer {

/// How long the server waits, by the clock on the wall, before it cuts a connection without a word.
struct ServerPatience {
  std::chrono::milliseconds idle{60'000};     ///< For the first byte of a request.
  std::chrono::milliseconds header{10'000};   ///< From the first byte to the end of the headers.
  std::chrono::milliseconds body{60'000};     ///< From the end of the headers to the end of the body.
  std::chrono::milliseconds write{60'000};    ///< For the other end to take an answer.
  std::chrono::milliseconds linger{2'000};    ///< After a refusal, for the other end to stop sending so that it can read why.
  std::chrono::milliseconds stop{10'000};     ///< For running requests to finish once stop() is called.
};

/// How much the server takes.
struct ServerLimits {
  std::size_t header_bytes = 16 * 1024;      ///< Request line and headers together; beyond it 431.
  std::size_t header_fields = 100;           ///< Beyond it 431.
  std::size_t body_bytes = 1024 * 1024;      ///< Of a body, decoded; beyond it 413.
  std::size_t connections = 4'096;           ///< Open at once; beyond it 503 and a closed connection. Fewer where the system allows fewer open files.
};

/// Where a server listens, and how.
struct ServerOptions {
  std::string host = "127.0.0.1";                   ///< An address of this machine, not a name.
  std::uint16_t port = 0;                           ///< 0 lets the system choose one: see Server::port().
  int threads = 0;                                  ///< 0 for twice as many as the machine has processors, at least four: a handler waits for the disk.
  ServerPatience patience = {};
  ServerLimits limits = {};
  std::vector<std::string> trusted_proxies = {};    ///< Peers whose last X-Forwarded-For address is believed.
  /// Makes the answer to what no handler sees (400, 405, 413, 417, 431, 501, 503), and to a handler that failed (500); empty for a plain line. The
  /// path is empty where it could not be read.
  std::function<Response(int status, std::string_view path)> refusal = {};
  /// Whether a request takes long (a password's hash, a whole document set): it is answered on a few threads apart. Empty for none.
  std::function<bool(const Request&)> takes_long = {};
  std::function<void(std::string_view)> log = {};   ///< One line for the operator, without personal words; may be called from several threads.
};

/// The address cannot be listened on: taken, not of this machine, or not permitted.
class ServerFailure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Serves one handler on one address, on threads of its own.
class Server {
 public:
  explicit Server(ServerOptions options);
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  /// Stops, if it was not stopped before.
  ~Server();

  /// Listens, and returns once connections are taken. Throws ServerFailure. At most once for each server.
  void start(Handler handler);
  /// The port listened on; 0 before start().
  [[nodiscard]] std::uint16_t port() const noexcept;
  /// Takes no more connections, lets running requests finish within `patience.stop`, then ends. A second call does nothing.
  void stop();
  /// Connections open now.
  [[nodiscard]] std::size_t connections() const noexcept;

  struct Running;   ///< Known to server.cpp alone.

 private:
  std::unique_ptr<Running> running_;
};

}  // namespace confer
