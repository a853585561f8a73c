// The people, organisations and places of the corpus: as many as are asked for, each with the forms
// that articles use for it.
//
// Name k is k written in syllables, so all surnames, places and organisations are distinct, and
// their endings keep them apart from one another and from the vocabulary.
#pragma once

#include <cstdint>
#include <string>

#include "common/document/article.h"

namespace dateline::corpus {

struct Name {
  EntityType type = EntityType::kPerson;
  std::string full;   // how an article names it first: "Zoë Kalbova", "Kaltex Transport Union"
  std::string brief;  // and afterwards: "Kalbova", "KTU"; a place has its full name alone
  bool is_acronym = false;  // then the first mention is followed by it: "… Union (KTU)"
};

// Whom the news is about.
Name person(std::uint64_t seed, std::uint64_t number);
// Who writes it; never one of those above.
Name reporter(std::uint64_t seed, std::uint64_t number);
Name organisation(std::uint64_t number);
Name place(std::uint64_t number);

}  // namespace dateline::corpus
