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
enum class Rank { kNone, kNamedAbove, kNamed, kTime, kLabelled, kMicrodata };

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
    NodeIndex updated = kNoNode;  // the first <time> of an update
    for (NodeIndex i = 0; i < tree_.size(); ++i) {
      const Rank rank = rank_of(i);
      if (published_ && updated == kNoNode && is_update(i)) updated = i;
      const bool above = rank == Rank::kNamedAbove;
      if (above ? out.above.found() : rank <= best) continue;
      DateFinding found = read(i);
      if (!found.found() || context_.in_teaser(i)) continue;
      const Rank labelled = by_label(i, rank);
      if (labelled == Rank::kNone) continue;
      if (!above && best == Rank::kNone && is_behind_text(updated, i)) break;
      if (!above && labelled <= best) continue;
      (above ? out.above : out.marked) = std::move(found);
      if (!above) best = labelled;
      out.stated = best >= Rank::kLabelled;
    }
    if (updated != kNoNode) out.updated = read(updated);
    return out;
  }

 private:
  bool is_update(NodeIndex i) const {
    return tree_[i].tag == Tag::kTime && i >= headline_ && !context_.is_elsewhere(i) &&
           context_.role_of(i) == DateRole::kModified;
  }

  // Where the article shows the day of its update alone, a date that follows its text is another's.
  bool is_behind_text(NodeIndex updated, NodeIndex i) const {
    if (updated == kNoNode || updated > i) return false;
    const std::size_t text = context_.text_block();
    return text < page_.blocks.size() && updated < page_.blocks[text].first &&
           page_.blocks[text].first < i;
  }

  DateFinding read(NodeIndex i) const {
    constexpr NodeIndex kMostNodes = 40;
    DateFinding found = context_.read(machine_value(i), source_of(i));
    if (!found.found() && tree_[i].tag != Tag::kMeta && tree_[i].end - i < kMostNodes) {
      constexpr std::size_t kMost = 2000;  // more than read_date() looks at
      const std::string text = tree_.content(i, kMost);
      const DateRole wanted = published_ ? DateRole::kPublished : DateRole::kModified;
      for (const DateRole role : {wanted, DateRole::kPlain, DateRole::kUnknown}) {
        if (!found.found()) found = context_.read_as(role, text, source_of(i));
      }
    }
    return found;
  }

  // A label before the element or at its beginning lifts it above others, or tells that it is
  // another day's.
  Rank by_label(NodeIndex i, Rank rank) const {
    if (rank == Rank::kMicrodata || rank == Rank::kNamedAbove) return rank;
    constexpr std::size_t kBeginning = 60;
    const std::string text = tree_.content(i, 4 * kBeginning);
    DateRole role = role_of_label(text.substr(0, text.find_first_of("0123456789")));
    if (role != DateRole::kPublished && role != DateRole::kModified) role = context_.role_of(i);
    const DateRole wanted = published_ ? DateRole::kPublished : DateRole::kModified;
    if (role == wanted) return Rank::kLabelled;
    return role == DateRole::kPlain || role == DateRole::kUnknown ? rank : Rank::kNone;
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
    const DateRole role = context_.role_of(i);
    if (role == DateRole::kPublished || role == DateRole::kModified) {
      return role == DateRole::kModified;
    }
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
