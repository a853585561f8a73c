// Xapian's own programs on what the bulk builder wrote.
#include <arpa/inet.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>

#include "tests/indexer/glass/simple_documents.h"
#include "tests/support/describe_database.h"
#include "tests/support/temporary_directory.h"

namespace dateline::glass {
namespace {

using dateline::testing::build_simple;
using dateline::testing::describe_database;
using dateline::testing::TemporaryDirectory;

struct Outcome {
  int status;
  std::string output;  // both streams
};

Outcome run(const std::string& command) {
  std::FILE* const pipe = ::popen((command + " 2>&1").c_str(), "r");
  std::string output;
  std::array<char, 4096> buffer;
  while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
    output.append(buffer.data(), count);
  }
  return {::pclose(pipe), std::move(output)};
}

class XapianTools : public ::testing::Test {
 protected:
  void SetUp() override {
    if (run("command -v xapian-check xapian-replicate").status != 0) {
      GTEST_SKIP() << "xapian-tools is not installed (scripts/bootstrap test)";
    }
    build_simple(path_, 3000, [](DocId number) { return std::string(number % 700, 'd'); });
  }

  TemporaryDirectory directory_;
  std::string path_ = directory_.file("master");
};

TEST_F(XapianTools, CheckFindsNothing) {
  const Outcome check = run("xapian-check " + path_);
  EXPECT_EQ(check.status, 0) << check.output;
  EXPECT_NE(check.output.find("No errors found"), std::string::npos) << check.output;
}

TEST_F(XapianTools, DelveShowsWhatWasPutIn) {
  EXPECT_NE(run("xapian-delve " + path_).output.find("number of documents = 3000"),
            std::string::npos);
  const Outcome term = run("xapian-delve -1 -t own2999 " + path_);
  EXPECT_EQ(term.status, 0);
  EXPECT_NE(term.output.find("\n2999"), std::string::npos) << term.output;
}

TEST_F(XapianTools, CompactKeepsEverything) {
  const std::string compacted = directory_.file("compacted");
  const Outcome compact = run(fmt::format("xapian-compact --no-renumber {} {}", path_, compacted));
  EXPECT_EQ(compact.status, 0) << compact.output;
  EXPECT_EQ(describe_database(Xapian::Database(compacted)),
            describe_database(Xapian::Database(path_)));
}

// One that nobody listens on, as far as can be told.
int free_port() {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* const generic = reinterpret_cast<sockaddr*>(&address);
  EXPECT_EQ(::bind(socket, generic, size), 0);
  EXPECT_EQ(::getsockname(socket, generic, &size), 0);
  ::close(socket);
  return ::ntohs(address.sin_port);
}

// Copies the newest state of `parent`/master through a server that serves once.
Outcome replicate(const std::string& parent, const std::string& replica) {
  const int port = free_port();
  const std::string port_text = std::to_string(port);
  const pid_t server = ::fork();
  if (server == 0) {
    ::execlp("xapian-replicate-server", "xapian-replicate-server", "-I", "127.0.0.1", "-p",
             port_text.c_str(), "-o", parent.c_str(), nullptr);
    ::_exit(127);
  }
  Outcome copied{1, ""};
  for (int attempt = 0; attempt < 100 && copied.status != 0; ++attempt) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    copied = run(fmt::format("xapian-replicate -h 127.0.0.1 -p {} -m master -o {}", port, replica));
  }
  ::kill(server, SIGTERM);
  ::waitpid(server, nullptr, 0);
  return copied;
}

TEST_F(XapianTools, ReplicateCopiesItAndItsLaterChanges) {
  const std::string replica = directory_.file("replica");
  const Outcome first = replicate(directory_.path(), replica);
  ASSERT_EQ(first.status, 0) << first.output;
  EXPECT_EQ(describe_database(Xapian::Database(replica)),
            describe_database(Xapian::Database(path_)));

  ::setenv("XAPIAN_MAX_CHANGESETS", "10", 1);
  {
    Xapian::WritableDatabase db(path_, Xapian::DB_OPEN);
    for (Xapian::docid id = 100; id < 200; ++id) db.delete_document(id);
    db.add_document(db.get_document(7));
    db.commit();
  }
  ::unsetenv("XAPIAN_MAX_CHANGESETS");
  const Outcome second = replicate(directory_.path(), replica);
  ASSERT_EQ(second.status, 0) << second.output;
  EXPECT_EQ(describe_database(Xapian::Database(replica)),
            describe_database(Xapian::Database(path_)));
  // The database stands in a directory beside the stub that names it.
  const Outcome check = run("xapian-check " + replica + "/replica_*");
  EXPECT_EQ(check.status, 0) << check.output;
}

}  // namespace
}  // namespace dateline::glass
