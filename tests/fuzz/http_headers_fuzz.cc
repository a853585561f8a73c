// The headers that say who asks and for which form of an answer, a line each: nothing that a client
// writes makes it somebody, whatever else it says, and what is sent back is sound.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/base/strings.h"
#include "searcher/http/access/gate.h"
#include "searcher/http/config/networks.h"
#include "searcher/http/routes/caching.h"
#include "searcher/http/routes/cross_origin.h"
#include "searcher/http/routes/service_documents.h"

namespace {

using namespace dateline::http;  // NOLINT(google-build-using-namespace)

void require(bool holds) {
  if (!holds) std::abort();
}

// Without a secret and without keys nobody is vouched for.
Gate gate_of_a_proxy() {
  Settings settings;
  settings.trusted_proxies = {*Network::read("192.0.2.0/24")};
  settings.embargo_group = "desk";
  return *Gate::open(settings);
}

HttpRequest request_in(std::string_view text) {
  HttpRequest request;
  request.peer = "192.0.2.1";
  for (const std::string_view line : dateline::split(text, '\n')) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    request.headers.push_back({std::string(dateline::trim(line.substr(0, colon))),
                               std::string(dateline::trim(line.substr(colon + 1)))});
  }
  return request;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Gate kGate = gate_of_a_proxy();
  const HttpRequest request = request_in({reinterpret_cast<const char*>(data), size});
  const auto asker = kGate.admit(request, std::chrono::sys_seconds(std::chrono::seconds(1000)));
  require(!asker || (asker->groups.empty() && !asker->known && !asker->sees_all_statuses));
  const std::string address = kGate.address_of(request);
  require(address == plain_address(address));
  HttpResponse response;
  response.body = std::string(2000, 'a');
  let_origin_read(response, request, {"https://portal.example"});
  compress(response, request);
  require(!response.body.empty());
  static_cast<void>(has_answer(request, "W/\"7-a\""));
  for (const char c : base_of(request, "/news", true)) require(c != '\r' && c != '\n');
  return 0;
}
