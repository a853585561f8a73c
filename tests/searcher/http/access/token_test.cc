#include "searcher/http/access/token.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/http/access/base64url.h"
#include "tests/searcher/http/access/token_maker.h"

namespace dateline::http {
namespace {

using ::testing::ElementsAre;
using testing::IssuerKey;
using testing::token_by;
using testing::unsigned_token;

constexpr std::string_view kSecret = "0123456789abcdef0123456789abcdef";
constexpr std::string_view kClaims = R"({"sub":"mara","groups":["desk","board"],"exp":2000})";
constexpr std::chrono::sys_seconds kNow{std::chrono::seconds(1000)};

TokenKeys keys_of(std::string_view text) {
  auto keys = read_token_keys(text, "keys");
  EXPECT_TRUE(keys) << keys.error().to_string();
  return keys.value_or(TokenKeys());
}

std::string wrong_with(const std::string& token, const TokenKeys& keys,
                       const TokenRules& rules = {}) {
  const auto claims = read_token(token, keys, rules, kNow);
  return claims ? "nothing" : claims.error().message;
}

TEST(Base64UrlTest, EachSequenceOfBytesHasOneSpelling) {
  for (const std::string& bytes : {std::string(), std::string("\0", 1), std::string("ab"),
                                   std::string("abc"), std::string("\xff\xfe\xfd\xfc")}) {
    EXPECT_EQ(from_base64url(testing::base64url(bytes)), bytes);
  }
  for (const char* wrong : {"a", "ab=", "ab==", "a b", "a+bc", "a/bc", "abcde", "AB\n", "QR"}) {
    EXPECT_EQ(from_base64url(wrong), std::nullopt) << wrong;
  }
}

TEST(TokenTest, EachAlgorithmVerifiesItsOwnSignatures) {
  const IssuerKey ec("P-256");
  const IssuerKey ed("ED25519");
  const std::vector<std::pair<std::string, TokenKeys>> tokens{
      {token_by(kSecret, R"({"alg":"HS256"})", kClaims), keys_of(kSecret)},
      {token_by(ec, R"({"alg":"ES256","typ":"JWT"})", kClaims), keys_of(ec.public_pem())},
      {token_by(ec, R"({"alg":"ES256"})", kClaims), keys_of(ec.jwk())},
      {token_by(ed, R"({"alg":"EdDSA"})", kClaims), keys_of(ed.public_pem())},
      {token_by(ed, R"({"alg":"EdDSA","kid":"k2"})", kClaims),
       keys_of(R"({"keys":[)" + ec.jwk(R"(,"kid":"k1")") + "," + ed.jwk(R"(,"kid":"k2")") + "]}")},
  };
  for (const auto& [token, keys] : tokens) {
    const auto claims = read_token(token, keys, {}, kNow);
    ASSERT_TRUE(claims) << claims.error().message;
    EXPECT_EQ(claims->subject, "mara");
    EXPECT_THAT(claims->groups, ElementsAre("desk", "board"));
  }
}

TEST(TokenTest, ChangingAnyLetterMakesItWrong) {
  const IssuerKey ec("P-256");
  const std::string token = token_by(ec, R"({"alg":"ES256"})", kClaims);
  const TokenKeys keys = keys_of(ec.public_pem());
  for (std::size_t at = 0; at < token.size(); ++at) {
    std::string other = token;
    other[at] = other[at] == 'A' ? 'B' : 'A';
    ASSERT_NE(other, token);
    EXPECT_NE(wrong_with(other, keys), "nothing") << at;
  }
  for (std::size_t size = 0; size < token.size(); ++size) {
    EXPECT_NE(wrong_with(token.substr(0, size), keys), "nothing") << size;
  }
}

// The attacks that RFC 8725 names: no algorithm at all, and a public key taken for a secret.
TEST(TokenTest, NoneAndAnotherAlgorithmThanTheKeysAreRefused) {
  const IssuerKey ec("P-256");
  const std::string pem = ec.public_pem();
  const TokenKeys keys = keys_of(pem);
  for (const char* header : {R"({"alg":"none"})", R"({"alg":"None"})", R"({})", R"({"alg":null})",
                             R"({"alg":"HS256"})", R"({"alg":"ES256"})", R"({"alg":["ES256"]})"}) {
    EXPECT_EQ(wrong_with(unsigned_token(header, kClaims) + ".", keys),
              "the token's signature is wrong");
  }
  EXPECT_EQ(wrong_with(token_by(pem, R"({"alg":"HS256"})", kClaims), keys),
            "the token's signature is wrong");
  EXPECT_EQ(wrong_with(token_by(kSecret, R"({"alg":"HS512"})", kClaims), keys_of(kSecret)),
            "the token's signature is wrong");
  const IssuerKey other("P-256");
  EXPECT_EQ(wrong_with(token_by(other, R"({"alg":"ES256"})", kClaims), keys),
            "the token's signature is wrong");
}

TEST(TokenTest, AKeyOfAnotherNameIsNotTried) {
  const std::string jwk = R"({"kty":"oct","kid":"k1","k":")" + testing::base64url(kSecret) + "\"}";
  EXPECT_EQ(wrong_with(token_by(kSecret, R"({"alg":"HS256","kid":"k1"})", kClaims), keys_of(jwk)),
            "nothing");
  EXPECT_EQ(wrong_with(token_by(kSecret, R"({"alg":"HS256","kid":"k2"})", kClaims), keys_of(jwk)),
            "the token's signature is wrong");
}

struct ClaimsCase {
  const char* claims;
  const char* wrong;
};

TEST(TokenTest, ATokenIsInForceForUsAndFromTheIssuer) {
  const TokenRules rules{"news", true, "portal"};
  const std::vector<ClaimsCase> cases{
      {R"({"exp":2000,"aud":"news","iss":"portal"})", "nothing"},
      {R"({"exp":2000,"aud":["x","news"],"iss":"portal","nbf":1000})", "nothing"},
      {R"({"aud":"news","iss":"portal"})", "the token has no end"},
      {R"({"exp":"2000","aud":"news","iss":"portal"})", "the token has no end"},
      {R"({"exp":940,"aud":"news","iss":"portal"})", "the token is no longer valid"},
      {R"({"exp":941,"aud":"news","iss":"portal"})", "nothing"},
      {R"({"exp":-1e308,"aud":"news","iss":"portal"})", "the token is no longer valid"},
      {R"({"exp":2000,"nbf":1061,"aud":"news","iss":"portal"})", "the token is not yet valid"},
      {R"({"exp":2000,"nbf":"x","aud":"news","iss":"portal"})", "the token is not yet valid"},
      {R"({"exp":2000,"aud":"else","iss":"portal"})", "the token is for somebody else"},
      {R"({"exp":2000,"iss":"portal"})", "the token is for somebody else"},
      {R"({"exp":2000,"aud":"news","iss":"else"})", "the token is from somebody else"},
      {R"({"exp":2000,"aud":"news"})", "the token is from somebody else"},
      {R"({"exp":2000,"aud":"news","iss":"portal","groups":"desk"})",
       "the token's groups are no list"},
      {R"({"exp":2000,"aud":"news","iss":"portal","groups":[1]})",
       "a group of the token is no text"},
      {R"([])", "the token has no claims"},
      {"no json", "the token has no claims"},
  };
  for (const ClaimsCase& one : cases) {
    const std::string token = token_by(kSecret, R"({"alg":"HS256"})", one.claims);
    EXPECT_EQ(wrong_with(token, keys_of(kSecret), rules), one.wrong) << one.claims;
  }
}

// RFC 7519, 4.1.3: whom a token is for is to be heeded even where nothing is configured.
TEST(TokenTest, WithoutAnAudienceConfiguredATokenForOthersIsRefused) {
  const TokenKeys keys = keys_of(kSecret);
  const auto with = [&](const char* claims) {
    return wrong_with(token_by(kSecret, R"({"alg":"HS256"})", claims), keys);
  };
  EXPECT_EQ(with(R"({"exp":2000})"), "nothing");
  EXPECT_EQ(with(R"({"exp":2000,"aud":"dateline"})"), "nothing");
  EXPECT_EQ(with(R"({"exp":2000,"aud":"mail"})"), "the token is for somebody else");
}

TEST(TokenTest, WhatIsCriticalAndWhatIsTooLongIsRefused) {
  const TokenKeys keys = keys_of(kSecret);
  EXPECT_EQ(wrong_with(token_by(kSecret, R"({"alg":"HS256","crit":["x"]})", kClaims), keys),
            "this is no token");
  const std::string claims = R"({"exp":2000,"x":")" + std::string(kMaxTokenBytes, 'x') + "\"}";
  EXPECT_EQ(wrong_with(token_by(kSecret, R"({"alg":"HS256"})", claims), keys), "this is no token");
  for (const char* wrong : {"", ".", "..", "...", "a.b.c", "e30.e30.", "e30.e30.e30.e30"}) {
    EXPECT_NE(wrong_with(wrong, keys), "nothing") << wrong;
  }
}

