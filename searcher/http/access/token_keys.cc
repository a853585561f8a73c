// OpenSSL's EVP does the cryptography; what stands here is how JOSE writes keys and signatures down
// (RFC 7517, RFC 7518, RFC 8037). Tested in tests/searcher/http/access/token_test.cc, with tokens
// made by OpenSSL.
#include "searcher/http/access/token_keys.h"

#include <fmt/format.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>

#include <array>
#include <optional>

#include <nlohmann/json.hpp>

#include "searcher/http/access/base64url.h"

namespace dateline::http {
namespace {

using KeyJson = nlohmann::json;

template <auto Free>
struct Freed {
  template <typename T>
  void operator()(T* what) const {
    Free(what);
  }
};

using KeyPointer = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;

constexpr std::size_t kCoordinateBytes = 32;  // of P-256

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

// The signature of ECDSA as OpenSSL reads it; JOSE has its two numbers side by side.
std::string der_signature(std::string_view raw) {
  if (raw.size() != 2 * kCoordinateBytes) return {};
  const std::unique_ptr<ECDSA_SIG, Freed<ECDSA_SIG_free>> signature(ECDSA_SIG_new());
  BIGNUM* const r = BN_bin2bn(bytes_of(raw), kCoordinateBytes, nullptr);
  BIGNUM* const s = BN_bin2bn(bytes_of(raw) + kCoordinateBytes, kCoordinateBytes, nullptr);
  if (!signature || ECDSA_SIG_set0(signature.get(), r, s) != 1) {
    BN_free(r);
    BN_free(s);
    return {};
  }
  unsigned char* der = nullptr;
  const int size = i2d_ECDSA_SIG(signature.get(), &der);
  std::string out(reinterpret_cast<char*>(der), static_cast<std::size_t>(size > 0 ? size : 0));
  OPENSSL_free(der);
  return out;
}

bool verifies_publicly(EVP_PKEY* key, const EVP_MD* digest, std::string_view text,
                       std::string_view signature) {
  const std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>> context(EVP_MD_CTX_new());
  return context && !signature.empty() &&
         EVP_DigestVerifyInit(context.get(), nullptr, digest, nullptr, key) == 1 &&
         EVP_DigestVerify(context.get(), bytes_of(signature), signature.size(), bytes_of(text),
                          text.size()) == 1;
}

bool verifies_secretly(const std::string& secret, std::string_view text,
                       std::string_view signature) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
  unsigned size = 0;
  if (HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()), bytes_of(text),
           text.size(), sum.data(), &size) == nullptr) {
    return false;
  }
  return signature.size() == size && CRYPTO_memcmp(signature.data(), sum.data(), size) == 0;
}

KeyPointer p256_key(const std::string& x, const std::string& y) {
  if (x.size() != kCoordinateBytes || y.size() != kCoordinateBytes) return nullptr;
  const std::string point = "\x04" + x + y;
  const std::unique_ptr<OSSL_PARAM_BLD, Freed<OSSL_PARAM_BLD_free>> builder(OSSL_PARAM_BLD_new());
  if (!builder) return nullptr;
  OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "P-256", 0);
  OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                   point.size());
  const std::unique_ptr<OSSL_PARAM, Freed<OSSL_PARAM_free>> parameters(
      OSSL_PARAM_BLD_to_param(builder.get()));
  const std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX_free>> context(
      EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
  EVP_PKEY* key = nullptr;
  if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
      EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1) {
    return nullptr;
  }
  return KeyPointer(key);
}

KeyPointer ed25519_key(const std::string& x) {
  return KeyPointer(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes_of(x), x.size()));
}

bool is_p256(const EVP_PKEY* key) {
  std::array<char, 64> name{};
  std::size_t size = 0;
  return EVP_PKEY_get_base_id(key) == EVP_PKEY_EC &&
         EVP_PKEY_get_group_name(key, name.data(), name.size(), &size) == 1 &&
         std::string_view(name.data(), size) == "prime256v1";
}

std::string text_member(const KeyJson& jwk, const char* name) {
  const auto found = jwk.find(name);
  return found != jwk.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string bytes_member(const KeyJson& jwk, const char* name) {
  return from_base64url(text_member(jwk, name)).value_or("");
}

}  // namespace

// Makes keys of what files have.
class KeyReader {
 public:
  explicit KeyReader(const std::string& place) : place_(place) {}

  Result<TokenKeys> read(std::string_view text) const {
    if (text.starts_with("-----BEGIN")) return one(of_pem(text));
    if (text.starts_with('{')) return of_json(text);
    if (text.ends_with('\n')) text.remove_suffix(1);
    return one(of_secret(std::string(text)));
  }

