#include "indexer/write/index_facts.h"

#include <xapian.h>

#include <charconv>
#include <filesystem>
#include <system_error>

#include "common/schema/fields.h"
#include "common/store/guard.h"
#include "common/store/index.h"

namespace dateline::indexer {
namespace {

std::uint64_t bytes_in(const std::string& directory) {
  std::uint64_t bytes = 0;
  std::error_code error;
  std::filesystem::directory_iterator entries(directory, error);
  for (; !error && entries != std::filesystem::directory_iterator(); entries.increment(error)) {
    std::error_code unsized;  // a file that goes while we look has no size
    const auto size = entries->file_size(unsized);
    if (!unsized) bytes += size;
  }
  return bytes;
}

int number_in(const std::string& digits) {
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

}  // namespace

Result<IndexFacts> index_facts(const std::string& directory) {
  auto db = store::open_for_reading({directory});
  if (!db) return failure(db.error());
  return store::guard_read("reading " + directory, *db, [&] {
    IndexFacts facts;
    facts.articles = db->get_doccount();
    facts.stories = facts.articles;
    facts.bytes = bytes_in(directory);
    facts.format_version = number_in(db->get_metadata(std::string(schema::kFormatKey)));
    facts.revision = db->get_revision();
    facts.updated = db->get_metadata(std::string(schema::kUpdatedKey));
    return facts;
  });
}

}  // namespace dateline::indexer
