// The first piece is where most of the query is, the rarest words first; each further one shows
// most of what the earlier ones do not. Two halves are tried where one piece cannot show all words
// that the text has, then three thirds, and the fewest pieces that show most are taken. Tested by
// tests/searcher/search/snippet/snippet_test.cc.
#include "searcher/search/snippet/snippet_pieces.h"

#include <algorithm>

#include "common/base/strings.h"

namespace dateline::search {
namespace {

using Spans = std::vector<MarkedSpan>;
using Pieces = std::vector<Fragment>;

constexpr std::size_t kMostPieces = 3;
constexpr std::size_t kShortestPiece = 40;

bool is_in(const MarkedSpan& span, const Fragment& piece) {
  return span.begin >= piece.begin && span.end <= piece.end;
}

bool overlaps(const Fragment& a, const Fragment& b) { return a.begin < b.end && b.begin < a.end; }

class Chooser {
 public:
  Chooser(std::string_view text, const Spans& spans, const std::vector<std::uint32_t>& rarity)
      : text_(text), spans_(spans), rarity_(rarity) {}

  // At most `count` pieces of at most `chars` characters each.
  Pieces pieces(std::size_t count, std::size_t chars) const {
    Pieces out;
    std::vector<bool> seen(rarity_.size());
    while (out.size() < count) {
      const Spans left = outside(out);
      if (left.empty()) break;
      const Fragment piece = piece_of(left, seen, chars);
      if (std::any_of(out.begin(), out.end(),
                      [&](const Fragment& other) { return overlaps(piece, other); })) {
        break;
      }
      for (const MarkedSpan& span : spans_) {
        if (is_in(span, piece)) seen[span.word] = true;
      }
      out.push_back(piece);
    }
    std::sort(out.begin(), out.end(),
              [](const Fragment& a, const Fragment& b) { return a.begin < b.begin; });
    return out;
  }

  // The rarities of all words that `pieces` show.
  std::size_t shown(const Pieces& pieces) const {
    std::vector<bool> seen(rarity_.size());
    std::size_t sum = 0;
    for (const MarkedSpan& span : spans_) {
      const bool in = !seen[span.word] &&
                      std::any_of(pieces.begin(), pieces.end(),
                                  [&](const Fragment& piece) { return is_in(span, piece); });
      if (!in) continue;
      seen[span.word] = true;
      sum += rarity_[span.word];
    }
    return sum;
  }

 private:
  Spans outside(const Pieces& pieces) const {
    if (pieces.empty()) return spans_;
    Spans out;
    for (const MarkedSpan& span : spans_) {
      const bool apart = std::all_of(pieces.begin(), pieces.end(), [&](const Fragment& piece) {
        return span.end <= piece.begin || span.begin >= piece.end;
      });
      if (apart) out.push_back(span);
    }
    return out;
  }

  Fragment piece_of(const Spans& spans, const std::vector<bool>& seen, std::size_t chars) const {
    const SpanRun run = densest_run(text_, spans, chars, seen, rarity_);
    std::size_t end = 0;
    for (std::size_t i = run.first; i <= run.last; ++i) {
      end = std::max<std::size_t>(end, spans[i].end);
    }
    return whole(fragment_around(text_, spans[run.first].begin, end, chars), spans[run.first].begin,
                 end);
  }

  // The fragment without the part of a phrase that it would cut; [begin, end) stays.
  Fragment whole(Fragment fragment, std::size_t begin, std::size_t end) const {
    for (const MarkedSpan& span : spans_) {
      if (span.begin >= end && span.begin < fragment.end && span.end > fragment.end) {
        fragment.end = before_space(span.begin);
        fragment.cut_after = true;
        break;
      }
    }
    for (auto span = spans_.rbegin(); span != spans_.rend(); ++span) {
      if (span->end <= begin && span->begin < fragment.begin && span->end > fragment.begin) {
        fragment.begin = behind_space(span->end);
        fragment.cut_before = true;
      }
    }
    return fragment;
  }

  std::size_t before_space(std::size_t at) const {
    while (at > 0 && is_ascii_space(text_[at - 1])) --at;
    return at;
  }
  std::size_t behind_space(std::size_t at) const {
    while (at < text_.size() && is_ascii_space(text_[at])) ++at;
    return at;
  }

  std::string_view text_;
  const Spans& spans_;
  const std::vector<std::uint32_t>& rarity_;
};

}  // namespace

std::vector<Fragment> choose_pieces(std::string_view text, const Spans& spans,
                                    const std::vector<std::uint32_t>& rarity, std::size_t chars) {
  const Chooser chooser(text, spans, rarity);
  Pieces best = chooser.pieces(1, chars);
  std::size_t most = chooser.shown(best);
  const std::size_t all = chooser.shown({{0, text.size(), false, false}});
  for (std::size_t count = 2; count <= kMostPieces && most < all; ++count) {
    const std::size_t room = chars - std::min(chars, (count - 1) * kBetweenChars);
    if (room / count < kShortestPiece) break;
    Pieces more = chooser.pieces(count, room / count);
    const std::size_t sum = chooser.shown(more);
    if (sum <= most) continue;
    most = sum;
    best = std::move(more);
  }
  return best;
}

}  // namespace dateline::search
