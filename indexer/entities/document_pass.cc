#include <algorithm>
#include <string>
#include <unordered_map>

#include "indexer/entities/tagger.h"

namespace dateline::indexer {

std::vector<Entity> entities_of(const Article& article, const Tagger& tagger) {
  std::vector<Entity> out;
  std::unordered_map<std::string, std::size_t> known;
  for (const std::string_view text :
       {std::string_view(article.headline), std::string_view(article.standfirst),
        std::string_view(article.body)}) {
    for (const EntitySpan& span : tagger.tag(text)) {
      std::string form(text.substr(span.begin, span.end - span.begin));
      const auto [at, is_new] = known.try_emplace(form, out.size());
      if (is_new) {
        out.push_back({span.type, form, 1, {form}});
      } else {
        ++out[at->second].mentions;
      }
    }
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Entity& a, const Entity& b) { return a.mentions > b.mentions; });
  return out;
}

}  // namespace dateline::indexer
