// Every element is weighed: the bytes of prose in it speak for it, those of labels and links
// against it, so that the sum is largest where the article ends and the page around it begins. An
// element that the page calls an article, main or "articleBody" wins over one that holds a little
// more.
//
//   <body> <ul>40</ul> <div> <p>300</p> <p>280</p> </div> <p>90</p> </body>
//   body: 300 + 280 + 90 - 40 = 630, div: 580   →   body; but with <article> for <div>: 638   →   that
//
// Tested in container_test.cc.
#include "indexer/extract/body/container.h"

namespace dateline::indexer::page {
namespace {

// How much one byte of label or link takes from a byte of prose.
constexpr double kAgainst = 1.0;

double weigh(const TextSums& sums, NodeIndex i) {
  return double(sums.prose(i)) - kAgainst * double(sums.other(i));
}

double confidence(const Tree& tree, NodeIndex i) {
  if (tree[i].tag == Tag::kArticle || tree[i].tag == Tag::kMain) return 1.1;
  if (tree[i].attributes_count > 0 && hint_of(tree, i) == Hint::kBody) return 1.3;
  return 1.0;
}

}  // namespace

Container find_container(const Tree& tree, const Blocks& blocks,
                         const std::vector<Hint>& furniture) {
  const TextSums sums(tree, blocks, furniture);
  Container best{0, "density"};
  double best_score = 0;
  for (NodeIndex i = 0; i < tree.size(); ++i) {
    if (tree[i].tag == Tag::kText || furniture[i] != Hint::kNone || sums.prose(i) == 0) continue;
    const double sum = weigh(sums, i);
    if (sum <= 0) continue;
    const double score = sum * confidence(tree, i);
    // Later elements of the same score are deeper.
    if (score >= best_score) {
      best_score = score;
      best.node = i;
    }
  }
  return best;
}

}  // namespace dateline::indexer::page
