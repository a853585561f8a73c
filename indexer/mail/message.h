// A message of mail taken apart (RFC 5322, MIME): its headers, and its texts decoded.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::indexer::mail {

// Header fields in their order, names in lower case, values unfolded and otherwise as written.
class Headers {
 public:
  // Reads what `text` begins with and takes it away, with the empty line behind it. Lines that are no
  // header are passed over.
  static Headers take(std::string_view& text);

  // The first of that name; empty where there is none.
  std::string_view value(std::string_view name) const;

  std::size_t size() const { return fields_.size(); }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

// A value with parameters: "text/html; charset=utf-8".
struct Parameters {
  std::string value;  // in lower case, without its parameters
  std::string all;    // as written

  // In quotes or without them; empty where there is none.
  std::string parameter(std::string_view name) const;
};
Parameters parameters_of(std::string_view header);

struct Part {
  std::string type;      // "text/html", in lower case
  std::string charset;   // in lower case; empty where none is stated
  std::string location;  // Content-Location
  std::string bytes;     // decoded from base64 or quoted-printable
};

struct Message {
  Headers headers;
  std::vector<Part> texts;  // text/plain and text/html in their order; no attachments
};

// Any bytes are a message. Parts within parts are read to the sixteenth level, and of all a
// thousand.
Message parse_message(std::string_view bytes);

}  // namespace dateline::indexer::mail
