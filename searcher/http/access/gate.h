// Who asks: found out from what vouches for him, a trusted proxy or a signed token, and from
// nothing that a request merely says.
//
//   a listed proxy + X-Dateline-Secret + X-Dateline-Groups   its groups
//   Authorization: Bearer TOKEN                              those of the token, if it is right
//   X-Dateline-Groups from anybody else                      refused, so that nobody takes it for
//                                                            heeded, and a proxy that was not listed
//                                                            is noticed
//   nothing                                                  what everybody may see
//
// Who is in the group that the settings name sees articles under embargo, withheld and canceled ones
// too.
//
// Tested in tests/searcher/http/access/gate_test.cc.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "searcher/http/access/asker.h"
#include "searcher/http/access/token.h"
#include "searcher/http/config/networks.h"
#include "searcher/http/config/settings.h"
#include "searcher/http/messages/message.h"

namespace dateline::http {

// Why a request is not heard: 401 for a bad token, 403 for groups that nobody vouches for.
struct Denial {
  int status = 403;
  std::string detail;  // what may be sent
};

// Thread-safe: never changed once it is open.
class Gate {
 public:
  // Reads the secret and the keys that `settings` name. Fails as reading a file does; kUsage for a
  // secret that is empty and for keys that are none.
  static Result<Gate> open(const Settings& settings);

  tl::expected<Asker, Denial> admit(const HttpRequest& request, std::chrono::sys_seconds now) const;

  // The address that the request comes from: the peer's, or where that is a trusted proxy, the last
  // one in X-Forwarded-For that is none.
  std::string address_of(const HttpRequest& request) const;

 private:
  bool trusts_peer(const HttpRequest& request) const;
  bool knows_secret(const HttpRequest& request) const;
  tl::expected<void, Denial> heed_proxy(const HttpRequest& request, Asker& asker) const;
  tl::expected<void, Denial> heed_token(const HttpRequest& request, std::chrono::sys_seconds now,
                                        Asker& asker) const;

  std::vector<Network> proxies_;
  std::string secret_;  // empty: no proxy is asked for groups
  TokenKeys keys_;      // empty: tokens are not looked at
  TokenRules rules_;
  std::string embargo_group_;  // empty: nobody sees what is under embargo
};

}  // namespace dateline::http
