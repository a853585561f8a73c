// Running text: sentences, headlines and the like, drawn from a stream of random numbers.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "corpus/generator/stories/story.h"
#include "corpus/generator/words/random.h"

namespace dateline::corpus {

class Prose {
 public:
  // All three must outlive this.
  Prose(const Lexicon& lexicon, const Story& story, Mentions& mentions)
      : lexicon_(lexicon), story_(story), mentions_(mentions) {}

  // A sentence of 6 to 25 words, its full stop included. `planted` go into its middle as they are;
  // `introduce` makes it name the first person of the cast among its first words.
  void sentence(Random& random, std::string& out, std::span<const std::string_view> planted = {},
                bool introduce = false);

  // 5 to 9 words without a full stop; may name the first person or the first place.
  void headline(Random& random, std::string& out, std::span<const std::string_view> planted);

  // `count` words, the first with a capital.
  void words(Random& random, std::string& out, std::uint32_t count);

 private:
  void word(Random& random, std::string& out);
  void content_word(Random& random, std::string& out, std::uint64_t rank);
  void item(Random& random, std::string& out);
  void mention(Random& random, std::string& out);
  void attribution(std::string& out);

  const Lexicon& lexicon_;
  const Story& story_;
  Mentions& mentions_;
};

}  // namespace dateline::corpus
