// Reads names out of a sentence's runs of capitals, left to right:
//
//   the  Iranian      Foreign Minister  Javad Zarif  told  Reuters       in  New York  …
//        nationality  title             person             organisation      place
//        (skipped)    (skipped)
//
// Each step takes the longest thing that it can name at the front of the run: an entry of the
// tables, an organisation or a place by its first or last word, a person by title or given name,
// and otherwise a name of unknown kind. Tested by tests/indexer/entities/rules/rule_tagger_test.cc.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/entities/rules/organisation_reader.h"
#include "indexer/entities/words/evidence.h"
#include "indexer/entities/words/lexicon.h"
#include "indexer/entities/words/word.h"

namespace dateline::indexer {

class NameReader : private OrganisationReader {
 public:
  // All must outlive the reader.
  NameReader(const std::vector<Word>& words, const Lexicon& lexicon, const Evidence& evidence)
      : OrganisationReader(words, lexicon, evidence) {}

  // Names among words [first, last), one sentence, appended to `out` in order. A sober reading, for
  // headlines and for languages that write all nouns with capitals, believes no capital: only
  // tables, titles, given names and what the rest of the text says.
  void read(std::uint32_t first, std::uint32_t last, bool sober, std::vector<Candidate>& out);

 private:
  bool goes_on(std::uint32_t at) const;
  std::uint32_t run_end(std::uint32_t at) const;

  std::uint32_t step(std::uint32_t at, std::uint32_t end);
  std::uint32_t sober_step(std::uint32_t at, std::uint32_t end);
  std::uint32_t skip(std::uint32_t at, std::uint32_t end) const;
  std::uint32_t thing_end(std::uint32_t at, std::uint32_t end) const;
  std::uint32_t title_end(std::uint32_t at) const;
  std::uint32_t person_end(std::uint32_t at, std::uint32_t end) const;
  std::uint32_t place_end(std::uint32_t at, std::uint32_t end) const;

  std::uint32_t read_titled(std::uint32_t title, std::uint32_t end);
  std::uint32_t read_match(std::uint32_t at, const Match& match, std::uint32_t end);
  std::uint32_t read_unknown(std::uint32_t at, std::uint32_t end);
  std::uint32_t emit(std::uint32_t first, std::uint32_t last, EntityType type, Certainty certainty);

  std::vector<Candidate>* out_ = nullptr;
};

}  // namespace dateline::indexer
