#include "common/base/strings.h"
#include "indexer/entities/tagger.h"

namespace dateline::indexer {
namespace {

class RuleTagger final : public Tagger {
 public:
  std::vector<EntitySpan> tag(std::string_view text) const override;
};

bool is_word_byte(char c) { return is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80; }

std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_word_byte(text[at])) ++at;
  return at;
}

// Two or more capitalised words with single spaces between them are one name.
std::vector<EntitySpan> RuleTagger::tag(std::string_view text) const {
  std::vector<EntitySpan> spans;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_word_byte(text[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    std::size_t end = word_end(text, at);
    bool several = false;
    while (is_ascii_upper(text[begin]) && end + 1 < text.size() && text[end] == ' ' &&
           is_ascii_upper(text[end + 1])) {
      end = word_end(text, end + 1);
      several = true;
    }
    if (several) {
      spans.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                       EntityType::kPerson});
    }
    at = end;
  }
  return spans;
}

}  // namespace

const Tagger& rule_tagger() {
  static const RuleTagger tagger;
  return tagger;
}

}  // namespace dateline::indexer
