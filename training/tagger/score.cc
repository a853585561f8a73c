#include "training/tagger/score.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

namespace dateline::training {

Score::Counts Score::all() const {
  Counts out;
  for (const Counts& counts : kinds) {
    out.right += counts.right;
    out.extra += counts.extra;
    out.missed += counts.missed;
  }
  return out;
}

std::string Score::to_string() const {
  const Counts sum = all();
  return fmt::format(
      "F1 {:.4f} (person {:.3f}, organisation {:.3f}, place {:.3f}; {} right, {} extra, {} missed)",
      sum.f1(), kinds[0].f1(), kinds[1].f1(), kinds[2].f1(), sum.right, sum.extra, sum.missed);
}

namespace {

std::string fault(std::string_view what, std::string_view kind, const std::string& text,
                  std::uint32_t begin, std::uint32_t end) {
  return fmt::format("{} {} {}", what, kind, text.substr(begin, end - begin));
}

}  // namespace

Score score(const indexer::Tagger& tagger, const std::vector<AnnotatedDocument>& documents) {
  Score out;
  for (const AnnotatedDocument& document : documents) {
    const MarkedText marked = render(document, Spacing::kTokens);
    std::set<GoldSpan> gold;
    for (const GoldSpan& span : marked.names) {
      if (span.kind != NameKind::kOther) gold.insert(span);
    }
    for (const indexer::EntitySpan& span : tagger.tag(marked.text)) {
      auto& counts = out.kinds[static_cast<std::size_t>(span.type)];
      const bool right = gold.erase({span.begin, span.end, static_cast<NameKind>(span.type)}) > 0;
      ++(right ? counts.right : counts.extra);
      if (!right) {
        ++out.faults[fault("extra", name_of(span.type), marked.text, span.begin, span.end)];
      }
    }
    for (const GoldSpan& span : gold) {
      ++out.kinds[static_cast<std::size_t>(span.kind)].missed;
      const auto type = static_cast<EntityType>(span.kind);
      ++out.faults[fault("missed", name_of(type), marked.text, span.begin, span.end)];
    }
  }
  return out;
}

}  // namespace dateline::training
