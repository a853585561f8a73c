// Where the names of organisations end in a sentence, and what every reader of names asks of its
// words. The name reader is built upon it.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/entities/words/evidence.h"
#include "indexer/entities/words/lexicon.h"
#include "indexer/entities/words/word.h"

namespace dateline::indexer {

class OrganisationReader {
 protected:
  // An entry of the tables: [its first word, end).
  struct Match {
    std::uint32_t end = 0;
    std::uint32_t categories = 0;

    bool is(std::uint32_t category) const { return (categories & category) != 0; }
  };

  // All must outlive the reader.
  OrganisationReader(const std::vector<Word>& words, const Lexicon& lexicon,
                     const Evidence& evidence)
      : words_(words), lexicon_(lexicon), evidence_(evidence) {}
  ~OrganisationReader() = default;

  Match match(std::uint32_t at, std::uint32_t categories) const;
  // True if the word may be of a name.
  bool nameable(std::uint32_t at) const;
  bool proves_nothing(std::uint32_t at) const;

  bool begins_name(std::uint32_t at, std::uint32_t end) const;
  std::uint32_t organisation_end(std::uint32_t at, std::uint32_t end) const;
  std::uint32_t of_phrase_end(std::uint32_t head) const;

  const std::vector<Word>& words_;
  const Lexicon& lexicon_;
  const Evidence& evidence_;
  std::uint32_t last_ = 0;  // end of the sentence
  bool sober_ = false;      // no capital is believed

 private:
  std::uint32_t purpose_end(std::uint32_t at, std::uint32_t end) const;
  bool is_inner_nationality(std::uint32_t first, std::uint32_t at, std::uint32_t end) const;
  std::uint32_t double_organisation_end(std::uint32_t at, std::uint32_t end) const;
};

}  // namespace dateline::indexer
