#include "indexer/glass/database_builder.h"

#include <libdeflate.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <optional>
#include <random>
#include <thread>
#include <vector>

#include "common/base/file.h"
#include "indexer/glass/chunks.h"
#include "indexer/glass/merge.h"
#include "indexer/glass/run.h"
#include "indexer/glass/term_list.h"
#include "indexer/glass/version_file.h"

namespace dateline::glass {
namespace {

constexpr std::size_t kCompressFrom = 18;  // bytes; shorter tags never shrink

// Raw deflate, as Glass stores tags.
class Deflater {
 public:
  Deflater() : compressor_(libdeflate_alloc_compressor(1), libdeflate_free_compressor) {}

  // nullopt where it would not get shorter.
  std::optional<std::string_view> deflate(std::string_view tag) {
    if (tag.size() <= kCompressFrom || !compressor_) return std::nullopt;
    buffer_.resize(tag.size());
    const std::size_t size = libdeflate_deflate_compress(compressor_.get(), tag.data(), tag.size(),
                                                         buffer_.data(), tag.size() - 1);
    if (size == 0) return std::nullopt;
    return std::string_view(buffer_).substr(0, size);
  }

 private:
  std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor_;
  std::string buffer_;
};

void add_deflated(BtreeWriter& table, Deflater& deflater, std::string_view key,
                  std::string_view tag) {
  const auto small = deflater.deflate(tag);
  table.add(key, small.value_or(tag), small.has_value());
}

// One slot's values so far: their statistics, and the list in the form of its chunks' entries.
// Kept in memory: about as many bytes as the values have.
struct SlotValues {
  std::uint64_t count = 0;
  std::string lowest;
  std::string highest;
  std::string entries;  // document distance, value
  DocId last = 0;
};

// A random UUID of version 4 (RFC 9562).
std::array<std::uint8_t, 16> make_uuid() {
  std::random_device source;
  std::array<std::uint8_t, 16> uuid{};
  for (std::uint8_t& byte : uuid) byte = static_cast<std::uint8_t>(source());
  uuid[6] = static_cast<std::uint8_t>((uuid[6] & 0x0F) | 0x40);
  uuid[8] = static_cast<std::uint8_t>((uuid[8] & 0x3F) | 0x80);
  return uuid;
}

}  // namespace

class DatabaseBuilder::Impl {
 public:
  Impl(std::string directory, const BuilderOptions& options, BtreeWriter termlist,
       BtreeWriter docdata)
      : directory_(std::move(directory)),
        options_(options),
        termlist_(std::move(termlist)),
        docdata_(std::move(docdata)),
        inverter_(options.arena_bytes) {}

  Status add(DocId document, const DocumentView& view) {
    const std::uint64_t length = write_term_list(document, view);
    write_data(document, view);
    for (const auto& [slot, value] : view.values) remember_value(document, slot, value);
    note_length(document, static_cast<std::uint32_t>(length));
    if (inverter_.add(document, view.postings)) return {};
    if (auto spilled = spill(); !spilled) return spilled;
    inverter_.add(document, view.postings);
    return {};
  }

  Status finish(const std::map<std::string, std::string>& metadata, DocId last_document) {
    if (!inverter_.empty()) {
      if (auto spilled = spill(); !spilled) return spilled;
    }
    facts_.last_document = last_document;
    if (auto written = finish_simple_tables(); !written) return written;
    if (auto merged = merge(metadata); !merged) return merged;
    for (const std::string& run : runs_) {
      std::remove((run + ".postings").c_str());
      std::remove((run + ".positions").c_str());
    }
    facts_.uuid = make_uuid();
    return replace_file(directory_ + "/iamglass", encode_version_file(facts_));
  }

 private:
  std::uint64_t write_term_list(DocId document, const DocumentView& view) {
    std::uint64_t length = 0;
    for (const PostingView& posting : view.postings) length += posting.wdf;
    terms_.start(length, view.postings.size());
    for (const PostingView& posting : view.postings) terms_.append(posting.term, posting.wdf);
    key_.clear();
    put_sortable(key_, document);
    add_deflated(termlist_, deflater_, key_, terms_.tag());
    if (view.values.empty()) return length;
    std::string slots;
    std::uint32_t next = 0;
    for (const auto& [slot, value] : view.values) {
      put_uint(slots, slot - next);
      next = slot + 1;
    }
    key_ += '\0';
    add_deflated(termlist_, deflater_, key_, slots);
    return length;
  }

  void write_data(DocId document, const DocumentView& view) {
    if (view.data.empty()) return;
    key_.clear();
    put_sortable(key_, document);
    add_deflated(docdata_, deflater_, key_, view.data);
    has_data_ = true;
  }

  void remember_value(DocId document, std::uint32_t slot, std::string_view value) {
    SlotValues& values = values_[slot];
    if (values.count++ == 0) {
      values.lowest = values.highest = value;
    } else if (value < values.lowest) {
      values.lowest = value;
    } else if (value > values.highest) {
      values.highest = value;
    }
    put_uint(values.entries, document - values.last);
    put_string(values.entries, value);
    values.last = document;
  }

  void note_length(DocId document, std::uint32_t length) {
    put_uint(lengths_, document - last_length_);
    put_uint(lengths_, length);
    last_length_ = document;
    ++facts_.documents;
    facts_.total_length += length;
    facts_.longest = std::max(facts_.longest, length);
    if (length > 0 && (facts_.shortest == 0 || length < facts_.shortest)) facts_.shortest = length;
  }

