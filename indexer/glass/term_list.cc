#include "indexer/glass/term_list.h"

#include <algorithm>
#include <cstring>

#include "indexer/glass/primitives.h"

namespace dateline::glass {
namespace {

// Shared length, own length, wdf: what a term adds at most beside its bytes.
constexpr std::size_t kPerTerm = 1 + 1 + kLongestNumber;

std::size_t shared_beginning(std::string_view a, std::string_view b) {
  const std::size_t limit = std::min(a.size(), b.size());
  std::size_t shared = 0;
  while (shared < limit && a[shared] == b[shared]) ++shared;
  return shared;
}

// A term behind `previous`, which it shares its beginning with.
char* put_later_term(char* at, std::string_view previous, const PostingView& posting) {
  const std::size_t shared = shared_beginning(previous, posting.term);
  // The shared beginning and a small wdf fit one byte together, if the previous term is short
  // enough.
  const std::size_t packed =
      posting.wdf < 127 ? (posting.wdf + std::size_t{1}) * (previous.size() + 1) + shared : 256;
  const std::size_t own = posting.term.size() - shared;
  *at++ = static_cast<char>(packed < 256 ? packed : shared);
  *at++ = static_cast<char>(own);
  std::memcpy(at, posting.term.data() + shared, own);
  at += own;
  return packed < 256 ? at : put_uint_at(at, posting.wdf);
}

}  // namespace

std::string_view TermListEncoder::encode(std::uint64_t length,
                                         std::span<const PostingView> postings) {
  if (postings.empty()) return {};
  std::size_t room = 2 * kLongestNumber;
  for (const PostingView& posting : postings) room += kPerTerm + posting.term.size();
  if (tag_.size() < room) tag_.resize(room);
  char* at = put_uint_at(tag_.data(), length);
  at = put_uint_at(at, postings.size());
  const std::string_view first = postings.front().term;
  *at++ = static_cast<char>(first.size());
  at = std::copy(first.begin(), first.end(), at);
  at = put_uint_at(at, postings.front().wdf);
  for (std::size_t i = 1; i < postings.size(); ++i) {
    at = put_later_term(at, postings[i - 1].term, postings[i]);
  }
  return {tag_.data(), static_cast<std::size_t>(at - tag_.data())};
}

}  // namespace dateline::glass
