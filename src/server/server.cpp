#include "server/server.h"

#include <atomic>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/core/demangle.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/status.hpp>
#include <boost/beast/http/string_body.hpp>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <sys/resource.h>
#include <thread>
#include <typeinfo>
#include <unordered_set>

#include "server/head.h"
#include "server/target.h"

namespace confer {
namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using tcp = net::ip::tcp;
using boost::system::error_code;

constexpr auto quietly = net::as_tuple(net::use_awaitable);   // an error is a value: the other end going away is no exception

/// What reading one step came to.
enum class Step { done, ended, refused };

/// A handler waits for the access log to reach the disk, so there are more threads than processors; with many more, each answer would wait for all
/// others' turns.
constexpr int threads_for_each_processor = 2, fewest_threads = 4;

/// For requests that take long: as many as may sign in at once before the next is told to try again.
constexpr int patient_threads = 4;

/// Bytes taken from the wire at once.
constexpr std::size_t read_bytes = 16 * 1024;

/// The status for what the parser could not take.
int status_of(const error_code& error) noexcept {
  if (error == http::error::header_limit || error == http::error::buffer_overflow) return 431;
  if (error == http::error::body_limit) return 413;
  return 400;
}

Method method_of(http::verb verb) noexcept {
  if (verb == http::verb::get) return Method::get;
  if (verb == http::verb::head) return Method::head;
  if (verb == http::verb::post) return Method::post;
  return Method::other;
}

std::string lower_case(boost::string_view name) {
  std::string out(name.data(), name.size());
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return out;
}

std::int64_t now_seconds() noexcept {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

Response plain_refusal(int status, std::string_view) {
  return {.status = status, .headers = {{"Content-Type", "text/plain; charset=utf-8"}}, .body = "This request could not be answered.\n"};
}

void log_to_stderr(std::string_view line) { std::fprintf(stderr, "%.*s\n", static_cast<int>(line.size()), line.data()); }

/// How many connections the system lets us hold: raises the limit on open files as far as it may, and leaves some for databases and the like.
std::size_t possible_connections(std::size_t wanted) noexcept {
  constexpr rlim_t other_files = 128;
  rlimit files{};
  if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return wanted;
  files.rlim_cur = std::min(files.rlim_max, std::max<rlim_t>(files.rlim_cur, wanted + 2 * other_files));
  if (::setrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur < 2 * other_files) return wanted;
  return std::min<std::size_t>(wanted, files.rlim_cur - other_files);
}

class Connection;

}  // namespace

/// What the threads and the connections share. The context goes last, and with it whatever stop() did not wait for.
struct Server::Running {
  explicit Running(ServerOptions given) : options(std::move(given)), acceptor(net::make_strand(context)) {
    if (!options.refusal) options.refusal = plain_refusal;
    if (!options.log) options.log = log_to_stderr;
    options.limits.connections = possible_connections(options.limits.connections);
    if (options.threads <= 0) options.threads = std::max(fewest_threads, threads_for_each_processor * static_cast<int>(std::thread::hardware_concurrency()));
    if (!options.takes_long) options.takes_long = [](const Request&) { return false; };
  }

  void listen();
  net::awaitable<void> accept();
  void add(const std::shared_ptr<Connection>& connection);
  void remove(const std::shared_ptr<Connection>& connection) noexcept;
  void finish();
  /// The handler's answer, or the refusal for 500 when it failed.
  [[nodiscard]] Response answer(const Request& request) const noexcept;
  /// The same, on the threads for what takes long.
  [[nodiscard]] net::awaitable<Response> answer_patiently(const Request& request);
  /// The refusal for a status; a plain one when the hook itself fails.
  [[nodiscard]] Response refuse(int status, std::string_view path) const noexcept;

  ServerOptions options;
  Handler handler;
  net::io_context context;
  net::thread_pool patient{patient_threads};   // for what takes long, so that nobody else waits behind it
  tcp::acceptor acceptor;                      // used on its own strand only
  std::uint16_t port = 0;
  std::vector<std::thread> threads;
  std::atomic<bool> stopping = false;

