// How much memory an input may take on its way through extraction, analysis and the segment
// builder, told from its bytes before anything is done with it: so that --memory bounds the process
// whatever its inputs are.
//
// Bytes alone tell little. Eight megabytes of prose take a hundred, for prose repeats its words;
// eight megabytes of words of which none occurs twice take a thousand, and of hyphenated ones two
// thousand. So what costs is counted: words, different words, hyphens, lines, values of JSON,
// elements of pages. What each of them takes was measured on documents made of hardly anything
// else (resident memory of the whole program, beside what it takes for an empty document):
//
//   8 MB of                                  takes     by the estimate
//   one word again and again                 222 MB    270 MB
//   prose (1.2 million words, 50,000 forms)   94 MB    150 MB
//   different words                         1013 MB   1290 MB
//   words of 400 letters, all different      247 MB    280 MB
//   lines of one letter                      460 MB    580 MB
//   empty values of JSON                     282 MB    320 MB
//
// tests/cli/memory_test.py holds the program to it.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::indexer {

// No document takes more for a byte: different words with hyphens between them come nearest.
inline constexpr std::uint64_t kMostMemoryForByte = 400;

// Bytes of memory that a document of these bytes may take. Not looked into where even the worst
// that there is would take no more than `enough`, for most documents are small. Takes about a
// nanosecond a byte otherwise.
std::uint64_t memory_for_document(std::string_view bytes, std::uint64_t enough);

}  // namespace dateline::indexer
