#include "common/base/word_bytes.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::word_bytes_test {
namespace {

// Strings of 0 to 20 bytes, many of which share their beginnings or differ in zero bytes alone.
std::vector<std::string> similar_strings() {
  std::mt19937 random(1);
  std::vector<std::string> strings;
  for (int i = 0; i < 400; ++i) {
    std::string& text = strings.emplace_back();
    for (auto left = random() % 21; left > 0; --left) {
      text += random() % 6 == 0 ? '\0' : random() % 12 == 0 ? '\xFF' : 'a';
    }
  }
  return strings;
}

TEST(WordBytes, HeadsOrderAsTheFirstEightBytes) {
  const auto padded = [](std::string text) {
    text.resize(kWordBytes, '\0');
    return text;
  };
  for (const std::string& a : similar_strings()) {
    for (const std::string& b : similar_strings()) {
      ASSERT_EQ(ordering_head_of(a) < ordering_head_of(b), padded(a) < padded(b));
    }
  }
}

TEST(WordBytes, SharedBeginningIsWhatALoopFinds) {
  for (const std::string& a : similar_strings()) {
    for (const std::string& b : similar_strings()) {
      std::size_t shared = 0;
      while (shared < a.size() && shared < b.size() && a[shared] == b[shared]) ++shared;
      ASSERT_EQ(shared_beginning(a, head_of(a), b, head_of(b)), shared);
    }
  }
}

TEST(WordBytes, ACopyTouchesNothingBehindIt) {
  for (const std::string& text : similar_strings()) {
    std::string out(text.size() + 2 * kWordBytes, '-');
    char* const end = copy_bytes(text, out.data());
    ASSERT_EQ(end, out.data() + text.size());
    ASSERT_EQ(out, text + std::string(2 * kWordBytes, '-'));
  }
}

}  // namespace
}  // namespace dateline::word_bytes_test
