#include "searcher/http/access/gate.h"

#include <openssl/crypto.h>

#include <algorithm>
#include <utility>

#include "common/base/file.h"
#include "common/base/strings.h"
#include "searcher/search/request.h"

namespace dateline::http {
namespace {

constexpr std::string_view kGroups = "X-Dateline-Groups";
constexpr std::string_view kSecret = "X-Dateline-Secret";
constexpr std::string_view kUser = "X-Dateline-User";

constexpr std::uint64_t kMaxSecretBytes = 65'536;

Result<std::string> read_secret(const std::string& path) {
  auto secret = real_files().read(path, kMaxSecretBytes);
  if (!secret) return secret;
  if (secret->ends_with('\n')) secret->pop_back();
  if (secret->empty()) {
    return failure(ErrorCode::kUsage, path + ": the proxy's secret is empty",
                   "put a long random text into the file");
  }
  return secret;
}

tl::unexpected<Denial> denied(int status, std::string detail) {
  return tl::unexpected<Denial>({status, std::move(detail)});
}

std::vector<std::string> groups_in(std::string_view list) {
  std::vector<std::string> out;
  for (const std::string_view one : split(list, ',')) {
    if (!trim(one).empty()) out.emplace_back(trim(one));
  }
  return out;
}

// The token of "Bearer TOKEN"; empty for another scheme.
std::string_view bearer_token(std::string_view header) {
  constexpr std::string_view kScheme = "Bearer ";
  return starts_with_ignoring_ascii_case(header, kScheme) ? trim(header.substr(kScheme.size()))
                                                          : std::string_view();
}

}  // namespace

Result<Gate> Gate::open(const Settings& settings) {
  Gate gate;
  gate.proxies_ = settings.trusted_proxies;
  gate.embargo_group_ = settings.embargo_group;
  if (!settings.proxy_secret.empty()) {
    auto secret = read_secret(settings.proxy_secret);
    if (!secret) return failure(secret.error());
    gate.secret_ = std::move(*secret);
  }
  if (!settings.jwt_keys.empty()) {
    const auto text = real_files().read(settings.jwt_keys, kMaxKeyFileBytes);
    if (!text) return failure(text.error());
    auto keys = read_token_keys(*text, settings.jwt_keys);
    if (!keys) return failure(keys.error());
    gate.keys_ = std::move(*keys);
  }
  gate.rules_.audience_needed = !settings.jwt_audience.empty();
  if (gate.rules_.audience_needed) gate.rules_.audience = settings.jwt_audience;
  gate.rules_.issuer = settings.jwt_issuer;
  return gate;
}

tl::expected<Asker, Denial> Gate::admit(const HttpRequest& request,
                                        std::chrono::sys_seconds now) const {
  Asker asker;
  asker.address = address_of(request);
  if (auto heard = heed_proxy(request, asker); !heard) return tl::unexpected(heard.error());
  if (auto heard = heed_token(request, now, asker); !heard) return tl::unexpected(heard.error());
  if (asker.groups.size() > search::kMaxGroups) return denied(403, "too many groups are named");
  asker.sees_all_statuses =
      !embargo_group_.empty() &&
      std::find(asker.groups.begin(), asker.groups.end(), embargo_group_) != asker.groups.end();
  return asker;
}

std::string Gate::address_of(const HttpRequest& request) const {
  if (!trusts_peer(request)) return request.peer;
  std::string address = request.peer;
  for (auto header = request.headers.rbegin(); header != request.headers.rend(); ++header) {
    if (!equals_ignoring_ascii_case(header->name, "X-Forwarded-For")) continue;
    const auto hops = split(header->value, ',');
    for (auto hop = hops.rbegin(); hop != hops.rend(); ++hop) {
      std::string plain = plain_address(trim(*hop));
      // What stands before something that is no address was not written by a proxy of ours.
      if (plain.empty()) return address;
      address = std::move(plain);
      if (!contains(proxies_, address)) return address;
    }
  }
  return address;
}

bool Gate::trusts_peer(const HttpRequest& request) const {
  return contains(proxies_, request.peer);
}

bool Gate::knows_secret(const HttpRequest& request) const {
  const std::string_view given = request.header(kSecret);
  return !secret_.empty() && request.count(kSecret) == 1 && given.size() == secret_.size() &&
         CRYPTO_memcmp(given.data(), secret_.data(), secret_.size()) == 0;
}

tl::expected<void, Denial> Gate::heed_proxy(const HttpRequest& request, Asker& asker) const {
  const std::size_t lists = request.count(kGroups);
  if (lists == 0 && request.count(kSecret) == 0) return {};
  if (!trusts_peer(request) || !knows_secret(request)) {
    return denied(403, "groups and secrets are taken from trusted proxies alone");
  }
  // A second one may be the client's own, which the proxy has let through.
  if (lists > 1 || request.count(kUser) > 1) {
    return denied(403, "the proxy's headers are given twice");
  }
  asker.groups = groups_in(request.header(kGroups));
  asker.name = request.header(kUser);
  asker.known = true;
  return {};
}

tl::expected<void, Denial> Gate::heed_token(const HttpRequest& request,
                                            std::chrono::sys_seconds now, Asker& asker) const {
  const std::string_view token = bearer_token(request.header("Authorization"));
  if (keys_.empty() || request.count("Authorization") == 0) return {};
  if (request.count("Authorization") > 1) return denied(401, "Authorization is given twice");
  if (token.empty()) return {};
  auto claims = read_token(token, keys_, rules_, now);
  if (!claims) return denied(401, claims.error().message);
  asker.groups = std::move(claims->groups);
  asker.name = std::move(claims->subject);
  asker.known = true;
  return {};
}

}  // namespace dateline::http
