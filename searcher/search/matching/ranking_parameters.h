// Every number that ranking by relevance depends on.
//
// They were chosen by scripts/train-ranking on three collections with judgements, not by hand; what
// each brings, cross-validated, is in bench/runs. Changing one changes the order of answers
// and tests/golden/quality/relevance.txt, and nothing in an index.
#pragma once

#include <cstddef>

namespace dateline::search {

struct RankingParameters {
  // BM25, of the frequency of a word in headline, standfirst and body together, where a headline's
  // word counts five times and a standfirst's twice (indexer/write/analysis/text_terms.h).
  // k1: how many occurrences more are still worth something. Headline words count several times, so
  // saturation has to come later than usual.
  double saturation = 1.6;
  // b, from 0 to 1: how much longer articles must have a word more often.
  double length_influence = 0.7;
  // An article counts as no shorter than this part of the mean length: a flash of five words is no
  // better for being short.
  double least_length = 0.1;
  // k3: how much a word counts that a query has twice.
  double query_saturation = 1;

  // What a stop word counts beside other words, which are then required alone.
  double stop_word_weight = 0.3;

  // A word that articles have several times, where they have it at all, is what they are about; one
  // that they have once each is used in passing. A word's weight is multiplied by
  //   (its mean frequency in articles that have it / usual_frequency) ^ telling_influence.
  double telling_influence = 0.7;
  double usual_frequency = 2;
  // So many articles with the usual frequency are added to those that have the word: one article
  // alone proves little.
  double usual_articles = 1;
  // And by (its rareness / usual_rareness) ^ rareness_influence: rare words decide more than BM25
  // lets them. The usual rareness is that of a word that one article in 56 has.
  double rareness_influence = 0.4;
  double usual_rareness = 4;

  // --expand (feedback/agreement.h). The best so many articles of a question are compared with each
  // other, by so many words each, the weightiest. More of either cost time.
  std::size_t agreeing_articles = 50;
  std::size_t agreeing_words = 300;
  // So many of the others speak for an article, those that say most.
  std::size_t speakers = 3;
  // What speaks most for an article is worth this part of the best article's score.
  double agreement_influence = 0.15;
  // An article speaks for another with likeness ^ voice_of_like * (score / best) ^ voice_of_score.
  double voice_of_like = 1.5;
  double voice_of_score = 16;
  // Fewer words, stop words aside, are asked for as they are: what somebody means by a name or two
  // words is in the articles that have them, and no other article knows better.
  std::size_t least_words_of_a_question = 4;

  // --recency: what an article of now gets beside its relevance, as a part of what all words of the
  // query weigh. No judgements say how much is right: an article of now that has half of the words
  // comes beside one of long ago that has all of them, once each.
  double recency_influence = 0.5;
};

inline constexpr RankingParameters kRanking{};

}  // namespace dateline::search
