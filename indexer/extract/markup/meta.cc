#include "indexer/extract/markup/meta.h"

#include "common/base/strings.h"
#include "indexer/extract/markup/markup_text.h"

namespace dateline::indexer::page {
namespace {

// More would be an attack, not metadata.
constexpr std::size_t kMaxEntries = 1000;
constexpr std::size_t kLongestTitle = 4000;

// Microdata in the body may be another article's; finders look at it where it stands.
std::string key_of(const Tree& tree, NodeIndex i) {
  const NodeIndex parent = tree[i].parent;
  const bool in_head = parent != kNoNode && tree[parent].tag == Tag::kHead;
  for (const AttributeName name :
       {AttributeName::kProperty, AttributeName::kName, AttributeName::kItemprop}) {
    if (name == AttributeName::kItemprop && !in_head) continue;
    const std::string_view value = trim(tree.attribute(i, name));
    if (!value.empty()) return to_ascii_lower(value);
  }
  return {};
}

bool is_canonical(const Tree& tree, NodeIndex i) {
  return equals_ignoring_ascii_case(trim(tree.attribute(i, AttributeName::kRel)), "canonical");
}

}  // namespace

Meta Meta::read(const Tree& tree) {
  Meta out;
  for (NodeIndex i = 0; i < tree.size(); ++i) {
    switch (tree[i].tag) {
      case Tag::kHtml:
        if (out.language.empty()) out.language = trim(tree.attribute(i, AttributeName::kLang));
        break;
      case Tag::kTitle:
        if (out.title.empty()) out.title = tree.content(i, kLongestTitle);
        break;
      case Tag::kLink:
        if (out.canonical.empty() && is_canonical(tree, i)) {
          out.canonical = trim(tree.attribute(i, AttributeName::kHref));
        }
        break;
      case Tag::kMeta: {
        std::string key = key_of(tree, i);
        std::string value = plain_text(tree.attribute(i, AttributeName::kContent));
        // Some systems write so what <meta> should have as its content.
        if (value.empty()) value = plain_text(tree.attribute(i, AttributeName::kValue));
        if (key.empty() || value.empty() || out.entries_.size() >= kMaxEntries) break;
        out.entries_.push_back({std::move(key), std::move(value)});
        break;
      }
      default:
        break;
    }
  }
  return out;
}

const Meta::Entry* Meta::first(Keys keys) const {
  for (const std::string_view key : keys) {
    for (const Entry& entry : entries_) {
      if (entry.key == key) return &entry;
    }
  }
  return nullptr;
}

std::string Meta::value(Keys keys) const {
  const Entry* found = first(keys);
  return found == nullptr ? std::string() : found->value;
}

std::vector<std::string> Meta::values(Keys keys) const {
  std::vector<std::string> out;
  const Entry* found = first(keys);
  if (found == nullptr) return out;
  for (const Entry& entry : entries_) {
    if (entry.key == found->key) out.push_back(entry.value);
  }
  return out;
}

}  // namespace dateline::indexer::page