  mutable std::mutex mutex;   // guards what follows
  std::condition_variable emptied;
  std::unordered_set<std::shared_ptr<Connection>> open;
};

namespace {

/// One connection: requests one after another, each answered before the next is read. Lives on one strand.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(Server::Running& server, tcp::socket socket)
      : server_(&server), stream_(std::move(socket)), buffer_(server.options.limits.header_bytes + 4 * read_bytes) {
    error_code error;
    stream_.socket().set_option(tcp::no_delay(true), error);
    const auto peer = stream_.socket().remote_endpoint(error);
    if (!error) peer_ = peer.address().to_string();
  }

  net::awaitable<void> serve();
  /// Answers 503 without reading, then closes.
  net::awaitable<void> turn_away();
  /// Closes it if it waits for a request; may be called from any thread.
  void close_if_idle() {
    net::post(stream_.get_executor(), [self = shared_from_this()] {
      if (self->idle_) self->stream_.close();
    });
  }
  /// Closes it whatever it does; only once no thread runs any more.
  void cut() { stream_.close(); }
  [[nodiscard]] auto executor() { return stream_.get_executor(); }

 private:
  using Parser = http::request_parser<http::string_body>;

  [[nodiscard]] const ServerLimits& limits() const noexcept { return server_->options.limits; }
  [[nodiscard]] const ServerPatience& patience() const noexcept { return server_->options.patience; }

  net::awaitable<bool> serve_one();
  net::awaitable<bool> wait_for_a_request();
  net::awaitable<Step> read_header(Parser& parser);
  net::awaitable<Step> read_body(Parser& parser);
  net::awaitable<Step> read_until(Parser& parser, bool (Parser::*is_there)() const);
  net::awaitable<bool> read_more();
  /// Status to refuse a request with once its headers are read; 0 when it may go on.
  [[nodiscard]] int check(const Parser& parser);
  /// The path of a request that is refused, so that the refusal can be in the form that it expects; left empty where it cannot be read.
  void learn_path(const Parser& parser);
  net::awaitable<bool> refuse(int status);
  net::awaitable<bool> send(Response response, Afterwards afterwards);
  net::awaitable<void> linger();

