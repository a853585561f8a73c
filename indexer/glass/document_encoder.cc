#include "indexer/glass/document_encoder.h"

#include <algorithm>

namespace dateline::glass {
namespace {

constexpr std::size_t kCompressFrom = 18;  // bytes; Xapian does not try shorter tags
constexpr int kDeflateLevel = 1;

}  // namespace

DocumentEncoder::DocumentEncoder()
    : compressor_(libdeflate_alloc_compressor(kDeflateLevel), libdeflate_free_compressor) {}

// Appends `tag` as raw deflate, or as it is where that is no shorter.
EncodedTag DocumentEncoder::append_tag(std::string& out, std::string_view tag) {
  const std::size_t before = out.size();
  out.resize(before + tag.size());
  const bool worth = tag.size() > kCompressFrom && compressor_ != nullptr;
  const std::size_t size =
      worth ? libdeflate_deflate_compress(compressor_.get(), tag.data(), tag.size(),
                                          out.data() + before, tag.size() - 1)
            : 0;
  if (size == 0) std::copy(tag.begin(), tag.end(), out.data() + before);
  if (size > 0) out.resize(before + size);
  return {static_cast<std::uint32_t>(out.size() - before), size > 0};
}

EncodedDocument DocumentEncoder::encode(DocId number, const DocumentView& document) {
  EncodedDocument out;
  out.number = number;
  for (const PostingView& posting : document.postings) out.length += posting.wdf;
  slots_.clear();
  std::uint32_t next = 0;
  for (const auto& [slot, value] : document.values) {
    put_uint(slots_, slot - next);
    next = slot + 1;
    put_uint(out.values, slot);
    put_string(out.values, value);
  }
  out.terms = append_tag(out.bytes, terms_.encode(out.length, document.postings));
  out.slots = append_tag(out.bytes, slots_);
  out.data = append_tag(out.bytes, document.data);
  return out;
}

}  // namespace dateline::glass
