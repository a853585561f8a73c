// What decides which articles are like one, in one place.
#pragma once

#include <cstddef>

namespace dateline::search {

// Those that say "learned" are what bench/quality/similar.py --learn chooses; as they stand, they are
// what it begins with, set by hand on the collection that it reads. bench/runs has what they find. The
// others are bounds on what a call may cost, or say so.
struct SimilarParameters {
  // How often a word counts that stands in the headline or the standfirst. Learned.
  double headline = 5;
  double standfirst = 2;
  // What an article is about stands at its beginning: the first word of a body counts once and so
  // often more, and after so many words the more is 1/e of that. Learned.
  double lead = 5;
  double lead_words = 100;

  // A term weighs occurrences^occurrence_power * rarity^rarity_power, where rarity is Robertson and
  // Sparck Jones's weight of a term in so many articles. Learned.
  double occurrence_power = 0.6;
  double rarity_power = 0.8;
  // A name weighs so much of what a word would. Its words are terms too. Learned.
  double name = 0.05;
  // And so much a stop word, of which some kinds of text have hardly any. Learned.
  double stop_word = 1;

  // So many terms are looked for, the weightiest. Learned.
  std::size_t terms = 150;
  // An article has to have one of the weightiest so many, stop words aside, to be like the one asked
  // about: what has none of them is not worth its cost. A bound, from where on more of them changed no figure.
  std::size_t core = 40;

  // The likest articles of a first pass say with their own terms what the asked one is about
  // (pseudo relevance feedback, after RM3): so many articles, and which share of the weight their
  // terms get. Learned.
  std::size_t feedback_articles = 20;
  double feedback_share = 0.7;

  // What an article of the same hour gains, as a part of what one with all of the terms could have,
  // and after how many days it is half of that. Learned.
  double time = 0.15;
  double half_life_days = 120;

  // For background: what an article from before gains, in the same measure, and one from afterwards
  // does not. Chosen, not learned: no collection here says what explains what. It puts the one
  // before the other where they are about equally like.
  double earlier = 0.4;

  // Weighting of a term's occurrences in the articles that are looked through: BM25's k1 and b, and
  // what part of the mean length an article has at least (matching/ranking_parameters.h). Learned.
  double saturation = 1.2;
  double length_influence = 0.9;
  double least_length = 0.1;

  // An article that has so much of a draft's runs of three words, or the draft of its, tells the
  // draft's story. As docs/stories.md has it for articles of some length.
  double copy = 0.5;
};

}  // namespace dateline::search
