// The index of a WARC file (CDXJ: a line a record with its address, time, and what it is as JSON), as
// crawlers write it beside the file. It is only asked where a record lies that is no page, to step
// over it: what is not in it, or in doubt, is read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/input/bytes/byte_source.h"

namespace dateline::indexer::warc {

// Constant once it is read; an empty one knows nothing.
class CrawlIndex {
 public:
  // The most records that one index tells of: some 24 MB. Those beyond are read like all others.
  static constexpr std::size_t kMostRecords = std::size_t{1} << 20;

  CrawlIndex() = default;

  // Of lines such as
  //   example,news)/a.png 20240305000000 {"mime": "image/png", "length": "96", "offset": "7",
  //   "filename": "news.warc.gz"}
  // those about the file `name`, or about none by name. Lines that cannot be read tell nothing.
  CrawlIndex(std::unique_ptr<BufferedSource> lines, std::string_view name);

  // The one beside the file `warc`: with ".cdxj" behind the file's name, or in the place of ".gz" or
  // ".warc.gz", and perhaps compressed. Empty where there is none, none that can be read, or one
  // that is larger than the file itself, which is none of it.
  static CrawlIndex beside(const std::string& warc);

  bool is_empty() const { return records_.empty(); }

  // How many bytes the record at `offset` has in the file as it lies, where the index says that it
  // is no page, that it is long enough to be worth the look at its head, and that no other record
  // lies within it.
  std::optional<std::uint64_t> bytes_of_no_page(std::uint64_t offset) const;

 private:
  struct Record {
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0;
    bool may_be_page = true;
  };
  static std::optional<Record> record_of(std::string_view line, std::string_view name);

  std::vector<Record> records_;  // by their offsets
};

}  // namespace dateline::indexer::warc
