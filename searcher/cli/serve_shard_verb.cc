// serve-shard: one shard of a cluster.
#include <fmt/format.h>

#include <memory>
#include <string>

#include "common/program/output.h"
#include "common/store/remote_place.h"
#include "searcher/cli/options.h"
#include "searcher/cli/verbs.h"
#include "searcher/cluster/serving/shard_server.h"

namespace dateline::search::cli {
namespace {

struct ServeShardVerb {
  std::string directory;
  std::string listen = "127.0.0.1:7100";
  std::size_t connections = cluster::ShardServerOptions().most_connections;
};

program::ExitCode run(const ServeShardVerb& verb) {
  const auto address = store::host_port(verb.listen);
  if (!address) {
    return fail({ErrorCode::kUsage, fmt::format("“{}” is no address to listen on", verb.listen),
                 "give ADDR:PORT, as 127.0.0.1:7100"});
  }
  if (verb.directory.empty()) {
    return fail({ErrorCode::kUsage, "no index is named", "give --db DIR, or set DATELINE_DB"});
  }
  const cluster::ShardServerOptions options{verb.directory, *address, verb.connections};
  const Status served = cluster::serve_shard(options, [&] {
    program::complain(fmt::format("{}: serving {} on {}; whoever reaches it reads everything\n",
                                  kProgram, verb.directory, verb.listen));
  });
  return served ? program::ExitCode::kDone : fail(served.error());
}

}  // namespace

program::Action declare_serve_shard(CLI::App& verb) {
  const auto state = std::make_shared<ServeShardVerb>();
  verb.add_option("--db", state->directory, "The index, a directory")
      ->type_name("DIR")
      ->envname("DATELINE_DB");
  verb.add_option(
          "--listen", state->listen,
          "Where fronts connect. There is no password and no encryption: keep it on loopback, "
          "in a private network, or behind a proxy with certificates")
      ->type_name("ADDR:PORT")
      ->capture_default_str();
  verb.add_option("--connections", state->connections,
                  "Connections at a time, a process each; beyond them they are closed")
      ->type_name("N")
      ->check(CLI::Range(1, 65536))
      ->capture_default_str();
  return [state] { return run(*state); };
}

}  // namespace dateline::search::cli
