#pragma once
// For tests alone: an HTTP client that sends exactly the bytes it is told to, whole requests or half ones. Nothing that runs for people includes it.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <utility>

namespace confer::for_tests {

/// A client that sends exactly the bytes it is told to.
class Client {
 public:
  explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval patience{.tv_sec = 10, .tv_usec = 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    connected_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  }
  Client(Client&& other) noexcept : socket_(std::exchange(other.socket_, -1)), connected_(other.connected_), unread_(std::move(other.unread_)) {}
  Client& operator=(Client&&) = delete;
  ~Client() {
    if (socket_ >= 0) ::close(socket_);
  }

  [[nodiscard]] bool connected() const { return connected_; }

  Client& send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) break;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return *this;
  }
  void say_no_more() { ::shutdown(socket_, SHUT_WR); }

  /// One whole answer, by its Content-Length; what there was when the other end closed.
  std::string answer(bool with_body = true) {
    for (;;) {
      const std::size_t end = unread_.find("\r\n\r\n");
      if (end != std::string::npos) {
        const std::size_t whole = end + 4 + (with_body ? length(unread_.substr(0, end + 2)) : 0);
        if (unread_.size() >= whole) {
          std::string out = unread_.substr(0, whole);
          unread_.erase(0, whole);
          return out;
        }
      }
      if (!read()) return std::exchange(unread_, {});
    }
  }
  /// All bytes until the other end closes.
  std::string rest() {
    while (read()) {}
    return std::exchange(unread_, {});
  }

 private:
  static std::size_t length(const std::string& head) {
    const std::size_t at = head.find("Content-Length: ");
    return at == std::string::npos ? 0 : std::stoul(head.substr(at + 16));
  }
  bool read() {
    std::array<char, 65536> bytes;
    const ssize_t count = ::recv(socket_, bytes.data(), bytes.size(), 0);
    if (count <= 0) return false;
    unread_.append(bytes.data(), static_cast<std::size_t>(count));
    return true;
  }

  int socket_;
  bool connected_ = false;
  std::string unread_;
};

/// The status of an answer; 0 where there is none.
inline int status(const std::string& answer) { return answer.starts_with("HTTP/1.1 ") ? std::stoi(answer.substr(9, 3)) : 0; }
/// What follows the headers of an answer.
inline std::string body(const std::string& answer) {
  const std::size_t end = answer.find("\r\n\r\n");
  return end == std::string::npos ? std::string{} : answer.substr(end + 4);
}


/// A request spoiled in one to four places.
inline std::string spoiled(std::string bytes, std::mt19937& random) {
  const auto below = [&](std::size_t count) { return static_cast<std::size_t>(random() % count); };
  for (std::size_t times = 1 + below(4); times > 0; --times) {
    const std::size_t at = below(bytes.size());
    switch (below(5)) {
      case 0: bytes[at] = static_cast<char>(below(256)); break;
      case 1: bytes.erase(at, 1 + below(8)); break;
      case 2: bytes.insert(at, std::string(1 + below(40), static_cast<char>(below(256)))); break;
      case 3: bytes.insert(at, bytes.substr(below(bytes.size()), 1 + below(60))); break;
      default: std::swap(bytes[at], bytes[below(bytes.size())]);
    }
    if (bytes.empty()) bytes = "G";
  }
  return bytes;
}

}  // namespace confer::for_tests
