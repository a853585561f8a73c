// Serves an index as one shard of a cluster, in Xapian's remote protocol, with the sources and the
// questions that fronts use (../sources, ../protocol).
//
// Stock clients of the protocol are served too, without what has gone being left out of their
// answers but by a source of ours. Whoever reaches the port can read everything: there is no
// encryption, no password and no access group here. It listens where only fronts can reach it.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "common/base/result.h"
#include "common/store/remote_place.h"

namespace dateline::cluster {

struct ShardServerOptions {
  std::string directory;
  store::HostPort listen;
  std::size_t most_connections = 256;  // one process each; beyond them a connection is closed
};

// Runs until SIGTERM or SIGINT ends the process with 0. Each connection has a process of its own,
// which sees the state of the index of when it began, reads files below `directory` alone, and ends
// with this one. `ready` is called once, when connections are taken. Fails where the index cannot be
// read or the address not be listened on; kVersion where this build cannot serve.
Status serve_shard(const ShardServerOptions& options, const std::function<void()>& ready);

}  // namespace dateline::cluster
