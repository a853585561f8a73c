// Tested beside the lists themselves by tests/indexer/write/segment/bounds_writer_test.cc.
#include "indexer/write/segment/bounds_writer.h"

#include <xapian.h>

#include <algorithm>
#include <utility>

namespace dateline::indexer {

BoundsWriter::BoundsWriter(glass::OutputFile file, const DocumentLengths& lengths)
    : file_(std::move(file)), lengths_(&lengths) {}

Result<BoundsWriter> BoundsWriter::create(const std::string& directory,
                                          const DocumentLengths& lengths) {
  auto file =
      glass::OutputFile::create(directory + "/" + store::kBoundsFile, glass::Durability::kSynced);
  if (!file) return failure(file.error());
  BoundsWriter writer(std::move(*file), lengths);
  writer.write(store::kBoundsBegin);
  writer.write_lengths();
  return writer;
}

void BoundsWriter::write(std::string_view bytes) {
  file_.write(bytes);
  written_ += bytes.size();
}

void BoundsWriter::write_lengths() {
  const std::vector<std::uint32_t>& all = lengths_->by_number;
  std::string sums;
  std::string page;
  for (std::size_t begin = 0; begin < all.size(); begin += store::kLengthsInPage) {
    const std::size_t end = std::min<std::size_t>(begin + store::kLengthsInPage, all.size());
    page.clear();
    for (std::size_t i = begin; i < end; ++i) store::append_number(page, all[i]);
    store::append_number(sums, store::sum_of_lengths(page));
    write(page);
  }
  footer_.sums_at = written_;
  write(sums);
  footer_.last_document = static_cast<std::uint32_t>(all.size() - 1);
  footer_.documents = lengths_->documents;
}

bool BoundsWriter::start_term(std::string_view term, std::uint64_t documents,
                              std::uint64_t occurrences) {
  // What is never counted in a document is never ranked by.
  if (documents < store::kFewestPostings || occurrences == 0) return false;
  term_ = term;
  postings_ = documents;
  // For the row of the whole list, which comes last and stands first.
  rows_.assign(store::kRowBytes, '\0');
  whole_.clear();
  return true;
}

void BoundsWriter::end_block() {
  store::append_row(rows_, {last_, block_.pairs()});
  whole_.add(block_);
  block_.clear();
  in_block_ = 0;
}

void BoundsWriter::finish_term() {
  if (in_block_ > 0) end_block();
  std::string first;
  store::append_row(first, {last_, whole_.pairs()});
  rows_.replace(0, first.size(), first);
  store::BoundEntry entry;
  entry.rows_at = written_;
  entry.name_at = names_.size();
  entry.rows = static_cast<std::uint32_t>(rows_.size() / store::kRowBytes);
  entry.postings = static_cast<std::uint32_t>(postings_);
  entry.name_bytes = static_cast<std::uint32_t>(term_.size());
  store::append_entry(entries_, entry, rows_, term_);
  names_ += term_;
  ++footer_.entries;
  write(rows_);
}

Status BoundsWriter::finish() {
  footer_.entries_at = written_;
  write(entries_);
  footer_.names_at = written_;
  footer_.names_bytes = names_.size();
  write(names_);
  std::string footer;
  store::append_footer(footer, footer_);
  write(footer);
  return file_.finish();
}

Status write_bounds(const std::string& directory) {
  const Xapian::Database db(directory);
  DocumentLengths lengths;
  for (auto at = db.postlist_begin(""); at != db.postlist_end(""); ++at) {
    lengths.add(*at, at.get_doclength());
  }
  auto writer = BoundsWriter::create(directory, lengths);
  if (!writer) return failure(writer.error());
  for (auto term = db.allterms_begin(); term != db.allterms_end(); ++term) {
    const std::string name = *term;
    const Xapian::doccount documents = term.get_termfreq();
    if (documents < store::kFewestPostings) continue;
    if (!writer->start_term(name, documents, db.get_collection_freq(name))) continue;
    for (auto at = db.postlist_begin(name); at != db.postlist_end(name); ++at) {
      writer->append(*at, at.get_wdf());
    }
    writer->finish_term();
  }
  return writer->finish();
}

}  // namespace dateline::indexer
