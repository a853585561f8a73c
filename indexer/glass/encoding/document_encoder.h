// What of a document is written under its own number alone: its list of terms, its slots, its data.
// Encoding and compressing them needs no other document, so each lane does it for itself.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/glass/encoding/posting_view.h"
#include "indexer/glass/encoding/primitives.h"
#include "indexer/glass/encoding/tag_deflater.h"
#include "indexer/glass/encoding/term_list.h"

namespace dateline::glass {

struct DocumentView {
  std::span<const PostingView> postings;  // ascending by term, each once
  std::span<const std::pair<std::uint32_t, std::string_view>>
      values;  // ascending by slot, none empty
  std::string_view data;
  // Postings of documents with the same vocabulary and the same id are of the same term.
  std::uint64_t vocabulary = 0;
};

// A tag as its table takes it.
struct EncodedTag {
  std::uint32_t size = 0;
  bool deflated = false;
};

// A document between its lane and the tables. Owns all that it needs.
struct EncodedDocument {
  DocId number = 0;
  std::uint64_t length = 0;  // the sum of its wdf
  EncodedTag terms;
  EncodedTag slots;  // of size 0: the document has no values
  EncodedTag data;
  std::string bytes;   // the three tags, one after the other
  std::string values;  // rows of: slot, value as a string
};

// Not thread-safe: one for each lane.
class DocumentEncoder {
 public:
  EncodedDocument encode(DocId number, const DocumentView& document);

 private:
  TagDeflater deflater_;
  TermListEncoder terms_;
  std::string slots_;
};

}  // namespace dateline::glass
