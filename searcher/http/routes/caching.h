// What a cache may keep of an answer. An answer is the same for as long as the index has no new
// commit, no embargo ends, the asker sees the same, and the day does not change in his zone; its tag is made of
// these, before anything is searched for, so that "as it was" costs nothing.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "searcher/http/engine/index_board.h"
#include "searcher/http/routes/question.h"

namespace dateline::http {

// A weak entity tag, since took_ms differs from answer to answer. Empty where the index is on
// another machine, which does not tell of its commits.
std::string tag_of(const Question& question, const IndexState& index, std::chrono::sys_seconds now);

// Whether the client has the answer with this tag.
bool has_answer(const HttpRequest& request, const std::string& tag);

// Says of the response what caches may do with it, under this tag; `complete` is false for an
// answer that would be another one with more time.
void put_caching(HttpResponse& response, const std::string& tag, const Asker& asker, bool complete);

// The bytes as gzip; empty where there is no memory. `level` from 1 to 12: what is compressed once
// is worth more time than an answer.
inline constexpr int kBestCompression = 12;
std::string gzip_of(std::string_view bytes, int level);

// Compresses a body that is worth it, if the client reads gzip.
void compress(HttpResponse& response, const HttpRequest& request);

}  // namespace dateline::http
