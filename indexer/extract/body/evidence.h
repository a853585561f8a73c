// What speaks for and against a body, as numbers: the judge (judge.h) weighs them. Nothing here is
// a verdict, and little depends on a language.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/extract/body/body.h"
#include "indexer/extract/page/page.h"

namespace dateline::indexer::page {

// THE list of features; its order is that of the weights (tables/judge_weights.inc).
inline constexpr auto kFeatureNames = std::to_array<std::string_view>({
    "first",             // the densest container, cut by all rules
    "prose",             // logarithm of its bytes
    "share",             // of the page's prose
    "little",            // under 400 bytes of prose, as a share of that
    "below_headline",    // it begins below the headline, and does not hold it
    "around_headline",   // the headline stands between its blocks
    "skipped_prose",     // share of the page's prose between headline and it
    "skipped_blocks",    // logarithm of the blocks between headline and it
    "prose_after",       // share of the page's prose behind it
    "gaps",              // share of the bytes between its ends that it leaves out
    "prose_gaps",        // the same of prose alone
    "links",             // share of linked bytes
    "links_between",     // the same of all between its ends
    "headings",          // headings a block
    "paragraphs",        // blocks that are prose, a block
    "long_paragraphs",   // logarithm of prose bytes a block of prose
    "stops",             // ends of sentences, a block
    "title_words",       // share of the headline's words that it has
    "lead_words",        // share of the description's words that its first blocks have
    "stated_precision",  // share of it that the metadata's articleBody has
    "stated_recall",     // share of the metadata's articleBody that it has
    "named_body",        // share in elements named a body
    "in_article",        // share in <article> or <main>
    "same_parent",       // share of its prose in the element with most of it
    "named_navigation",  // shares of its bytes in elements named so, believed or not:
    "named_aside",       // related links, sidebars
    "named_comments",    //
    "named_promotion",   // consent too
    "named_caption",     //
    "named_other",       // authors, tags, embeds, forms, what is hidden
    "in_list",           // share in list items
    "digits",            // digits a byte
    "wording_between",   // share of the bytes between its ends that are furniture by wording
});
inline constexpr std::size_t kFeatures = kFeatureNames.size();
using Features = std::array<double, kFeatures>;

// Reads a page once, so that a candidate's features take time linear in its blocks. Holds a
// reference to `page`.
class Evidence {
 public:
  explicit Evidence(const Page& page);

  // `first`: whether `body` is the first of the candidates.
  Features of(const Body& body, bool first) const;

 private:
  struct Facts {
    std::uint64_t title = 0;        // words of the headline, see WordSet
    std::uint64_t lead = 0;         // words of the description
    std::uint32_t stated_hits = 0;  // runs of words that the metadata's text has
    std::uint32_t runs = 0;         // of words, in all
    std::uint32_t digits = 0;
    Hint named = Hint::kNone;  // of the elements around, believed or not
    bool named_body = false;
    bool in_article = false;
    bool in_list = false;
    bool stops = false;
    bool wording = false;
    NodeIndex parent = 0;
  };

  struct Sums;  // what is summed over a body's blocks

  Sums sums_of_blocks(const Body& body) const;
  void read_names();
  void read_words();

  const Page& page_;
  std::vector<Facts> facts_;            // a block's
  std::vector<std::uint32_t> prose_;    // bytes of prose before block b
  std::vector<std::uint32_t> bytes_;    // bytes before block b
  std::vector<std::uint32_t> linked_;   // bytes of links before block b
  std::vector<std::uint32_t> wording_;  // bytes of furniture by wording before block b
  std::size_t headline_ = 0;            // block of the headline
  bool has_headline_ = false;
  std::size_t title_words_ = 0;
  std::size_t lead_words_ = 0;
  std::size_t stated_runs_ = 0;
};

}  // namespace dateline::indexer::page
