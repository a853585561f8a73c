// Each chunk but a list's first has the number of its first document in its key, and each says
// whether it is the last:
//
//   iraq          first chunk, with the counts: documents 1 to 800
//   iraq, 801     documents 801 to 1,590; the last one
//
// Tested, down to where Xapian would cut, by tests/indexer/glass/database_builder_test.cc.
#include "indexer/glass/tables/chunks.h"

namespace dateline::glass {
namespace {

using namespace std::string_view_literals;
constexpr std::string_view kMetadataKey = "\0\xC0"sv;
constexpr std::string_view kValueStatisticsKey = "\0\xD0"sv;
constexpr std::string_view kValueChunkKey = "\0\xD8"sv;
constexpr std::string_view kLengthsKey = "\0\xE0"sv;

}  // namespace

void PostingListWriter::start(std::uint64_t documents, std::uint64_t occurrences) {
  header_.clear();
  put_uint(header_, documents);
  put_uint(header_, occurrences);
  chunk_size_ = 0;
  is_first_ = true;
}

void PostingListWriter::start_term(std::string_view term, std::uint64_t documents,
                                   std::uint64_t occurrences) {
  first_key_.clear();
  put_term(first_key_, term, /*is_last=*/true);
  later_key_.clear();
  put_term(later_key_, term, /*is_last=*/false);
  start(documents, occurrences);
}

void PostingListWriter::start_lengths() {
  // Made anew: where a compiler joins all of this, it takes what assigning would overwrite for read.
  first_key_ = std::string(kLengthsKey);
  later_key_ = std::string(kLengthsKey);
  start(0, 0);
}

void PostingListWriter::append(DocId document, std::uint32_t wdf) {
  if (chunk_size_ >= kChunkBytes) write_chunk(/*is_last=*/false);
  char* at = chunk_.data() + chunk_size_;
  if (chunk_size_ == 0) {
    first_ = document;
  } else {
    at = put_uint_at(at, document - last_ - 1);
  }
  last_ = document;
  at = put_uint_at(at, wdf);
  chunk_size_ = static_cast<std::size_t>(at - chunk_.data());
}

void PostingListWriter::finish_list() {
  if (chunk_size_ > 0) write_chunk(/*is_last=*/true);
}

void PostingListWriter::write_chunk(bool is_last) {
  tag_.clear();
  if (is_first_) {
    tag_ = header_;
    put_uint(tag_, first_ - 1);
  }
  put_bool(tag_, is_last);
  put_uint(tag_, last_ - first_);
  tag_.append(chunk_.data(), chunk_size_);
  if (is_first_) {
    table_.add(first_key_, tag_);
  } else {
    std::string key = later_key_;
    put_sortable(key, first_);
    table_.add(key, tag_);
  }
  is_first_ = false;
  chunk_size_ = 0;
}

void ValueListWriter::start_slot(std::uint32_t slot) {
  slot_ = slot;
  chunk_.clear();
}

void ValueListWriter::append(DocId document, std::string_view value) {
  if (chunk_.empty()) {
    first_ = document;
  } else {
    put_uint(chunk_, document - last_ - 1);
  }
  last_ = document;
  put_string(chunk_, value);
  if (chunk_.size() >= kChunkBytes) write_chunk();
}

void ValueListWriter::finish_slot() {
  if (!chunk_.empty()) write_chunk();
}

void ValueListWriter::write_chunk() {
  std::string key(kValueChunkKey);
  put_uint(key, slot_);
  put_sortable(key, first_);
  table_.add(key, chunk_);
  chunk_.clear();
}

void write_value_statistics(BtreeWriter& table, std::uint32_t slot, std::uint64_t count,
                            std::string_view lowest, std::string_view highest) {
  std::string key(kValueStatisticsKey);
  put_last_uint(key, slot);
  std::string tag;
  put_uint(tag, count);
  put_string(tag, lowest);
  if (highest != lowest) tag += highest;
  table.add(key, tag);
}

void write_metadata(BtreeWriter& table, std::string_view key, std::string_view value) {
  table.add(std::string(kMetadataKey) + std::string(key), value);
}

}  // namespace dateline::glass
