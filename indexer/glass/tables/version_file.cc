#include "indexer/glass/tables/version_file.h"

#include "indexer/glass/encoding/tag_deflater.h"

namespace dateline::glass {
namespace {

constexpr std::uint64_t kVersionRevision = 1;
constexpr std::uint64_t kNeverCompressed = 0;

void put_freelist(std::string& out, const TableFacts& facts) {
  std::string freelist;
  put_uint(freelist, kVersionRevision);
  put_uint(freelist, facts.blocks);
  // No block was ever freed.
  for (int i = 0; i < 4; ++i) put_uint(freelist, 0);
  put_string(out, freelist);
}

void put_root(std::string& out, const std::optional<TableFacts>& facts,
              std::uint64_t compress_from) {
  constexpr std::uint64_t kSequential = 2;
  constexpr std::uint64_t kNoFile = 1;
  put_uint(out, facts ? facts->root : 0);
  put_uint(out, facts ? (std::uint64_t{facts->levels_above_leaves} << 2) | kSequential
                      : kSequential | kNoFile);
  put_uint(out, facts ? facts->entries : 0);
  put_uint(out, kBlockSize >> 11);
  put_uint(out, compress_from);
  if (facts) {
    put_freelist(out, *facts);
  } else {
    put_string(out, "");
  }
}

}  // namespace

std::string version_file_head() {
  std::string head = "\x0F\x0DXapian Glass";
  head += static_cast<char>(kFormatVersion >> 8);
  head += static_cast<char>(kFormatVersion & 0xFF);
  return head;
}

std::string encode_version_file(const DatabaseFacts& facts) {
  std::string out = version_file_head();
  out.append(facts.uuid.begin(), facts.uuid.end());
  put_uint(out, kVersionRevision);
  put_root(out, facts.postlist, kNeverCompressed);
  put_root(out, facts.docdata, kCompressFrom);
  put_root(out, facts.termlist, kCompressFrom);
  put_root(out, facts.position, kNeverCompressed);
  put_root(out, std::nullopt, kCompressFrom);  // spelling
  put_root(out, std::nullopt, kCompressFrom);  // synonyms
  put_uint(out, facts.documents);
  put_uint(out, facts.last_document - facts.documents);
  put_uint(out, facts.shortest);
  put_uint(out, facts.highest_wdf);
  put_uint(out, facts.longest - facts.highest_wdf);
  put_uint(out, 0);  // oldest changeset
  put_uint(out, facts.total_length);
  put_uint(out, 0);  // bound on spelling frequencies
  return out;
}

}  // namespace dateline::glass
