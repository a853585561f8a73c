// A request's target and headers, as strangers send them: what is taken is decoded to valid text,
// and what is written down again is read as the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/base/utf8.h"
#include "searcher/http/config/networks.h"
#include "searcher/http/messages/negotiation.h"
#include "searcher/http/messages/target.h"
#include "searcher/http/routes/router.h"
#include "searcher/http/watching/trace.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void read_path(std::string_view text) {
  using namespace dateline::http;  // NOLINT(google-build-using-namespace)
  const auto target = read_target(text);
  if (!target) return;
  require(!target->segments.empty());
  std::string again;
  for (const std::string& segment : target->segments) {
    require(dateline::is_valid_utf8(segment));
    again += "/" + percent_encoded(segment);
  }
  require(read_target(again)->segments == target->segments);
  const Routed routed = route_of(*target, "");
  require(routed.place != Place::kIndex || routed.route != nullptr);
}

void read_headers(std::string_view text) {
  using namespace dateline::http;  // NOLINT(google-build-using-namespace)
  const double quality = quality_of(text, "application/json");
  require(quality >= 0 && quality <= 1);
  HttpRequest request;
  request.headers = {{"traceparent", std::string(text)}, {"X-Request-ID", std::string(text)}};
  require(is_plain_id(trace_of(request).request_id));
  const std::string address = plain_address(text);
  require(address.empty() || plain_address(address) == address);
  static_cast<void>(has_tag(text, "W/\"7-a\""));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  read_path(text);
  read_path("/" + std::string(text));
  read_headers(text);
  return 0;
}
