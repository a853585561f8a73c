// The keys that tokens are signed with.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace dateline::http {

// What a token's header calls "HS256", "ES256", "EdDSA"; there is no other, and none called "none".
enum class Algorithm { kHs256, kEs256, kEdDsa };

// A key and the one algorithm that it is for, whatever a token says: so nobody takes a public key
// for the secret of another algorithm.
class TokenKey {
 public:
  Algorithm algorithm() const { return algorithm_; }
  const std::string& id() const { return id_; }  // "kid"; empty where it has none

  // Whether `signature` is this key's of `text`. Thread-safe.
  bool verifies(std::string_view text, std::string_view signature) const;

 private:
  friend class KeyReader;
  TokenKey() = default;

  Algorithm algorithm_ = Algorithm::kHs256;
  std::string id_;
  std::string secret_;                // of HS256
  std::shared_ptr<void> public_key_;  // of the others: an EVP_PKEY, which no header shows
};

using TokenKeys = std::vector<TokenKey>;

inline constexpr std::size_t kMaxKeyFileBytes = 1'048'576;
inline constexpr std::size_t kLeastSecretBytes = 32;  // RFC 7518, 3.2

// The keys in a file's text: a JWK set or one JWK (RFC 7517), a public key in PEM (P-256 or
// Ed25519), or, where it is neither, the secret of HS256 itself, without its last line feed. kUsage
// for anything else, and where there is no key; `place` names the file.
Result<TokenKeys> read_token_keys(std::string_view text, const std::string& place);

// "HS256" and so on; none for another name.
std::optional<Algorithm> algorithm_from(std::string_view name);

}  // namespace dateline::http
