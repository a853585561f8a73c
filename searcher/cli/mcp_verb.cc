// mcp: answers an assistant, which speaks the Model Context Protocol on standard input and output.
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <optional>

#include "common/program/output.h"
#include "searcher/cli/options.h"
#include "searcher/cli/verbs.h"
#include "searcher/http/mcp/mcp.h"

namespace dateline::search::cli {
namespace {

struct McpVerb {
  IndexOptions index;
  RequestOptions request;
};

// The lines of standard input. Of one that is longer than a message may be, its beginning, which
// is no message then.
class MessageLines {
 public:
  std::optional<std::string> next() {
    while (buffer_.find('\n') == std::string::npos && fill()) {
    }
    if (buffer_.empty()) return std::nullopt;
    const std::size_t end = std::min(buffer_.find('\n'), buffer_.size());
    std::string line = buffer_.substr(0, end);
    buffer_.erase(0, end + 1);
    return line;
  }

 private:
  bool fill() {
    char bytes[65536];
    ssize_t got = 0;
    do {
      got = ::read(STDIN_FILENO, bytes, sizeof bytes);
    } while (got < 0 && errno == EINTR);
    if (got <= 0) return false;
    std::string_view more(bytes, static_cast<std::size_t>(got));
    // What is beyond the longest message is left out, up to the line's end.
    if (buffer_.size() > http::kMaxMcpMessageBytes) {
      more.remove_prefix(std::min(more.find('\n'), more.size()));
    }
    buffer_ += more;
    return true;
  }

  std::string buffer_;
};

program::ExitCode run(const McpVerb& verb) {
  const auto request = verb.request.request();
  if (!request) return fail(request.error());
  auto searcher = open_index(verb.index);
  if (!searcher) return fail(searcher.error());
  http::Asker asker;
  asker.sees_everything = !request->groups.has_value();
  asker.groups = request->groups.value_or(std::vector<std::string>());
  asker.sees_all_statuses = request->all_statuses;
  const http::HttpRequest none;
  const http::Limits limits;
  const auto ask = [&](const http::IndexRoute& route, const http::Target& target,
                       const std::string& id) {
    return route.answer({none, target, asker, limits, id}, *searcher);
  };
  program::Output out;
  for (MessageLines lines; auto line = lines.next();) {
    const auto answer = http::answer_mcp(*line, ask);
    if (!answer) continue;
    out.write(*answer + "\n");
    if (auto flushed = out.flush(); !flushed) return fail(flushed.error());
    if (out.closed()) break;
  }
  return program::ExitCode::kDone;
}

}  // namespace

program::Action declare_mcp(CLI::App& verb) {
  auto options = std::make_shared<McpVerb>();
  options->index.declare(verb);
  options->request.declare(verb, [](const RequestOption& option) { return option.privileged; });
  options->index.declare_synonyms(verb);
  options->index.declare_aliases(verb);
  return [options] { return run(*options); };
}

}  // namespace dateline::search::cli
