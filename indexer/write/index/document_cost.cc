// Tested by tests/indexer/write/index/document_cost_test.cc.
#include "indexer/write/index/document_cost.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <vector>

namespace dateline::indexer {
namespace {

// What one of each takes, in bytes of memory.
constexpr std::uint64_t kForByte = 7;
constexpr std::uint64_t kForWord = 52;
constexpr std::uint64_t kForDifferentWord = 700;
constexpr std::uint64_t kForByteOfDifferentWord =
    28;                                       // twice in each table of strings, as they grow
constexpr std::uint64_t kForCompound = 2200;  // has forms of its own beside its parts
constexpr std::uint64_t kForLine = 80;        // which may be a paragraph
constexpr std::uint64_t kForValue = 100;      // of JSON, in a page too
constexpr std::uint64_t kForElement = 100;

// The first byte of hyphens beyond ASCII (U+2010), and of quotation marks and dashes.
constexpr unsigned char kMayBeHyphen = 0xE2;

enum class Class : std::uint8_t { kSeparator, kWord, kWide, kLine, kBinding, kValue, kElement };

constexpr std::array<Class, 256> make_classes() {
  std::array<Class, 256> classes{};
  for (unsigned c = 0; c < 256; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool digit = c >= '0' && c <= '9';
    if (letter || digit || c >= 0x80) classes[c] = Class::kWord;
  }
  // First bytes of characters that may each be a word, as those of East Asia are, or a hyphen.
  for (unsigned c = kMayBeHyphen; c < 0xF8; ++c) classes[c] = Class::kWide;
  classes['\n'] = classes['\\'] = Class::kLine;  // JSON writes a line feed with a backslash
  classes['-'] = classes['/'] = Class::kBinding;
  for (const char c : {',', ':', '{', '['}) classes[static_cast<unsigned char>(c)] = Class::kValue;
  classes['<'] = Class::kElement;
  return classes;
}
constexpr std::array<Class, 256> kClasses = make_classes();

// How many different numbers were seen, by linear counting: each sets a bit, and the share of bits
// that stay clear tells how many there were (Whang, Vander-Zanden and Taylor, 1990). Within a few
// in a hundred up to two million.
class DifferentNumbers {
 public:
  DifferentNumbers() : bits_(kBits / 64) {}

  void add(std::uint64_t hash) {
    const std::uint64_t bit = (hash * 0x9E3779B97F4A7C15ULL) >> (64 - kLogBits);
    bits_[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }

  // At most `all`.
  std::uint64_t count(std::uint64_t all) const {
    std::uint64_t clear = kBits;
    for (const std::uint64_t word : bits_) clear -= static_cast<std::uint64_t>(std::popcount(word));
    if (clear == 0) return all;
    const double bits = static_cast<double>(kBits);
    const auto seen =
        static_cast<std::uint64_t>(bits * std::log(bits / static_cast<double>(clear)));
    return std::min(seen, all);
  }

 private:
  static constexpr unsigned kLogBits = 18;
  static constexpr std::uint64_t kBits = std::uint64_t{1} << kLogBits;

  std::vector<std::uint64_t> bits_;
};

class Shape {
 public:
  void look_at(std::string_view bytes) {
    for (const char c : bytes) {
      const auto byte = static_cast<unsigned char>(c);
      const Class kind = kClasses[byte];
      if (kind == Class::kWide) end_word(byte == kMayBeHyphen);
      if (kind == Class::kWord || kind == Class::kWide) {
        word_ = (word_ ^ byte) * 0x100000001B3ULL;
        ++word_bytes_;
        continue;
      }
      end_word(kind == Class::kBinding);
      ++counts_[static_cast<std::size_t>(kind)];
    }
    end_word(false);
    bytes_ = bytes.size();
  }

  std::uint64_t memory() const {
    const std::uint64_t different = different_.count(words_);
    const std::uint64_t different_bytes =
        words_ > 0 ? word_bytes_in_all_ / words_ * different + different : 0;
    return bytes_ * kForByte + words_ * kForWord + different * kForDifferentWord +
           different_bytes * kForByteOfDifferentWord + compounds_.count(bindings_) * kForCompound +
           count(Class::kLine) * kForLine + count(Class::kValue) * kForValue +
           count(Class::kElement) * kForElement;
  }

 private:
  static constexpr std::uint64_t kNoWord = 0xCBF29CE484222325ULL;

  std::uint64_t count(Class kind) const { return counts_[static_cast<std::size_t>(kind)]; }

  // `binds`: what comes next makes a word together with this one as well.
  void end_word(bool binds) {
    if (word_bytes_ > 0) {
      different_.add(word_);
      ++words_;
      word_bytes_in_all_ += word_bytes_;
      if (bound_to_ != 0) {
        compounds_.add(bound_to_ ^ word_ * 31);
        ++bindings_;
      }
    }
    bound_to_ = binds && word_bytes_ > 0 ? word_ : 0;
    word_ = kNoWord;
    word_bytes_ = 0;
  }

  std::uint64_t bytes_ = 0;
  std::uint64_t words_ = 0;
  std::uint64_t word_bytes_in_all_ = 0;
  std::uint64_t word_ = kNoWord;
  std::uint64_t word_bytes_ = 0;
  std::array<std::uint64_t, 7> counts_{};
  std::uint64_t bound_to_ = 0;  // the hash of the word that is bound to the next one
  std::uint64_t bindings_ = 0;
  DifferentNumbers different_;
  DifferentNumbers compounds_;
};

}  // namespace

std::uint64_t memory_for_document(std::string_view bytes, std::uint64_t enough) {
  const std::uint64_t worst = bytes.size() * kMostMemoryForByte;
  if (worst <= enough) return worst;
  Shape shape;
  shape.look_at(bytes);
  return std::min(worst, shape.memory());
}

}  // namespace dateline::indexer
