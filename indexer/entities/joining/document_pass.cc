#include "indexer/entities/joining/document_pass.h"

#include <algorithm>
#include <limits>
#include <string>
#include <unordered_map>

#include "common/base/strings.h"
#include "indexer/entities/joining/entity_joiner.h"

namespace dateline::indexer {
namespace {

// More would be a directory, not an article.
constexpr std::size_t kMostEntities = 512;
constexpr std::size_t kMostDeclared = 128;

bool is_word_byte(char c) { return is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80; }

// How often `name` stands in `text` as whole words.
std::uint32_t count_mentions(std::string_view text, std::string_view name) {
  std::uint32_t count = 0;
  for (std::size_t at = text.find(name); at != std::string_view::npos;
       at = text.find(name, at + name.size())) {
    const std::size_t end = at + name.size();
    const bool begins = at == 0 || !is_word_byte(text[at - 1]);
    if (begins && (end == text.size() || !is_word_byte(text[end]))) ++count;
  }
  return count;
}

// Names that the source declares and the tagger has missed.
void add_declared(EntityJoiner& joiner, const Article& article, std::string_view text) {
  const std::size_t count = std::min(article.entities.size(), kMostDeclared);
  for (std::size_t i = 0; i < count; ++i) {
    const Entity& entity = article.entities[i];
    if (entity.name.empty()) continue;
    const std::uint32_t missed = joiner.knows(entity.name) ? 0 : count_mentions(text, entity.name);
    for (std::uint32_t mention = 0; mention < missed; ++mention) {
      joiner.add_mention(entity.name, entity.type);
    }
    joiner.declare(entity.name, entity.type);
  }
}

}  // namespace

std::vector<Entity> entities_of(const Article& article, const Tagger& tagger) {
  // One text, so that the body tells what the headline's capitals mean; a newline ends a sentence.
  const std::string text = article.headline + "\n" + article.standfirst + "\n" + article.body;
  EntityJoiner joiner;
  for (const EntitySpan& span : tagger.tag(text)) {
    joiner.add_mention(std::string_view(text).substr(span.begin, span.end - span.begin), span.type);
  }
  add_declared(joiner, article, text);
  return joiner.join(kMostEntities);
}

std::vector<NamedSpan> named_spans(std::string_view text, const Tagger& tagger) {
  const std::vector<EntitySpan> spans = tagger.tag(text);
  const auto form_of = [text](const EntitySpan& span) {
    return text.substr(span.begin, span.end - span.begin);
  };
  EntityJoiner joiner;
  for (const EntitySpan& span : spans) joiner.add_mention(form_of(span), span.type);
  std::unordered_map<std::string, std::string> names;
  for (const Entity& entity : joiner.join(std::numeric_limits<std::size_t>::max())) {
    for (const std::string& form : entity.forms) names.emplace(form, entity.name);
  }
  std::vector<NamedSpan> out;
  out.reserve(spans.size());
  for (const EntitySpan& span : spans) out.push_back({span, names[std::string(form_of(span))]});
  return out;
}

}  // namespace dateline::indexer
