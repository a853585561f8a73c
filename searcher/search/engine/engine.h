// What is behind a Searcher: an index on this machine (local_engine.h), or one that is spread over
// others (searcher/cluster/front).
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/document/article.h"
#include "searcher/search/answer.h"
#include "searcher/search/engine/take_hit.h"
#include "searcher/search/request.h"
#include "searcher/search/stories/story.h"
#include "searcher/search/trends/trend.h"

namespace dateline::search {

// Each function is what the Searcher's of that name promises (searcher.h), which has judged the
// bounds of what is asked before. For one thread; none throws.
class Engine {
 public:
  virtual ~Engine() = default;
  virtual Result<std::unique_ptr<Engine>> another() const = 0;
  virtual Status use_synonyms(const std::string& path) = 0;
  virtual Status use_aliases(const std::string& path) = 0;

  virtual Result<Answer> search(const Request& request) = 0;
  virtual Result<Answer> stream(const Request& request, const TakeHit& take) = 0;
  virtual Result<Trend> trend(const std::vector<std::string>& queries, const Request& request) = 0;
  virtual Result<EntityProfile> entity(const std::string& name, const CallOptions& options) = 0;
  virtual Result<Article> article(std::string_view id_or_url, const CallOptions& options) = 0;
  virtual Result<Story> story(std::string_view id, const CallOptions& options) = 0;
  virtual Result<Answer> similar(std::string_view id_or_url, const Request& request) = 0;
  virtual Result<Answer> similar_to_draft(std::string_view draft, const Request& request) = 0;
  virtual Result<std::vector<Completion>> suggest(std::string_view typed, std::size_t limit,
                                                  const CallOptions& options) = 0;
  virtual Result<Explanation> explain(const Request& request, std::string_view id) = 0;

  virtual const std::optional<Error>& stale_because() const = 0;
  virtual std::optional<std::chrono::sys_seconds> changes_at() const = 0;
};

}  // namespace dateline::search
