// Names written into a test's text by hand: "then [p Mark Esper] left [l Iraq]".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/entities/model/consistency.h"
#include "indexer/entities/words/word.h"

namespace dateline::indexer {

struct MarkedText {
  struct Mark {
    std::size_t begin;  // bytes of the text
    std::size_t end;
    EntityType type;
  };

  std::string text;  // without the brackets
  std::vector<Mark> marks;

  // The marks as words of the text, which must begin and end where words do.
  std::vector<NamedWords> names(const std::vector<Word>& words) const {
    std::vector<NamedWords> out;
    for (const Mark& mark : marks) {
      NamedWords name{0, 0, mark.type};
      for (std::uint32_t at = 0; at < words.size(); ++at) {
        if (words[at].begin < mark.begin) name.first = at + 1;
        if (words[at].begin < mark.end) name.last = at + 1;
      }
      out.push_back(name);
    }
    return out;
  }
};

// "[p ", "[o " and "[l " begin a person's, an organisation's and a place's name, "]" ends it. One
// bracket without these letters belongs to the text.
inline MarkedText read_marks(std::string_view written) {
  MarkedText out;
  for (std::size_t at = 0; at < written.size(); ++at) {
    const std::string_view front = written.substr(at, 3);
    const bool opens = front.size() == 3 && front[0] == '[' && front[2] == ' ' &&
                       std::string_view("pol").find(front[1]) != std::string_view::npos;
    if (opens) {
      const EntityType type = front[1] == 'p'   ? EntityType::kPerson
                              : front[1] == 'o' ? EntityType::kOrganisation
                                                : EntityType::kPlace;
      out.marks.push_back({out.text.size(), 0, type});
      at += 2;
    } else if (written[at] == ']' && !out.marks.empty() && out.marks.back().end == 0) {
      out.marks.back().end = out.text.size();
    } else {
      out.text += written[at];
    }
  }
  return out;
}

}  // namespace dateline::indexer
