// Tokens as an issuer makes them, right and wrong, signed by OpenSSL.
#pragma once

#include <openssl/evp.h>

#include <memory>
#include <string>
#include <string_view>

namespace dateline::testing {

std::string base64url(std::string_view bytes);

// A key pair of an issuer: "P-256" or "ED25519".
class IssuerKey {
 public:
  explicit IssuerKey(const char* type);
  std::string public_pem() const;
  std::string jwk(const std::string& more = {}) const;
  // The signature of `text`, as JOSE writes it.
  std::string sign(std::string_view text) const;

 private:
  bool is_ec_ = false;
  std::shared_ptr<EVP_PKEY> key_;
};

std::string hmac_sha256(std::string_view secret, std::string_view text);

// "HEADER.CLAIMS" in base64url.
std::string unsigned_token(std::string_view header, std::string_view claims);

std::string token_by(const IssuerKey& key, std::string_view header, std::string_view claims);
std::string token_by(std::string_view secret, std::string_view header, std::string_view claims);

}  // namespace dateline::testing
