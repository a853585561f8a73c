// The careful way through a stretch of text: what is more than a plain ASCII word. Compounds,
// acronyms, numbers, tags, addresses, and words of other scripts are taken apart here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/atom.h"
#include "common/text/token_queue.h"

namespace dateline::text {

class RunAnalyser {
 public:
  // Tokens go into `queue`, which must outlive this.
  explicit RunAnalyser(TokenQueue& queue) : queue_(queue) {}

  // Begins a text; positions count from 1 again.
  void start(std::string_view text);

  // Puts the tokens of what begins at byte `at` into the queue (there may be none) and returns the
  // byte at which to go on, behind `at`. `at` is the first byte of a character. Looks at a bounded
  // number of bytes behind what it takes.
  std::size_t analyse(std::size_t at);

  // The position of one more plain word; the fast path counts here too.
  std::uint32_t next_position() { return ++position_; }

 private:
  struct Part {
    std::size_t begin;
    std::size_t end;
    WordForms forms;
  };
  // One more spelling of all parts together.
  struct Whole {
    std::string form;
    Reading reading;
    bool stemmable;
  };
  // The sign that binds an atom to the next one, and where that begins; 0 if there is none.
  struct Link {
    char sign = 0;
    std::size_t next = 0;
  };
  struct Extent {
    std::size_t begin;
    std::size_t end;
  };

  std::size_t analyse_word(std::size_t at);
  std::size_t analyse_address(Extent extent);
  std::size_t analyse_tag(std::size_t at);
  Link link_behind(const Atom& atom) const;
  char gather_parts(std::size_t at);
  void gather_parts_in(Extent extent);
  bool is_and(const Atom& atom) const;
  void add_part(const Atom& atom);
  void add_singular_of_model(WordForms& forms) const;
  std::size_t plural_letters() const;
  std::vector<Whole> wholes_of_parts(char sign) const;
  void push_parts(const std::vector<Whole>& wholes, Extent extent);
  void push(std::string_view form, Extent extent, std::size_t span, Reading reading,
            bool stemmable);

  TokenQueue& queue_;
  std::string_view text_;
  std::uint32_t position_ = 0;
  std::vector<Part> parts_;
  std::size_t end_ = 0;  // of the last atom gathered
};

}  // namespace dateline::text
