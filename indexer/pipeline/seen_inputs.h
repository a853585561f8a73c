// What --sync must know to tell what has gone: which inputs a run met.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/document/article.h"

namespace dateline::indexer {

// Eight bytes an input. Two inputs share their eight bytes once in 10^19 pairs; then an article
// stays that should have gone.
class SeenInputs {
 public:
  void add(std::string_view fingerprint);

  // Keeps the articles from this path and from below it, whether this run has met them or not: the
  // path could not be read, or not all of it gave articles.
  void spare(std::string_view path);

  // To be called once, after the last add() and before the questions below.
  void finish(const std::vector<std::string>& directories);

  bool has(std::string_view fingerprint) const;

  // True if the article came from below one of the directories, and was not spared.
  bool covers(const Origin& origin) const;

 private:
  bool is_spared(std::string_view path) const;

  std::vector<std::uint64_t> fingerprints_;
  std::set<std::string, std::less<>> spared_;
  std::vector<std::string> directories_;
};

}  // namespace dateline::indexer
