#include "searcher/http/routes/hit_stream.h"

#include <algorithm>
#include <utility>

#include "common/base/contained.h"
#include "searcher/output/formats/jsonl_renderer.h"

namespace dateline::http {

HitStream::HitStream(search::Request request, const search::Answer& first, std::size_t most,
                     GoOn go_on)
    : request_(std::move(request)), go_on_(std::move(go_on)), left_(most), first_(told(first)) {
  // What is told beside the hits was asked for once.
  request_.facets.clear();
  request_.offset = 0;
}

void HitStream::next(Ready ready) {
  if (!begun_) {
    begun_ = true;
    return ready(std::move(first_));
  }
  go_on_([self = shared_from_this(), ready = std::move(ready)](search::Searcher& searcher) {
    auto piece = contained([&]() -> Result<Piece> { return self->page(searcher); });
    ready(piece ? std::move(*piece) : Piece{{}, true, true});
  });
}

BodyStream::Piece HitStream::page(search::Searcher& searcher) {
  request_.limit = std::min(left_, kHitsOfAPage);
  const auto answer = searcher.search(request_);
  // A page that time cut short has hits missing in its middle.
  if (!answer || answer->partial) return {{}, true, true};
  return told(*answer);
}

BodyStream::Piece HitStream::told(const search::Answer& answer) {
  Piece piece;
  for (const search::Hit& hit : answer.hits) piece.bytes += output::line_of_hit(hit);
  left_ -= std::min(left_, answer.hits.size());
  request_.after = answer.next;
  piece.last = answer.next.empty() || left_ == 0;
  return piece;
}

}  // namespace dateline::http
