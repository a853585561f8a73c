#include "indexer/glass/encoding/term_list.h"

#include <algorithm>
#include <cstring>

#include "common/base/word_bytes.h"
#include "indexer/glass/encoding/primitives.h"

namespace dateline::glass {
namespace {

// What a term adds at most: shared length, own length, its bytes, which are copied by whole words,
// and its wdf.
constexpr std::size_t kMostOfTerm = 1 + 1 + 0xFF + kWordBytes + kLongestNumber;

struct Term {
  explicit Term(const PostingView& posting) : text(posting.term), head(head_of(posting.term)) {}

  std::string_view text;
  std::uint64_t head;
};

// Copies the term but for its first `shared` bytes.
char* put_own_bytes(char* at, const Term& term, std::size_t shared) {
  const std::size_t own = term.text.size() - shared;
  if (term.text.size() <= kWordBytes) {
    const std::uint64_t bytes = own > 0 ? term.head >> (8 * shared) : 0;
    std::memcpy(at, &bytes, sizeof bytes);
  } else {
    std::memcpy(at, term.text.data() + shared, own);
  }
  return at + own;
}

// A term behind `previous`, which it shares its beginning with.
char* put_later_term(char* at, const Term& previous, const Term& term, std::uint32_t wdf) {
  const std::size_t shared = shared_beginning(previous.text, previous.head, term.text, term.head);
  // The shared beginning and a small wdf fit one byte together, if the previous term is short
  // enough.
  const std::size_t packed =
      wdf < 127 ? (wdf + std::size_t{1}) * (previous.text.size() + 1) + shared : 256;
  *at++ = static_cast<char>(packed < 256 ? packed : shared);
  *at++ = static_cast<char>(term.text.size() - shared);
  at = put_own_bytes(at, term, shared);
  return packed < 256 ? at : put_uint_at(at, wdf);
}

}  // namespace

std::string_view TermListEncoder::encode(std::uint64_t length,
                                         std::span<const PostingView> postings) {
  if (postings.empty()) return {};
  const auto with_room = [this](char* at) {
    const auto used = static_cast<std::size_t>(at - tag_.data());
    if (tag_.size() - used < kMostOfTerm) tag_.resize(2 * tag_.size());
    return tag_.data() + used;
  };
  if (tag_.empty()) tag_.resize(2 * kMostOfTerm);
  char* at = put_uint_at(tag_.data(), length);
  at = put_uint_at(at, postings.size());
  Term previous(postings.front());
  *at++ = static_cast<char>(previous.text.size());
  at = std::copy(previous.text.begin(), previous.text.end(), at);
  at = put_uint_at(at, postings.front().wdf);
  for (const PostingView& posting : postings.subspan(1)) {
    const Term term(posting);
    at = put_later_term(with_room(at), previous, term, posting.wdf);
    previous = term;
  }
  return {tag_.data(), static_cast<std::size_t>(at - tag_.data())};
}

}  // namespace dateline::glass
