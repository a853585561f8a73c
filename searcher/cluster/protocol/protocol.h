// What both sides of a cluster take for granted.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "searcher/cluster/messages/question.pb.h"
#include "searcher/cluster/messages/reading.h"
#include "searcher/query/positions/position_source.h"
#include "searcher/search/request.h"

namespace dateline::cluster {

// Rises with each question that older shards do not know. A front asks no shard what that shard's
// number says it cannot answer, so shards are brought up to date first.
inline constexpr std::uint32_t kMinor = 1;

// Names under which a shard knows what stands in a query that it is sent.
inline constexpr const char* kQuestionName = "dateline.Question";
inline constexpr const char* kGoneName = "dateline.Gone";          // payload: a wire::Call
inline constexpr const char* kDeadlineName = "dateline.Deadline";  // milliseconds, in digits
inline constexpr const char* kNearName = "dateline.Near";          // a wire::Near
inline constexpr const char* kOwnListName = "dateline.OwnList";    // a term
inline constexpr const char* kRecencyName = "dateline.Recency";    // a wire::Recency

// What a shard reads of one question, and what a front reads of one answer: more is refused.
inline constexpr std::size_t kMostQuestionBytes = std::size_t{4} << 20;
inline constexpr std::size_t kMostAnswerBytes = std::size_t{64} << 20;

// Words that a shard tells of one walk, the most frequent where they are more.
inline constexpr std::size_t kMostWordsOfAWalk = 8'192;
inline constexpr std::size_t kMostTermsAsked = 16'384;
inline constexpr std::size_t kMostWalksAsked = 1'024;
inline constexpr std::size_t kMostSurnamesAsked = 1'024;

// Who asks, at the time `now`, with so long to answer.
wire::Call message_of(const search::CallOptions& asked, std::chrono::sys_seconds now,
                      std::chrono::milliseconds left);

struct Asker {
  search::CallOptions options;
  std::chrono::sys_seconds now;
};
Result<Asker> asker_of(const wire::Call& call);

wire::Near message_of(const std::vector<query::NearTerms>& places, bool denied);
Result<std::vector<query::NearTerms>> places_of(const wire::Near& message);

wire::Failure message_of(const Error& error);
Error error_of(const wire::Failure& failure);

// A message from its bytes; kUsage where they are none, or more than `most`.
template <typename Message>
Result<Message> read_message(std::string_view bytes, std::size_t most) {
  Message message;
  if (bytes.size() > most || !parse(bytes, message)) {
    return failure(ErrorCode::kUsage, "a message between front and shard cannot be read",
                   "front and shards must be of the same version");
  }
  return message;
}

}  // namespace dateline::cluster
