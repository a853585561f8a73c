#include "tests/searcher/http/access/token_maker.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>

#include <array>

namespace dateline::testing {
namespace {

const unsigned char* unsigned_bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

// OpenSSL writes ECDSA's two numbers in DER, JOSE side by side.
std::string raw_signature(const std::string& der) {
  const unsigned char* at = unsigned_bytes(der);
  ECDSA_SIG* const signature = d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size()));
  std::array<unsigned char, 64> raw{};
  BN_bn2binpad(ECDSA_SIG_get0_r(signature), raw.data(), 32);
  BN_bn2binpad(ECDSA_SIG_get0_s(signature), raw.data() + 32, 32);
  ECDSA_SIG_free(signature);
  return {reinterpret_cast<const char*>(raw.data()), raw.size()};
}

}  // namespace

std::string base64url(std::string_view bytes) {
  std::string out((bytes.size() + 2) / 3 * 4 + 1, '\0');
  const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                                   unsigned_bytes(bytes), static_cast<int>(bytes.size()));
  out.resize(static_cast<std::size_t>(size));
  while (out.ends_with('=')) out.pop_back();
  for (char& c : out) c = c == '+' ? '-' : c == '/' ? '_' : c;
  return out;
}

IssuerKey::IssuerKey(const char* type) : is_ec_(std::string_view(type) != "ED25519") {
  EVP_PKEY* const key = is_ec_ ? EVP_EC_gen(type) : EVP_PKEY_Q_keygen(nullptr, nullptr, type);
  key_ = std::shared_ptr<EVP_PKEY>(key, EVP_PKEY_free);
}

std::string IssuerKey::public_pem() const {
  BIO* const bio = BIO_new(BIO_s_mem());
  PEM_write_bio_PUBKEY(bio, key_.get());
  char* data = nullptr;
  const long size = BIO_get_mem_data(bio, &data);
  std::string out(data, static_cast<std::size_t>(size));
  BIO_free(bio);
  return out;
}

std::string IssuerKey::jwk(const std::string& more) const {
  std::array<unsigned char, 133> bytes{};
  std::size_t size = bytes.size();
  if (!is_ec_) {
    EVP_PKEY_get_raw_public_key(key_.get(), bytes.data(), &size);
    return R"({"kty":"OKP","crv":"Ed25519","x":")" +
           base64url({reinterpret_cast<const char*>(bytes.data()), size}) + "\"" + more + "}";
  }
  EVP_PKEY_get_octet_string_param(key_.get(), OSSL_PKEY_PARAM_PUB_KEY, bytes.data(), bytes.size(),
                                  &size);
  const std::string_view point(reinterpret_cast<const char*>(bytes.data()), size);
  return R"({"kty":"EC","crv":"P-256","x":")" + base64url(point.substr(1, 32)) + R"(","y":")" +
         base64url(point.substr(33)) + "\"" + more + "}";
}

std::string IssuerKey::sign(std::string_view text) const {
  EVP_MD_CTX* const context = EVP_MD_CTX_new();
  EVP_DigestSignInit(context, nullptr, is_ec_ ? EVP_sha256() : nullptr, nullptr, key_.get());
  std::array<unsigned char, 256> bytes{};
  std::size_t size = bytes.size();
  EVP_DigestSign(context, bytes.data(), &size, unsigned_bytes(text), text.size());
  EVP_MD_CTX_free(context);
  const std::string signature(reinterpret_cast<const char*>(bytes.data()), size);
  return is_ec_ ? raw_signature(signature) : signature;
}

std::string hmac_sha256(std::string_view secret, std::string_view text) {
  std::array<unsigned char, 32> sum{};
  unsigned size = 0;
  HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()), unsigned_bytes(text),
       text.size(), sum.data(), &size);
  return {reinterpret_cast<const char*>(sum.data()), size};
}

std::string unsigned_token(std::string_view header, std::string_view claims) {
  return base64url(header) + "." + base64url(claims);
}

std::string token_by(const IssuerKey& key, std::string_view header, std::string_view claims) {
  const std::string text = unsigned_token(header, claims);
  return text + "." + base64url(key.sign(text));
}

std::string token_by(std::string_view secret, std::string_view header, std::string_view claims) {
  const std::string text = unsigned_token(header, claims);
  return text + "." + base64url(hmac_sha256(secret, text));
}

}  // namespace dateline::testing
