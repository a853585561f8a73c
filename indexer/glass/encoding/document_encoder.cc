#include "indexer/glass/encoding/document_encoder.h"

namespace dateline::glass {
namespace {

// A tag in its shorter form.
EncodedTag append_tag(TagDeflater& deflater, std::string& out, std::string_view tag, TagKind kind) {
  const std::size_t before = out.size();
  const bool deflated = deflater.append(out, tag, kind);
  if (!deflated) out += tag;
  return {static_cast<std::uint32_t>(out.size() - before), deflated};
}

}  // namespace

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
  out.terms = append_tag(deflater_, out.bytes, terms_.encode(out.length, document.postings),
                         TagKind::kTermList);
  out.slots = append_tag(deflater_, out.bytes, slots_, TagKind::kTermList);
  out.data = append_tag(deflater_, out.bytes, document.data, TagKind::kRecord);
  return out;
}

}  // namespace dateline::glass
