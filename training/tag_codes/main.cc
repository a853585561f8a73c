// dateline-train-tag-codes: articles in (JSON lines, standard input), the code lengths of
// indexer/glass/encoding/tag_codes.inc out. scripts/train-tag-codes says what the shipped ones were
// made of.
#include <fmt/format.h>
#include <isa-l/igzip_lib.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <span>
#include <string>

#include "common/schema/article_json.h"
#include "common/schema/stored_record.h"

namespace dateline::training {
namespace {

// Counts are scaled so that the most frequent has this one: more precision changes no code.
constexpr std::uint64_t kHighest = 9999;

class Counts {
 public:
  void add(std::string_view tag) {
    std::string bytes(tag);
    isal_update_histogram(reinterpret_cast<std::uint8_t*>(bytes.data()),
                          static_cast<int>(bytes.size()), &histogram_);
  }

  void print(const char* name) const {
    fmt::print("constexpr TagSymbols {}{{\n", name);
    print_list(histogram_.lit_len_histogram);
    print_list(histogram_.dist_histogram);
    fmt::print("}};\n");
  }

 private:
  static void print_list(std::span<const std::uint64_t> counts) {
    const std::uint64_t most = *std::max_element(counts.begin(), counts.end());
    std::string line = "    {";
    for (std::size_t i = 0; i < counts.size(); ++i) {
      // A symbol that was seen keeps a count.
      const std::uint64_t scaled =
          (counts[i] * kHighest + most - 1) / std::max<std::uint64_t>(most, 1);
      const std::string number = fmt::format("{}{}", scaled, i + 1 < counts.size() ? ", " : "},");
      if (line.size() + number.size() > 98) {
        fmt::print("{}\n", line.substr(0, line.find_last_not_of(' ') + 1));
        line = "     ";
      }
      line += number;
    }
    fmt::print("{}\n", line);
  }

  isal_huff_histogram histogram_{};
};

int run() {
  Counts records;
  std::size_t articles = 0;
  for (std::string line; std::getline(std::cin, line);) {
    auto article = schema::article_from_json(line);
    if (!article) {
      fmt::print(stderr, "line {}: {}\n", articles + 1, article.error().to_string());
      return 1;
    }
    article->id = fmt::format("sha256:{}", ++articles);
    records.add(schema::encode_record(*article));
  }
  fmt::print("// Made by scripts/train-tag-codes of {} articles.\n\n", articles);
  records.print("kRecordSymbols");
  return 0;
}

}  // namespace
}  // namespace dateline::training

int main() { return dateline::training::run(); }
