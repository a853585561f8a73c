// All hits of a query as JSON lines, page after page, as fast as the client takes them: each page is
// a search of its own, which goes on behind the last hit (searcher/search/paging/cursor.h), so that
// no thread and no memory waits for a slow client, and new commits disturb nobody.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "searcher/http/messages/message.h"
#include "searcher/http/routes/question.h"
#include "searcher/search/answer.h"
#include "searcher/search/request.h"

namespace dateline::http {

inline constexpr std::size_t kHitsOfAPage = 500;

class HitStream final : public BodyStream, public std::enable_shared_from_this<HitStream> {
 public:
  // Goes on behind `first`, the answer to `request`, until `most` hits have been told in all.
  HitStream(search::Request request, const search::Answer& first, std::size_t most, GoOn go_on);

  void next(Ready ready) override;

 private:
  Piece page(search::Searcher& searcher);
  Piece told(const search::Answer& answer);

  search::Request request_;
  GoOn go_on_;
  std::size_t left_;
  Piece first_;
  bool begun_ = false;
};

}  // namespace dateline::http
