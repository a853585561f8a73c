// What the SOURCE of a copy means: a directory, or a directory of another machine.
//
//   /srv/index  index  ./a:b     directories: a colon behind a slash is part of a name
//   archive:/srv/index           on the machine that ssh knows as "archive"
//   me@[2001:db8::1]:index       below the home directory there
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/base/result.h"

namespace dateline::indexer {

struct RemoteDirectory {
  std::string host;  // with the user, if one was named: "me@archive"
  std::string path;
};

// nullopt for a directory of this machine. kUsage for what is neither: an empty host or path, characters
// that no host's name has (the name is put on a command line, and must not be an option there), control
// characters, and rsync's own protocol, which is not encrypted.
Result<std::optional<RemoteDirectory>> remote_directory(std::string_view source);

}  // namespace dateline::indexer
