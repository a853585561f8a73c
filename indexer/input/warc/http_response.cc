#include "indexer/input/warc/http_response.h"

#include <brotli/decode.h>
#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <new>
#include <utility>

#include "common/base/strings.h"
#include "indexer/input/bytes/byte_source.h"
#include "indexer/input/bytes/decompress.h"

namespace dateline::indexer::warc {
namespace {

using Body = tl::expected<std::string, Refusal>;

constexpr std::size_t kMostEncodings = 4;
constexpr std::size_t kWindowBytes = std::size_t{128} << 20;
constexpr std::size_t kStep = std::size_t{1} << 16;

tl::unexpected<Refusal> damaged(std::string_view encoding) {
  return tl::unexpected(Refusal{reject::kBadCompression,
                                fmt::format("the page's {} data is damaged or cut", encoding)});
}

tl::unexpected<Refusal> too_large(std::size_t max_bytes) {
  return tl::unexpected(
      Refusal{reject::kTooLarge, fmt::format("the page has more than {} bytes", max_bytes)});
}

// The line that `rest` begins with, taken off it, without its end; all of it where it does not end.
std::string_view take_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// The body of chunks, or nullopt if it is not made of them. What is cut ends where it is cut.
std::optional<std::string> without_chunks(std::string_view body) {
  std::string out;
  for (bool first = true;; first = false) {
    const std::string_view line = take_line(body);
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    const std::string_view extension(end,
                                     static_cast<std::size_t>(line.data() + line.size() - end));
    const bool sound =
        error == std::errc() && (trim(extension).empty() || trim(extension).starts_with(';'));
    if (!sound) return first ? std::nullopt : std::optional(std::move(out));
    if (size == 0) return out;
    out += body.substr(0, size);
    body.remove_prefix(std::min(size, body.size()));
    take_line(body);
  }
}

// gzip and zstd are told by their first bytes.
Body unpacked(std::string body, std::size_t max_bytes) {
  auto source = decompressed(std::make_unique<BufferedSource>(std::move(body)), kWindowBytes);
  return source->read_all(max_bytes);
}

// With zlib's head, as the standard has it, or without, as some servers do.
Body inflated(const std::string& body, std::size_t max_bytes) {
  for (const int window : {MAX_WBITS, -MAX_WBITS}) {
    z_stream stream{};
    if (::inflateInit2(&stream, window) != Z_OK) throw std::bad_alloc();
    const std::unique_ptr<z_stream, int (*)(z_stream*)> ends(&stream, ::inflateEnd);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
    stream.avail_in = static_cast<uInt>(body.size());
    std::string out;
    int result = Z_OK;
    while (result == Z_OK && out.size() <= max_bytes) {
      const std::size_t had = out.size();
      out.resize(had + kStep);
      stream.next_out = reinterpret_cast<Bytef*>(out.data() + had);
      stream.avail_out = static_cast<uInt>(kStep);
      result = ::inflate(&stream, Z_NO_FLUSH);
      out.resize(had + kStep - stream.avail_out);
    }
    if (out.size() > max_bytes) return too_large(max_bytes);
    if (result == Z_STREAM_END) return out;
  }
  return body.starts_with('<') ? Body(body) : damaged("deflate");
}

Body brotli_unpacked(const std::string& body, std::size_t max_bytes) {
  const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> decoder(
      ::BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), ::BrotliDecoderDestroyInstance);
  if (!decoder) throw std::bad_alloc();
  std::size_t left = body.size();
  const auto* from = reinterpret_cast<const std::uint8_t*>(body.data());
  std::string out;
  BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && out.size() <= max_bytes) {
    const std::size_t had = out.size();
    out.resize(had + kStep);
    std::size_t room = kStep;
    auto* into = reinterpret_cast<std::uint8_t*>(out.data() + had);
    result = ::BrotliDecoderDecompressStream(decoder.get(), &left, &from, &room, &into, nullptr);
    out.resize(had + kStep - room);
  }
  if (out.size() > max_bytes) return too_large(max_bytes);
  if (result == BROTLI_DECODER_RESULT_SUCCESS) return out;
  return body.starts_with('<') ? Body(body) : damaged("br");
}

Body decoded(std::string body, const std::string& encoding, std::size_t max_bytes) {
  if (encoding == "deflate") return inflated(body, max_bytes);
  if (encoding == "br") return brotli_unpacked(body, max_bytes);
  if (encoding == "gzip" || encoding == "x-gzip" || encoding == "zstd") {
    return unpacked(std::move(body), max_bytes);
  }
  if (encoding.empty() || encoding == "identity" || encoding == "none") return body;
  return tl::unexpected(Refusal{reject::kUnsupported, "a page that is encoded as " + encoding});
}

void take_field(HttpResponse& response, std::string_view name, std::string_view value) {
  if (equals_ignoring_ascii_case(name, "Content-Type") && response.type.name.empty()) {
    response.type = media_type(value);
  } else if (equals_ignoring_ascii_case(name, "Transfer-Encoding")) {
    response.chunked =
        response.chunked || to_ascii_lower(value).find("chunked") != std::string::npos;
  } else if (equals_ignoring_ascii_case(name, "Content-Encoding")) {
    for (const std::string_view one : split(value, ',')) {
      response.encodings.push_back(to_ascii_lower(trim(one)));
    }
  }
}

}  // namespace

MediaType media_type(std::string_view text) {
  MediaType out;
  bool first = true;
  for (const std::string_view part : split(text, ';')) {
    const std::string_view field = trim(part);
    if (std::exchange(first, false)) {
      out.name = to_ascii_lower(field);
    } else if (starts_with_ignoring_ascii_case(field, "charset=") && out.charset.empty()) {
      std::string_view charset = trim(field.substr(8));
      if (charset.size() >= 2 && charset.front() == '"' && charset.back() == '"') {
        charset = charset.substr(1, charset.size() - 2);
      }
      out.charset = to_ascii_lower(trim(charset));
    }
  }
  return out;
}

std::optional<HttpResponse> read_http_response(std::string_view bytes) {
  std::string_view rest = bytes;
  const std::string_view status_line = take_line(rest);
  const std::size_t space = status_line.find(' ');
  if (!status_line.starts_with("HTTP/") || space == std::string_view::npos) return std::nullopt;
  HttpResponse out;
  const std::string_view code = trim(status_line.substr(space)).substr(0, 3);
  std::from_chars(code.data(), code.data() + code.size(), out.status);
  for (;;) {
    if (rest.empty()) return std::nullopt;
    const std::string_view line = take_line(rest);
    if (line.empty()) break;
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    take_field(out, trim(line.substr(0, colon)), trim(line.substr(colon + 1)));
  }
  out.body = rest;
  return out;
}

Body page_of(const HttpResponse& response, std::size_t max_bytes) {
  std::optional<std::string> chunks;
  if (response.chunked) chunks = without_chunks(response.body);
  Body body = chunks ? std::move(*chunks) : std::string(response.body);
  if (response.encodings.size() > kMostEncodings) return damaged("many times encoded");
  for (auto encoding = response.encodings.rbegin(); encoding != response.encodings.rend() && body;
       ++encoding) {
    body = decoded(std::move(*body), *encoding, max_bytes);
  }
  if (body && body->size() > max_bytes) return too_large(max_bytes);
  return body;
}

}  // namespace dateline::indexer::warc
