// Indexes on this machine, or served by a xapian-tcpsrv, as one.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "common/base/clock.h"
#include "searcher/search/engine/engine.h"
#include "searcher/search/engine/session.h"

namespace dateline::search {

class LocalEngine final : public Engine {
 public:
  // As Searcher::open().
  static Result<std::unique_ptr<LocalEngine>> open(const std::vector<std::string>& places,
                                                   const Clock& clock);
  LocalEngine(std::vector<std::string> places, store::IndexReader reader, const Clock& clock)
      : places_(std::move(places)),
        session_(std::move(reader), Session::State::kNewest),
        clock_(clock) {}

  Result<std::unique_ptr<Engine>> another() const override;
  Status use_synonyms(const std::string& path) override {
    return session_.tables().use_synonyms(path);
  }
  Status use_aliases(const std::string& path) override {
    return session_.tables().use_aliases(path);
  }

  Result<Answer> search(const Request& request) override;
  Result<Answer> stream(const Request& request, const TakeHit& take) override;
  Result<Trend> trend(const std::vector<std::string>& queries, const Request& request) override;
  Result<EntityProfile> entity(const std::string& name, const CallOptions& options) override;
  Result<Article> article(std::string_view id_or_url, const CallOptions& options) override;
  Result<Story> story(std::string_view id, const CallOptions& options) override;
  Result<Answer> similar(std::string_view id_or_url, const Request& request) override;
  Result<Answer> similar_to_draft(std::string_view draft, const Request& request) override;
  Result<std::vector<Completion>> suggest(std::string_view typed, std::size_t limit,
                                          const CallOptions& options) override;
  Result<Explanation> explain(const Request& request, std::string_view id) override;

  const std::optional<Error>& stale_because() const override { return session_.stale_because(); }
  std::optional<std::chrono::sys_seconds> changes_at() const override {
    return session_.changes_at();
  }

 private:
  std::vector<std::string> places_;
  Session session_;
  const Clock& clock_;
};

}  // namespace dateline::search
