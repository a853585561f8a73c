#include "searcher/http/access/token.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include <nlohmann/json.hpp>

#include "common/base/strings.h"
#include "searcher/http/access/base64url.h"

namespace dateline::http {
namespace {

using TokenJson = nlohmann::json;

tl::unexpected<Error> no_token(std::string what) {
  return failure(ErrorCode::kUsage, std::move(what));
}

// None unless the text is an object in base64url.
std::optional<TokenJson> object_in(std::string_view part) {
  const auto text = from_base64url(part);
  if (!text) return std::nullopt;
  TokenJson json = TokenJson::parse(*text, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  return json;
}

std::string text_of_member(const TokenJson& json, const char* name) {
  const auto found = json.find(name);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool is_signed(const TokenJson& header, std::string_view text, std::string_view signature,
               const TokenKeys& keys) {
  const auto algorithm = algorithm_from(text_of_member(header, "alg"));
  const std::string id = text_of_member(header, "kid");
  return algorithm && std::any_of(keys.begin(), keys.end(), [&](const TokenKey& key) {
           const bool may_be = id.empty() || key.id().empty() || id == key.id();
           return may_be && key.algorithm() == *algorithm && key.verifies(text, signature);
         });
}

// Seconds since 1970; a time that is no number is none, and no number is too large for it.
std::optional<double> time_of(const TokenJson& claims, const char* name) {
  const auto found = claims.find(name);
  if (found == claims.end() || !found->is_number()) return std::nullopt;
  const double seconds = found->get<double>();
  return std::isfinite(seconds) ? std::optional(seconds) : std::nullopt;
}

Status check_times(const TokenJson& claims, std::chrono::sys_seconds now) {
  const auto seconds = static_cast<double>(now.time_since_epoch().count());
  const auto leeway = static_cast<double>(kLeeway.count());
  const auto end = time_of(claims, "exp");
  if (!end) return no_token("the token has no end");
  if (*end + leeway <= seconds) return no_token("the token is no longer valid");
  if (!claims.contains("nbf")) return {};
  const auto begin = time_of(claims, "nbf");
  if (!begin || *begin - leeway > seconds) return no_token("the token is not yet valid");
  return {};
}

bool is_for(const TokenJson& audience, const std::string& wanted) {
  if (!audience.is_array()) return audience == wanted;
  return std::find(audience.begin(), audience.end(), wanted) != audience.end();
}

Status check_parties(const TokenJson& claims, const TokenRules& rules) {
  const auto audience = claims.find("aud");
  const bool for_us = audience != claims.end() && is_for(*audience, rules.audience);
  if (!for_us && (rules.audience_needed || audience != claims.end())) {
    return no_token("the token is for somebody else");
  }
  if (!rules.issuer.empty() && text_of_member(claims, "iss") != rules.issuer) {
    return no_token("the token is from somebody else");
  }
  return {};
}

Result<TokenClaims> read_claims(const TokenJson& claims) {
  TokenClaims out;
  out.subject = text_of_member(claims, "sub");
  const auto groups = claims.find("groups");
  if (groups == claims.end()) return out;
  if (!groups->is_array()) return no_token("the token's groups are no list");
  out.groups.reserve(groups->size());
  for (const TokenJson& group : *groups) {
    if (!group.is_string()) return no_token("a group of the token is no text");
    if (!group.get_ref<const std::string&>().empty()) out.groups.push_back(group);
  }
  return out;
}

}  // namespace

Result<TokenClaims> read_token(std::string_view token, const TokenKeys& keys,
                               const TokenRules& rules, std::chrono::sys_seconds now) {
  const auto parts = split(token, '.');
  if (token.size() > kMaxTokenBytes || parts.size() != 3) return no_token("this is no token");
  const auto header = object_in(parts[0]);
  const auto signature = from_base64url(parts[2]);
  // What a token calls critical has to be understood (RFC 7515, 4.1.11), and nothing is here.
  if (!header || !signature || header->contains("crit")) return no_token("this is no token");
  const std::string_view text = token.substr(0, parts[0].size() + 1 + parts[1].size());
  if (!is_signed(*header, text, *signature, keys))
    return no_token("the token's signature is wrong");
  const auto claims = object_in(parts[1]);
  if (!claims) return no_token("the token has no claims");
  if (auto valid = check_times(*claims, now); !valid) return failure(valid.error());
  if (auto valid = check_parties(*claims, rules); !valid) return failure(valid.error());
  return read_claims(*claims);
}

}  // namespace dateline::http