TEST(TokenKeysTest, WhatIsNoKeyIsNamed) {
  const IssuerKey p384("P-384");
  const std::vector<std::string> wrong{
      "", "short secret", "{}", "{not json", R"({"keys":[]})", R"({"keys":{}})", R"({"keys":[1]})",
      R"({"kty":"oct","k":"c2hvcnQ"})", R"({"kty":"EC","crv":"P-256","x":"AA","y":"AA"})",
      R"({"kty":"OKP","crv":"Ed25519","x":"AA"})", R"({"kty":"RSA","n":"AQ","e":"AQAB"})",
      R"({"keys":[{"kty":"oct","use":"enc","k":"AA"}]})", "-----BEGIN PUBLIC KEY-----\nnone\n",
      p384.public_pem(), IssuerKey("P-256").jwk(R"(,"alg":"HS256")"),
      // A point that is on no curve.
      R"({"kty":"EC","crv":"P-256","x":")" + testing::base64url(std::string(32, '\1')) +
          R"(","y":")" + testing::base64url(std::string(32, '\2')) + "\"}"};
  for (const std::string& text : wrong) {
    const auto keys = read_token_keys(text, "the-file");
    ASSERT_FALSE(keys) << text;
    EXPECT_EQ(keys.error().code, ErrorCode::kUsage);
    EXPECT_EQ(keys.error().message.find("the-file: "), 0U);
  }
}

}  // namespace
}  // namespace dateline::http