 private:
  tl::unexpected<Error> wrong_key(std::string_view what) const {
    return failure(
        ErrorCode::kUsage, fmt::format("{}: {}", place_, what),
        "give a JWK set, a public key in PEM (P-256 or Ed25519), or a secret of at least "
        "32 bytes");
  }

  static Result<TokenKeys> one(Result<TokenKey> key) {
    if (!key) return failure(key.error());
    return TokenKeys{std::move(*key)};
  }

  Result<TokenKey> of_secret(std::string secret) const {
    if (secret.size() < kLeastSecretBytes) return wrong_key("the secret is too short");
    TokenKey key;
    key.secret_ = std::move(secret);
    return key;
  }

  Result<TokenKey> of_public(KeyPointer pkey, Algorithm algorithm) const {
    if (!pkey) return wrong_key("this is no public key");
    TokenKey key;
    key.algorithm_ = algorithm;
    key.public_key_ = std::shared_ptr<EVP_PKEY>(std::move(pkey));
    return key;
  }

  Result<TokenKey> of_pem(std::string_view text) const {
    const std::unique_ptr<BIO, Freed<BIO_free>> bio(
        BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
    KeyPointer key(PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr));
    if (!key) return wrong_key("this is no public key in PEM");
    if (is_p256(key.get())) return of_public(std::move(key), Algorithm::kEs256);
    if (EVP_PKEY_get_base_id(key.get()) == EVP_PKEY_ED25519) {
      return of_public(std::move(key), Algorithm::kEdDsa);
    }
    return wrong_key("the key is for another algorithm than ES256 and EdDSA");
  }

  Result<TokenKey> of_jwk(const KeyJson& jwk) const {
    if (!jwk.is_object()) return wrong_key("a key is no JSON object");
    const std::string type = text_member(jwk, "kty");
    const std::string curve = text_member(jwk, "crv");
    Result<TokenKey> key = wrong_key(fmt::format("a key has the type “{}” “{}”", type, curve));
    if (type == "oct") key = of_secret(bytes_member(jwk, "k"));
    if (type == "EC" && curve == "P-256") {
      key = of_public(p256_key(bytes_member(jwk, "x"), bytes_member(jwk, "y")), Algorithm::kEs256);
    }
    if (type == "OKP" && curve == "Ed25519") {
      key = of_public(ed25519_key(bytes_member(jwk, "x")), Algorithm::kEdDsa);
    }
    if (!key) return key;
    const std::string stated = text_member(jwk, "alg");
    if (!stated.empty() && algorithm_from(stated) != key->algorithm()) {
      return wrong_key(fmt::format("a key of the type “{}” is not for {}", type, stated));
    }
    key->id_ = text_member(jwk, "kid");
    return key;
  }

  Result<TokenKeys> of_json(std::string_view text) const {
    const KeyJson json = KeyJson::parse(text, nullptr, false);
    if (!json.is_object()) return wrong_key("this is no JSON");
    const auto keys = json.find("keys");
    if (keys == json.end()) return one(of_jwk(json));
    if (!keys->is_array() || keys->empty()) return wrong_key("the set has no keys");
    TokenKeys out;
    out.reserve(keys->size());
    for (const KeyJson& jwk : *keys) {
      // A set may have keys for encryption beside those for signatures.
      if (jwk.is_object() && text_member(jwk, "use") == "enc") continue;
      auto key = of_jwk(jwk);
      if (!key) return failure(key.error());
      out.push_back(std::move(*key));
    }
    if (out.empty()) return wrong_key("the set has no keys for signatures");
    return out;
  }

  const std::string& place_;
};

bool TokenKey::verifies(std::string_view text, std::string_view signature) const {
  auto* const key = static_cast<EVP_PKEY*>(public_key_.get());
  switch (algorithm_) {
    case Algorithm::kHs256:
      return verifies_secretly(secret_, text, signature);
    case Algorithm::kEs256:
      return verifies_publicly(key, EVP_sha256(), text, der_signature(signature));
    case Algorithm::kEdDsa:
      return verifies_publicly(key, nullptr, text, signature);
  }
  return false;
}

Result<TokenKeys> read_token_keys(std::string_view text, const std::string& place) {
  return KeyReader(place).read(text);
}

std::optional<Algorithm> algorithm_from(std::string_view name) {
  if (name == "HS256") return Algorithm::kHs256;
  if (name == "ES256") return Algorithm::kEs256;
  if (name == "EdDSA") return Algorithm::kEdDsa;
  return std::nullopt;
}

}  // namespace dateline::http
