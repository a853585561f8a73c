// An answer as an Atom feed (RFC 4287), an entry a hit, for feed readers and portals. The caller asks
// for the newest first. The rest of an answer is in the remarks. What is no answer is one line of
// JSON.
//
// tests/searcher/output/atom.rng is the grammar of what is written here.
#pragma once

#include "searcher/output/formats/json_renderer.h"

namespace dateline::output {

class AtomRenderer final : public JsonRenderer {
 public:
  // An entry's id follows from the article's, so that a feed reader knows it again. An article
  // without a date was updated at the beginning of 1970, and so was a feed without entries: Atom
  // wants a date of each.
  Rendered render(const Shown& shown) const override;
};

}  // namespace dateline::output
