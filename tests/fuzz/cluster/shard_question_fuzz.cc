// Any bytes are a question to a shard, or the payload of a source in a front's query: an answer comes of
// the one, a source or Xapian's exception of the other.
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "common/store/index_reader.h"
#include "searcher/cluster/shard/desk.h"
#include "tests/searcher/search/small_index.h"

namespace dateline::cluster {
namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

const dateline::testing::SmallIndex& small_index() {
  static const auto index = [] {
    auto made = std::make_unique<dateline::testing::SmallIndex>();
    made->put(dateline::testing::make_article("a1", "Harbour strike",
                                              "The treaty of the harbour was non-binding.",
                                              "2020-01-06T10:00:00Z"));
    made->put(dateline::testing::make_article("a2", "Treaty signed", "Mark Esper signed it.",
                                              "2021-03-01"));
    made->close();
    return made;
  }();
  return *index;
}

std::unique_ptr<Desk> desk() {
  auto reader = store::IndexReader::open({small_index().place()});
  require(reader.has_value());
  return std::make_unique<Desk>(small_index().place(), std::move(*reader));
}

void try_question(Desk& desk, const std::string& bytes) {
  wire::Answer answer;
  require(answer.ParseFromString(desk.answer(bytes, 0)));
}

// A source that is made is also run: a front's query may have it anywhere.
void try_source(Desk& desk, const char* name, const std::string& payload) {
  const Xapian::Registry registry = desk.registry();
  const Xapian::PostingSource* const known = registry.get_posting_source(name);
  require(known != nullptr);
  try {
    std::unique_ptr<Xapian::PostingSource> source(known->unserialise(payload));
    source->init(Xapian::Database(small_index().place()));
    source->next(0);
    for (int i = 0; i < 8 && !source->at_end(); ++i) source->next(0);
  } catch (const Xapian::Error&) {
    return;
  }
}

}  // namespace
}  // namespace dateline::cluster

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline::cluster;
  static const std::unique_ptr<Desk> kDesk = desk();
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  switch (data[0]) {
    case 'N':
      try_source(*kDesk, kNearName, bytes);
      break;
    case 'R':
      try_source(*kDesk, kRecencyName, bytes);
      break;
    case 'G':
      try_source(*kDesk, kGoneName, bytes);
      break;
    case 'D':
      try_source(*kDesk, kDeadlineName, bytes);
      break;
    default:
      try_question(*kDesk, bytes);
  }
  return 0;
}
