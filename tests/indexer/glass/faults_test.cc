// Every write and every sync fails once: the builder must say so, and leave no database behind.
//
// The functions below stand before the C library's in this program, so that the faults meet the
// code as it is.
#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/glass/database_builder.h"
#include "tests/support/temporary_directory.h"

namespace {

// The call that is to fail, counting down from it; 0: none.
std::atomic<int> countdown = 0;
std::atomic<int> calls = 0;
std::atomic<int> error_number = 0;

bool is_to_fail() {
  ++calls;
  if (countdown == 0 || --countdown > 0) return false;
  errno = error_number;
  return true;
}

}  // namespace

// NOLINTBEGIN(readability-identifier-naming): the C library's names
extern "C" ssize_t write(int descriptor, const void* bytes, std::size_t count) {
  return is_to_fail() ? -1 : ::syscall(SYS_write, descriptor, bytes, count);
}
extern "C" int fsync(int descriptor) {
  return is_to_fail() ? -1 : static_cast<int>(::syscall(SYS_fsync, descriptor));
}
// NOLINTEND(readability-identifier-naming)

namespace dateline::glass {
namespace {

using dateline::testing::TemporaryDirectory;

// Some runs of two lanes, and tables of more than one buffer.
Status build(const std::string& path) {
  BuilderOptions options;
  options.lanes = 2;
  options.arena_bytes = 40000;
  auto builder = DatabaseBuilder::create(path, options);
  if (!builder) return tl::unexpected(builder.error());
  const std::vector<std::uint32_t> positions{1, 5, 70};
  for (DocId number = 1; number <= 500; ++number) {
    std::vector<std::string> terms;
    for (DocId i = 0; i < 20; ++i) terms.push_back("t" + std::to_string(1000 + i * number % 900));
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    std::vector<PostingView> postings;
    for (const std::string& term : terms) postings.push_back({term, 3, positions});
    const std::string data = std::to_string(number) + std::string(1500, 'd');
    auto encoded = builder->prepare(number % 2, number, {postings, {}, data});
    if (!encoded) return tl::unexpected(encoded.error());
    builder->take(*encoded);
  }
  return builder->finish({{"key", "value"}});
}

int calls_of_a_build() {
  const TemporaryDirectory directory;
  countdown = 0;
  calls = 0;
  EXPECT_TRUE(build(directory.path()));
  return calls;
}

class Faults : public ::testing::TestWithParam<std::pair<int, ErrorCode>> {};

TEST_P(Faults, AnyFailingWriteOrSyncIsReportedAndLeavesNoDatabase) {
  const int all = calls_of_a_build();
  ASSERT_GT(all, 20);
  int reported = 0;
  for (int nth = 1; nth <= all; ++nth) {
    const TemporaryDirectory directory;
    error_number = GetParam().first;
    countdown = nth;
    const Status built = build(directory.path());
    countdown = 0;
    // The last call syncs the directory, with the file in its place already.
    EXPECT_EQ(std::filesystem::exists(directory.file("iamglass")), built.has_value() || nth == all)
        << nth;
    if (built) continue;
    ++reported;
    EXPECT_EQ(built.error().code, GetParam().second) << built.error().to_string();
    EXPECT_FALSE(built.error().message.empty());
  }
  EXPECT_EQ(reported, all);
}

INSTANTIATE_TEST_SUITE_P(Errors, Faults,
                         ::testing::Values(std::pair{EIO, ErrorCode::kIo},
                                           std::pair{ENOSPC, ErrorCode::kNoSpace}));

}  // namespace
}  // namespace dateline::glass
