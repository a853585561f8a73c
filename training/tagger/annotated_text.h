// Text with its names marked, as training reads it: files of one token a line, "token<TAB>tag",
// tags in IOB2 (B-PER, I-PER, O …), a blank line after each sentence, "# newdoc" before each
// document.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/document/article.h"

namespace dateline::training {

// What a name is: one of the three types that are indexed, or MISC.
enum class NameKind : std::uint8_t { kPerson, kOrganisation, kPlace, kOther, kNone };

struct Token {
  std::string text;
  NameKind kind = NameKind::kNone;
  bool begins = false;  // first of its name
};

using Sentence = std::vector<Token>;

struct AnnotatedDocument {
  std::vector<Sentence> sentences;
};

Result<std::vector<AnnotatedDocument>> read_annotated(const std::string& path);

// Bytes [begin, end) of a text that are a name.
struct GoldSpan {
  std::uint32_t begin;
  std::uint32_t end;
  NameKind kind;

  friend auto operator<=>(const GoldSpan&, const GoldSpan&) = default;
};

struct MarkedText {
  std::string text;
  std::vector<GoldSpan> names;
};

enum class Spacing { kTokens, kSplitHyphens, kProse };

// A sentence a line. kTokens puts a space between all tokens, kSplitHyphens around hyphens too;
// kProse writes punctuation and possessives as a newspaper does.
MarkedText render(const AnnotatedDocument& document, Spacing spacing);

}  // namespace dateline::training