  Server::Running* server_;
  beast::tcp_stream stream_;
  beast::flat_buffer buffer_;
  std::string peer_;
  Request request_;
  bool idle_ = false;
  std::size_t taken_ = 0;   // bytes read for this request
  int status_ = 0;          // why a step was refused
};

net::awaitable<void> Connection::serve() {
  while (co_await serve_one()) {}
  error_code error;
  stream_.socket().shutdown(tcp::socket::shutdown_both, error);
  stream_.close();
}

net::awaitable<void> Connection::turn_away() {
  stream_.expires_after(patience().linger);
  (void)co_await refuse(503);
  stream_.close();
}

/// Whether another request may follow.
net::awaitable<bool> Connection::serve_one() {
  taken_ = 0;
  request_ = {};
  if (buffer_.size() == 0 && !co_await wait_for_a_request()) co_return false;
  Parser parser;
  parser.header_limit(static_cast<std::uint32_t>(limits().header_bytes));
  parser.body_limit(limits().body_bytes);
  Step step = co_await read_header(parser);
  if (step == Step::done) {
    status_ = check(parser);
    step = status_ == 0 ? co_await read_body(parser) : Step::refused;
  }
  if (step == Step::refused) {
    learn_path(parser);
    co_return co_await refuse(status_);
  }
  if (step == Step::ended) co_return false;
  const bool keep = parser.get().keep_alive() && !server_->stopping;
  request_.body = std::move(parser.get().body());
  Response response;
  if (server_->options.takes_long(request_)) response = co_await server_->answer_patiently(request_);
  else response = server_->answer(request_);
  co_return co_await send(std::move(response), keep ? Afterwards::keep_open : Afterwards::close);
}

net::awaitable<bool> Connection::wait_for_a_request() {
  if (server_->stopping) co_return false;
  idle_ = true;
  stream_.expires_after(patience().idle);
  const bool more = co_await read_more();
  idle_ = false;
  co_return more;
}

net::awaitable<bool> Connection::read_more() {
  auto [error, count] = co_await stream_.async_read_some(buffer_.prepare(std::min(read_bytes, buffer_.max_size() - buffer_.size())), quietly);
  if (error || count == 0) co_return false;
  buffer_.commit(count);
  taken_ += count;
  co_return true;
}

/// Feeds the parser until it says so. The bytes of one request are limited whatever the parser makes of them: chunk extensions are not free.
net::awaitable<Step> Connection::read_until(Parser& parser, bool (Parser::*is_there)() const) {
  const std::size_t most = limits().header_bytes + 2 * limits().body_bytes + 4 * read_bytes;
  while (!(parser.*is_there)()) {
    error_code error;
    buffer_.consume(parser.put(net::const_buffer(buffer_.data()), error));
    if (error && error != http::error::need_more) {
      status_ = status_of(error);
      co_return Step::refused;
    }
    if ((parser.*is_there)()) break;
    if (!error && buffer_.size() > 0) continue;
    if (buffer_.size() == buffer_.max_size() || taken_ > most) {
      status_ = parser.is_header_done() ? 413 : 431;
      co_return Step::refused;
    }
    if (!co_await read_more()) co_return Step::ended;
  }
  co_return Step::done;
}

net::awaitable<Step> Connection::read_header(Parser& parser) {
  stream_.expires_after(patience().header);
  co_return co_await read_until(parser, &Parser::is_header_done);
}

net::awaitable<Step> Connection::read_body(Parser& parser) {
  if (parser.is_done()) co_return Step::done;
  stream_.expires_after(patience().body);
  if (!request_.header("expect").empty() && buffer_.size() == 0) {
    static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    auto [error, count] = co_await net::async_write(stream_, net::buffer(go_on), quietly);
    if (error) co_return Step::ended;
  }
  parser.eager(true);
  co_return co_await read_until(parser, &Parser::is_done);
}

int Connection::check(const Parser& parser) {
  const auto& message = parser.get();
  request_.method = method_of(message.method());
  for (const auto& field : message) {
    if (request_.headers.size() == limits().header_fields) return 431;
    request_.headers.emplace_back(lower_case(field.name_string()), std::string(field.value()));
  }
  if (!are_unambiguous(request_.headers, message.version() == 11 ? Http::one_one : Http::one_zero)) return 400;
  if (message.method() == http::verb::unknown) return 501;
  if (request_.method == Method::other) return 405;
  auto target = read_target({message.target().data(), message.target().size()});
  if (!target) return target.error().kind == Problem::Kind::too_large ? 413 : 400;
  const std::string_view expected = request_.header("expect");
  if (!expected.empty() && expected != "100-continue") return 417;
  request_.path = std::move(target->path);
  request_.query = std::move(target->query);
  request_.peer = client_address(request_.headers, peer_, server_->options.trusted_proxies);
  return 0;
}

void Connection::learn_path(const Parser& parser) {
  if (!request_.path.empty()) return;
  const auto given = parser.get().target();
  const std::string_view sent(given.data(), given.size());
  if (auto target = read_target(sent)) {
    request_.path = std::move(target->path);
    return;
  }
  // Of a path that cannot be read, its first segment where that is plain.
  const std::string_view first = sent.substr(0, sent.find_first_of("/?", 1));
  if (first.starts_with('/') && std::all_of(first.begin() + 1, first.end(), [](char c) { return c >= 'a' && c <= 'z'; })) request_.path = first;
}

/// Sends a refusal and closes in a way that lets the other end read it.
net::awaitable<bool> Connection::refuse(int status) {
  Response response = server_->refuse(status, request_.path);
  const auto is_allow = [](const auto& header) { return header.first == "allow"; };
  if (response.status == 405 && std::none_of(response.headers.begin(), response.headers.end(), is_allow)) response.headers.emplace_back("allow", "GET, HEAD, POST");
  (void)co_await send(std::move(response), Afterwards::close);
  co_await linger();
  co_return false;
}

/// Closing with unread bytes would reset the connection and could take our answer back.
net::awaitable<void> Connection::linger() {
  error_code error;
  stream_.socket().shutdown(tcp::socket::shutdown_send, error);
  stream_.expires_after(patience().linger);
  const std::size_t most = taken_ + 4 * limits().body_bytes;
  do buffer_.consume(buffer_.size());
  while (taken_ < most && co_await read_more());
}

net::awaitable<bool> Connection::send(Response response, Afterwards afterwards) {
  const auto reason = http::obsolete_reason(static_cast<http::status>(response.status));
  const std::string head = response_head(response, {reason.data(), reason.size()}, afterwards, now_seconds());
  const bool bodiless = request_.method == Method::head || response.status == 204 || response.status == 304;
  const std::array<net::const_buffer, 2> parts = {net::buffer(head), bodiless ? net::const_buffer() : net::buffer(response.body)};
  stream_.expires_after(patience().write);
  auto [error, count] = co_await net::async_write(stream_, parts, quietly);
  co_return !error && afterwards == Afterwards::keep_open;
}

}  // namespace

