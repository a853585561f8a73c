// Every element is ranked by how plainly it says that it dates the article, and the first one of
// the highest rank that has a plausible date is taken:
//
//   <span itemprop=datePublished content=2020-01-06>   microdata
//   <time datetime=2020-01-06>                         <time> that tells no update
//   <span class=post-date>6 January 2020</span>        named after dates
//
// Attributes for machines are read before the text. What is only named so and stands above the
// headline is kept apart: it is the day's date as often. Tested in date_elements_test.cc.
#include "indexer/extract/dates/date_elements.h"

#include <string>

#include "common/base/strings.h"
#include "indexer/extract/tables/element_names.h"
#include "indexer/extract/tables/matching.h"

namespace dateline::indexer::page {
namespace {

// How plainly an element says that it dates the article.
enum class Rank { kNone, kNamedAbove, kNamed, kTime, kMicrodata };

bool says_modified(std::string_view names) {
  return modified_word(names) != std::string_view::npos;
}

bool says_date(std::string_view names) { return holds_one_of(kDateNames, to_ascii_lower(names)); }

class ElementFinder {
 public:
  ElementFinder(const DateContext& context, bool published)
      : context_(context),
        page_(context.page()),
        tree_(page_.tree),
        published_(published),
        headline_(context.headline_block() < page_.blocks.size()
                      ? page_.blocks[context.headline_block()].first
                      : 0) {}

  DateElements find() const {
    DateElements out;
    Rank best = Rank::kNone;
    for (NodeIndex i = 0; i < tree_.size(); ++i) {
      const Rank rank = rank_of(i);
      const bool above = rank == Rank::kNamedAbove;
      if (above ? out.above.found() : rank <= best) continue;
      DateFinding found = read(i);
      if (!found.found()) continue;
      (above ? out.above : out.marked) = std::move(found);
      if (!above) best = rank;
    }
    return out;
  }

 private:
  DateFinding read(NodeIndex i) const {
    constexpr NodeIndex kMostNodes = 40;
    DateFinding found = context_.read(machine_value(i), source_of(i));
    if (!found.found() && tree_[i].tag != Tag::kMeta && tree_[i].end - i < kMostNodes) {
      constexpr std::size_t kMost = 2000;  // more than read_date() looks at
      found = context_.read(tree_.content(i, kMost), source_of(i));
    }
    return found;
  }

  std::string names_of(NodeIndex i) const {
    std::string names;
    for (const AttributeName name : {AttributeName::kItemprop, AttributeName::kClass,
                                     AttributeName::kId, AttributeName::kData}) {
      names.append(tree_.attribute(i, name)).append(" ");
    }
    return names;
  }

  std::string_view machine_value(NodeIndex i) const {
    for (const AttributeName name :
         {AttributeName::kDatetime, AttributeName::kContent, AttributeName::kTimestamp}) {
      const std::string_view value = tree_.attribute(i, name);
      if (!value.empty()) return value;
    }
    return tree_[i].tag == Tag::kAbbr ? tree_.attribute(i, AttributeName::kTitle)
                                      : std::string_view();
  }

  Rank rank_of(NodeIndex i) const {
    if (tree_[i].tag == Tag::kText || context_.is_elsewhere(i)) return Rank::kNone;
    const std::string_view property = tree_.attribute(i, AttributeName::kItemprop);
    const std::string_view wanted = published_ ? "datePublished" : "dateModified";
    if (property.find(wanted) != std::string_view::npos) return Rank::kMicrodata;
    if (tree_[i].tag == Tag::kMeta) return Rank::kNone;
    if (tree_[i].tag == Tag::kTime)
      return tells_update(i) == published_ ? Rank::kNone : Rank::kTime;
    if (!published_ || tree_[i].attributes_count == 0) return Rank::kNone;
    constexpr NodeIndex kMostNodes = 12;
    const std::string names = names_of(i);
    if (!says_date(names) || says_modified(names) || tree_[i].end - i >= kMostNodes) {
      return Rank::kNone;
    }
    return i < headline_ ? Rank::kNamedAbove : Rank::kNamed;
  }

  bool tells_update(NodeIndex i) const {
    constexpr std::size_t kBeginning = 60;
    return says_modified(names_of(i)) || parent_says_modified(i) ||
           says_modified(tree_.content(i, 4 * kBeginning).substr(0, kBeginning));
  }

  // Many elements may have one parent, whose names may be long.
  bool parent_says_modified(NodeIndex i) const {
    const NodeIndex parent = tree_[i].parent;
    if (parent == kNoNode) return false;
    if (parent != asked_) {
      asked_ = parent;
      answer_ = says_modified(names_of(parent));
    }
    return answer_;
  }

  std::string source_of(NodeIndex i) const {
    if (tree_.has(i, AttributeName::kItemprop)) return "itemprop date";
    return tree_[i].tag == Tag::kTime ? "time" : "element named date";
  }

  const DateContext& context_;
  const Page& page_;
  const Tree& tree_;
  bool published_;
  NodeIndex headline_;
  mutable NodeIndex asked_ = kNoNode;  // the parent asked last, and its answer
  mutable bool answer_ = false;
};

}  // namespace

DateElements find_date_elements(const DateContext& context, bool published) {
  return ElementFinder(context, published).find();
}

}  // namespace dateline::indexer::page
