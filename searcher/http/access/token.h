// Signed tokens that say who asks (JSON Web Tokens, RFC 7519, in their compact form).
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "searcher/http/access/token_keys.h"

namespace dateline::http {

struct TokenRules {
  // Whom a token has to be for, if it says so: "aud". Where `audience_needed`, it has to say so.
  std::string audience = "dateline";
  bool audience_needed = false;
  std::string issuer;  // "iss"; empty: anybody with the key
};

struct TokenClaims {
  std::string subject;              // "sub"
  std::vector<std::string> groups;  // "groups": an array of texts
};

inline constexpr std::size_t kMaxTokenBytes = 8'192;
// Clocks of two machines are not one (RFC 7519, 4.1.4).
inline constexpr std::chrono::seconds kLeeway{60};

// The claims of a token that one of `keys` has signed with its own algorithm, and which is in force
// at `now`: it has an "exp" that has not passed, and an "nbf" that has, if any. kUsage for every
// other, with what is wrong.
Result<TokenClaims> read_token(std::string_view token, const TokenKeys& keys,
                               const TokenRules& rules, std::chrono::sys_seconds now);

}  // namespace dateline::http
