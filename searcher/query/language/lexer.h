// The first stage: the query's text into lexemes.
//
//   headline:"a b"~3 -iraq^2   field(headline) phrase(a b ~3) minus word(iraq) weight(2)
//
// A sign is an operator only where it stands at the beginning of a word and touches it; AND, OR,
// NOT, NEAR and ADJ only in capitals and alone; a colon only after letters and before something
// other than a space. Elsewhere they are part of a word, or punctuation.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "searcher/query/language/field_names.h"
#include "searcher/query/language/plain_text.h"
#include "searcher/query/language/types.h"

namespace dateline::query {

enum class LexemeKind : std::uint8_t {
  kWord,
  kPhrase,
  kOpen,
  kClose,
  kAnd,
  kOr,
  kNot,
  kNear,
  kAdj,
  kPlus,
  kMinus,
  kField,
  kWeight,
  kEnd,
};

struct Lexeme {
  LexemeKind kind = LexemeKind::kEnd;
  std::size_t offset = 0;              // byte of the typed query
  std::size_t end = 0;                 // the byte after its last
  std::string text;                    // a word or phrase without its signs; else as typed
  Scope scope;                         // kField
  std::uint32_t distance = 0;          // kNear, kAdj; kPhrase with ~n, else 0
  double weight = 1;                   // kWeight
  bool exact = false;                  // kWord: =walked
  std::optional<std::uint32_t> edits;  // kWord: ~ is 0 (as many as its length allows), ~1, ~2
};

struct Lexemes {
  std::vector<Lexeme> list;  // ends in kEnd
  std::vector<Notice> notices;
};

Parsed<Lexemes> lex(const PlainText& query);

}  // namespace dateline::query
