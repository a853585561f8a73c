// An invented news archive of any size, in which everything is known.
//
//   CorpusModel model({.seed = 7, .copies_per_mille = 200});
//   Article article = model.article(123'456);   // nothing before it is made
//   model.layout().story_of(123'456);           // whose copy it is
//   planted_queries()[0].count(0, 1'000'000);   // how many articles a query must find
//
// Article i is a function of the options and i alone, takes constant memory, and is the same on
// every machine. What the words follow is in ranks.h and vocabulary.h; days, outlets, sections and
// copies in layout.h; planted words and their queries in plants.h.
//
// What every record has: id (as common/document/identity.h derives it), url, source, headline,
// published, section, tags, language, body, entities. Some have standfirst, byline, agencies,
// modified, dateline, canonical_url.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/document/article.h"
#include "corpus/generator/stories/layout.h"
#include "corpus/generator/stories/story.h"

namespace dateline::corpus {

// Immutable; any number of threads may use one.
class CorpusModel {
 public:
  // `options` as check() passes them. About 1 ms.
  explicit CorpusModel(const CorpusOptions& options);

  // Any number is an article: i is 0 to 2^48.
  Article article(std::uint64_t i) const;

  // Its headline alone, at a tenth of the cost.
  std::string headline(std::uint64_t i) const;

  // A sentence that belongs to no article, for furniture: the n-th of article i's page.
  std::string filler(std::uint64_t i, std::uint64_t n) const;

  // The number of the article with this URL, whichever the options; nullopt for other URLs.
  static std::optional<std::uint64_t> number_of(std::string_view url);

  const CorpusOptions& options() const { return options_; }
  const Layout& layout() const { return layout_; }
  const Lexicon& lexicon() const { return *lexicon_; }

 private:
  struct Draft;

  Story story_for(std::uint64_t i) const;
  void write_headline(Draft& draft) const;
  void write_standfirst(Draft& draft) const;
  void write_body(Draft& draft) const;
  std::vector<std::uint32_t> order_of(const Draft& draft, std::uint32_t sentences) const;
  void write_dateline(Draft& draft) const;
  void write_sentence(Draft& draft, std::uint32_t number) const;
  void credit(Draft& draft) const;
  void date(Draft& draft) const;
  void address(Draft& draft) const;
  void tag(Draft& draft) const;

  CorpusOptions options_;
  Layout layout_;
  std::unique_ptr<const Lexicon> lexicon_;
};

}  // namespace dateline::corpus
