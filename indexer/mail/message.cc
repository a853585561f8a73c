// A part of many parts is cut at the lines that begin with "--" and its boundary; a boundary that never
// comes leaves all that follows to the last part, as mail that was cut off has it. Tested by
// tests/indexer/mail/mail_format_test.cc and fuzzed by tests/fuzz/mail_fuzz.cc.
#include "indexer/mail/message.h"

#include <algorithm>
#include <optional>

#include "common/base/strings.h"
#include "indexer/mail/transfer.h"

namespace dateline::indexer::mail {
namespace {

constexpr std::size_t kMostLevels = 16;
constexpr std::size_t kMostParts = 1000;
constexpr std::size_t kMostFields = 10'000;

// The next line without its end, taken from `text`.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// Where the line begins that is "--" and the boundary, from `at` on.
std::size_t find_boundary(std::string_view text, const std::string& mark, std::size_t at) {
  for (;;) {
    at = text.find(mark, at);
    if (at == std::string_view::npos || at == 0 || text[at - 1] == '\n') return at;
    ++at;
  }
}

class PartReader {
 public:
  explicit PartReader(Message& into) : into_(into) {}

  void read(const Headers& headers, std::string_view body, std::size_t level) {
    if (++parts_ > kMostParts) return;
    const Parameters type = parameters_of(headers.value("content-type"));
    if (type.value.starts_with("multipart/")) {
      if (level < kMostLevels) read_parts(type.parameter("boundary"), body, level);
      return;
    }
    const bool is_text = type.value.empty() || type.value == "text/plain" ||
                         type.value == "text/html" || type.value == "application/xhtml+xml";
    const bool attached = parameters_of(headers.value("content-disposition")).value == "attachment";
    if (!is_text || attached) return;
    Part part;
    part.type = type.value.empty() ? "text/plain" : type.value;
    if (part.type == "application/xhtml+xml") part.type = "text/html";
    part.charset = to_ascii_lower(type.parameter("charset"));
    part.location = std::string(headers.value("content-location"));
    const std::string how = parameters_of(headers.value("content-transfer-encoding")).value;
    part.bytes = how == "base64"             ? decode_base64(body)
                 : how == "quoted-printable" ? decode_quoted_printable(body)
                                             : std::string(body);
    into_.texts.push_back(std::move(part));
  }

 private:
  void read_parts(const std::string& boundary, std::string_view body, std::size_t level) {
    if (boundary.empty()) return;
    const std::string mark = "--" + boundary;
    std::size_t at = find_boundary(body, mark, 0);
    while (at != std::string_view::npos && parts_ <= kMostParts) {
      std::string_view rest = body.substr(at + mark.size());
      if (rest.starts_with("--")) return;
      take_line(rest);
      const std::size_t begin = body.size() - rest.size();
      at = find_boundary(body, mark, begin);
      std::string_view part = body.substr(begin, std::min(at, body.size()) - begin);
      const Headers headers = Headers::take(part);
      read(headers, part, level + 1);
    }
  }

  Message& into_;
  std::size_t parts_ = 0;
};

}  // namespace

Headers Headers::take(std::string_view& text) {
  Headers out;
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    if (line.empty()) break;
    if (is_ascii_space(line.front())) {
      if (!out.fields_.empty()) out.fields_.back().second.append(" ").append(trim(line));
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || out.fields_.size() == kMostFields) continue;
    out.fields_.emplace_back(to_ascii_lower(trim(line.substr(0, colon))),
                             std::string(trim(line.substr(colon + 1))));
  }
  return out;
}

std::string_view Headers::value(std::string_view name) const {
  const auto found = std::find_if(fields_.begin(), fields_.end(),
                                  [name](const auto& field) { return field.first == name; });
  return found == fields_.end() ? std::string_view() : std::string_view(found->second);
}

Parameters parameters_of(std::string_view header) {
  return {to_ascii_lower(trim(header.substr(0, header.find(';')))), std::string(header)};
}

std::string Parameters::parameter(std::string_view name) const {
  for (std::size_t at = all.find(';'); at != std::string::npos; at = all.find(';', at + 1)) {
    const std::string_view rest = trim(std::string_view(all).substr(at + 1));
    if (!starts_with_ignoring_ascii_case(rest, name)) continue;
    std::string_view given = trim(rest.substr(name.size()));
    if (!given.starts_with('=')) continue;
    given = trim(given.substr(1));
    if (given.starts_with('"')) {
      given.remove_prefix(1);
      return std::string(given.substr(0, given.find('"')));
    }
    return std::string(trim(given.substr(0, given.find(';'))));
  }
  return {};
}

Message parse_message(std::string_view bytes) {
  Message out;
  out.headers = Headers::take(bytes);
  PartReader(out).read(out.headers, bytes, 0);
  return out;
}

}  // namespace dateline::indexer::mail