  Status spill() {
    runs_.push_back(directory_ + "/run" + std::to_string(runs_.size()));
    auto run = RunWriter::create(runs_.back());
    if (!run) return failure(run.error());
    return inverter_.write_run(*run);
  }

  Status finish_simple_tables() {
    auto termlist = termlist_.finish();
    if (!termlist) return failure(termlist.error());
    facts_.termlist = *termlist;
    auto docdata = docdata_.finish();
    if (!docdata) return failure(docdata.error());
    if (has_data_) {
      facts_.docdata = *docdata;
    } else {
      std::remove((directory_ + "/docdata.glass").c_str());
    }
    return {};
  }

  Status merge(const std::map<std::string, std::string>& metadata) {
    Status positions;
    std::optional<std::thread> beside;
    if (options_.merge_in_parallel) {
      beside.emplace([&] { positions = write_positions(); });
    } else {
      positions = write_positions();
    }
    const Status postings = write_postlist(metadata);
    if (beside) beside->join();
    return postings ? positions : postings;
  }

  Status write_positions() {
    const std::string path = directory_ + "/position.glass";
    auto table = BtreeWriter::create(path);
    if (!table) return failure(table.error());
    if (auto merged = merge_positions(runs_, *table); !merged) return merged;
    auto facts = table->finish();
    if (!facts) return failure(facts.error());
    if (facts->entries > 0) {
      facts_.position = *facts;
    } else {
      std::remove(path.c_str());
    }
    return {};
  }

  Status write_postlist(const std::map<std::string, std::string>& metadata) {
    auto table = BtreeWriter::create(directory_ + "/postlist.glass");
    if (!table) return failure(table.error());
    for (const auto& [key, value] : metadata) write_metadata(*table, key, value);
    write_values(*table);
    write_lengths(*table);
    auto merged = merge_postings(runs_, *table);
    if (!merged) return failure(merged.error());
    auto facts = table->finish();
    if (!facts) return failure(facts.error());
    facts_.postlist = *facts;
    facts_.highest_wdf = merged->highest_wdf;
    return {};
  }

  void write_values(BtreeWriter& table) {
    std::vector<std::uint32_t> slots;
    for (const auto& [slot, values] : values_) slots.push_back(slot);
    sort_by_key(slots, put_last_uint);
    for (const std::uint32_t slot : slots) {
      const SlotValues& values = values_[slot];
      write_value_statistics(table, slot, values.count, values.lowest, values.highest);
    }
    sort_by_key(slots, put_uint);
    ValueListWriter lists(table);
    for (const std::uint32_t slot : slots) {
      lists.start_slot(slot);
      DocId document = 0;
      for (std::string_view rest = values_[slot].entries; !rest.empty();) {
        document += static_cast<DocId>(take_uint(rest));
        const std::size_t size = take_uint(rest);
        lists.append(document, rest.substr(0, size));
        rest.remove_prefix(size);
      }
      lists.finish_slot();
    }
  }

  template <typename Put>
  static void sort_by_key(std::vector<std::uint32_t>& slots, Put put) {
    const auto key = [&](std::uint32_t slot) {
      std::string out;
      put(out, slot);
      return out;
    };
    std::sort(slots.begin(), slots.end(),
              [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
  }

  void write_lengths(BtreeWriter& table) {
    PostingListWriter lists(table);
    lists.start_lengths();
    DocId document = 0;
    for (std::string_view rest = lengths_; !rest.empty();) {
      document += static_cast<DocId>(take_uint(rest));
      lists.append(document, static_cast<std::uint32_t>(take_uint(rest)));
    }
    lists.finish_list();
  }

  std::string directory_;
  BuilderOptions options_;
  BtreeWriter termlist_;
  BtreeWriter docdata_;
  bool has_data_ = false;
  Inverter inverter_;
  Deflater deflater_;
  TermListEncoder terms_;
  std::string key_;
  std::map<std::uint32_t, SlotValues> values_;
  std::string lengths_;
  DocId last_length_ = 0;
  std::vector<std::string> runs_;
  DatabaseFacts facts_;
};

DatabaseBuilder::DatabaseBuilder(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
DatabaseBuilder::DatabaseBuilder(DatabaseBuilder&&) noexcept = default;
DatabaseBuilder& DatabaseBuilder::operator=(DatabaseBuilder&&) noexcept = default;
DatabaseBuilder::~DatabaseBuilder() = default;

Result<DatabaseBuilder> DatabaseBuilder::create(const std::string& directory,
                                                const BuilderOptions& options) {
  auto termlist = BtreeWriter::create(directory + "/termlist.glass");
  if (!termlist) return failure(termlist.error());
  auto docdata = BtreeWriter::create(directory + "/docdata.glass");
  if (!docdata) return failure(docdata.error());
  return DatabaseBuilder(
      std::make_unique<Impl>(directory, options, std::move(*termlist), std::move(*docdata)));
}

Result<DocId> DatabaseBuilder::add(const DocumentView& document) {
  ++last_document_;
  if (auto added = impl_->add(last_document_, document); !added) return failure(added.error());
  return last_document_;
}

Status DatabaseBuilder::finish(const std::map<std::string, std::string>& metadata) {
  return impl_->finish(metadata, last_document_);
}

}  // namespace dateline::glass
