// Strict span F1: a name counts if its ends and its kind are right.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "indexer/entities/tagger.h"

#include "training/tagger/annotated_text.h"

namespace dateline::training {

struct Score {
  struct Counts {
    std::uint32_t right = 0;
    std::uint32_t extra = 0;
    std::uint32_t missed = 0;

    double f1() const {
      const double both = 2.0 * right;
      return right == 0 ? 0.0 : both / (both + extra + missed);
    }
  };
  std::array<Counts, 3> kinds;                  // person, organisation, place
  std::map<std::string, std::uint32_t> faults;  // "missed place Iran" and how often

  Counts all() const;
  std::string to_string() const;
};

// Documents are tagged whole, written with a space between all tokens.
Score score(const indexer::Tagger& tagger, const std::vector<AnnotatedDocument>& documents);

}  // namespace dateline::training
