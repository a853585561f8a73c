#include "indexer/glass/term_list.h"

#include <algorithm>

#include "indexer/glass/primitives.h"

namespace dateline::glass {

void TermListEncoder::start(std::uint64_t length, std::size_t count) {
  tag_.clear();
  previous_.clear();
  if (count == 0) return;
  put_uint(tag_, length);
  put_uint(tag_, count);
}

void TermListEncoder::append(std::string_view term, std::uint32_t wdf) {
  if (previous_.empty()) {
    tag_ += static_cast<char>(term.size());
    tag_ += term;
    put_uint(tag_, wdf);
    previous_ = term;
    return;
  }
  const auto end =
      std::mismatch(previous_.begin(), previous_.end(), term.begin(), term.end()).first;
  const auto shared = static_cast<std::size_t>(end - previous_.begin());
  // The shared beginning and a small wdf fit one byte together, if the previous term is short
  // enough.
  const std::size_t packed =
      wdf < 127 ? (wdf + std::size_t{1}) * (previous_.size() + 1) + shared : 256;
  tag_ += static_cast<char>(packed < 256 ? packed : shared);
  tag_ += static_cast<char>(term.size() - shared);
  tag_ += term.substr(shared);
  if (packed >= 256) put_uint(tag_, wdf);
  previous_ = term;
}

}  // namespace dateline::glass
