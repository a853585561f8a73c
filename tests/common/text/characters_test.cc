#include "common/text/characters.h"

#include <gtest/gtest.h>

#include <vector>

namespace dateline::text::characters_test {
namespace {

struct Block {
  char32_t first;
  char32_t last;
  CharClass kind;
};

// With the characters on both sides of each: what is filled in by blocks must end where they end.
TEST(Characters, EveryCharacterOfAUniformBlockHasItsClass) {
  const std::vector<Block> blocks{
      {0x3131, 0x3163, CharClass::kSingle},     // jamo
      {0x33F8, 0x33FE, CharClass::kSeparator},  // signs for days
      {0x3400, 0x4DBF, CharClass::kSingle},     // ideographs
      {0x4DC0, 0x4DFF, CharClass::kSeparator},  // hexagrams
      {0x4E00, 0x9FFF, CharClass::kSingle},     // ideographs
      {0xA000, 0xA48C, CharClass::kLetter},     // Yi
      {0xABC0, 0xABE2, CharClass::kLetter},     // Meitei
      {0xAC00, 0xD7A3, CharClass::kSingle},     // Hangul
      {0xD7A4, 0xD7AF, CharClass::kSeparator},  // nothing
      {0xD7B0, 0xD7C6, CharClass::kMark},       // jamo that combine
      {0xD800, 0xF8FF, CharClass::kSeparator},  // surrogates and private use
      {0xF900, 0xFA6D, CharClass::kSingle},     // ideographs
  };
  for (const Block& block : blocks) {
    for (char32_t c = block.first; c <= block.last; ++c) {
      ASSERT_EQ(class_of(c), block.kind) << std::hex << static_cast<std::uint32_t>(c);
    }
  }
}

}  // namespace
}  // namespace dateline::text::characters_test
