// One request, as a route is asked it: who asks for what, of which index.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "searcher/http/access/asker.h"
#include "searcher/http/config/settings.h"
#include "searcher/http/engine/index_board.h"
#include "searcher/http/messages/message.h"
#include "searcher/http/messages/target.h"
#include "searcher/search/searcher.h"

namespace dateline::http {

// Has more done for the same request later, on a worker's thread with its searcher of the same index.
using GoOn = std::function<void(std::function<void(search::Searcher& searcher)> work)>;

struct Question {
  const HttpRequest& http;
  const Target& target;
  const Asker& asker;
  const Limits& limits;
  std::string_view id;  // what the path names, such as an article; empty where it names nothing
  GoOn go_on = {};      // empty where a whole answer is wanted at once
};

// What a route reports beside its response, for logs and counters.
struct Outcome {
  HttpResponse response;
  std::string query = {};                   // what was asked, as it was written
  std::optional<std::uint64_t> found = {};  // how many articles, where it tells
  bool complete = true;                     // false where time cut the answer short
};

}  // namespace dateline::http