Response Server::Running::refuse(int status, std::string_view path) const noexcept {
  try {
    return options.refusal(status, path);
  } catch (...) {
    return plain_refusal(status, path);
  }
}

/// What an exception says may hold anything, so only its type is logged.
Response Server::Running::answer(const Request& request) const noexcept {
  try {
    return handler(request);
  } catch (const std::exception& failure) {
    options.log("a handler failed: " + boost::core::demangle(typeid(failure).name()));
  } catch (...) {
    options.log("a handler failed");
  }
  return refuse(500, request.path);
}

net::awaitable<Response> Server::Running::answer_patiently(const Request& request) {
  const auto answered = [this, &request]() -> net::awaitable<Response> { co_return answer(request); };
  co_return co_await net::co_spawn(patient, answered, net::use_awaitable);
}

void Server::Running::add(const std::shared_ptr<Connection>& connection) {
  const std::lock_guard lock(mutex);
  open.insert(connection);
}

void Server::Running::remove(const std::shared_ptr<Connection>& connection) noexcept {
  const std::lock_guard lock(mutex);
  open.erase(connection);
  if (open.empty()) emptied.notify_all();
}

void Server::Running::listen() {
  error_code error;
  const auto address = net::ip::make_address(options.host, error);
  if (error) throw ServerFailure("The address to listen on must be numbers, such as 127.0.0.1 or ::1.");
  const tcp::endpoint endpoint(address, options.port);
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(net::socket_base::max_listen_connections, error);
  if (error) throw ServerFailure("Cannot listen on port " + std::to_string(options.port) + ": " + error.message() + ".");
  port = acceptor.local_endpoint().port();
}

net::awaitable<void> Server::Running::accept() {
  constexpr std::size_t turned_away_at_once = 64;
  net::steady_timer pause(acceptor.get_executor());
  while (!stopping) {
    auto [error, socket] = co_await acceptor.async_accept(net::make_strand(context), quietly);
    if (stopping || error == net::error::operation_aborted) co_return;
    if (error) {   // out of file descriptors, most likely: wait for some to come back
      pause.expires_after(std::chrono::milliseconds(50));
      co_await pause.async_wait(quietly);
      continue;
    }
    const std::size_t others = [&] {
      const std::lock_guard lock(mutex);
      return open.size();
    }();
    if (others >= options.limits.connections + turned_away_at_once) continue;
    auto connection = std::make_shared<Connection>(*this, std::move(socket));
    add(connection);
    net::co_spawn(connection->executor(), others < options.limits.connections ? connection->serve() : connection->turn_away(),
                  [this, connection](std::exception_ptr) { remove(connection); });
  }
}

void Server::Running::finish() {
  net::post(acceptor.get_executor(), [this] { acceptor.close(); });
  std::unique_lock lock(mutex);
  for (const auto& connection : open) connection->close_if_idle();
  emptied.wait_for(lock, options.patience.stop, [this] { return open.empty(); });
  lock.unlock();
  context.stop();
  for (std::thread& thread : threads) thread.join();
  patient.stop();
  patient.join();
  lock.lock();
  for (const auto& connection : open) connection->cut();
  open.clear();
}

Server::Server(ServerOptions options) : running_(std::make_unique<Running>(std::move(options))) {}

Server::~Server() { stop(); }

void Server::start(Handler handler) {
  CONFER_ASSERT(running_->threads.empty() && handler);
  running_->handler = std::move(handler);
  running_->listen();
  net::co_spawn(running_->acceptor.get_executor(), running_->accept(), net::detached);
  for (int i = 0; i < running_->options.threads; ++i) running_->threads.emplace_back([running = running_.get()] { running->context.run(); });
}

std::uint16_t Server::port() const noexcept { return running_->port; }

void Server::stop() {
  if (running_->stopping.exchange(true) || running_->threads.empty()) return;
  running_->finish();
}

std::size_t Server::connections() const noexcept {
  const std::lock_guard lock(running_->mutex);
  return running_->open.size();
}

}  // namespace confer
