#include "indexer/extract/markup/attributes.h"

#include <algorithm>
#include <array>

#include "common/base/strings.h"

namespace dateline::indexer::page {
namespace {

constexpr std::array kKnown{
    AttributeSpelling{"class", AttributeName::kClass},
    AttributeSpelling{"href", AttributeName::kHref},
    AttributeSpelling{"id", AttributeName::kId},
    AttributeSpelling{"rel", AttributeName::kRel},
    AttributeSpelling{"itemprop", AttributeName::kItemprop},
    AttributeSpelling{"itemtype", AttributeName::kItemtype},
    AttributeSpelling{"itemscope", AttributeName::kItemscope},
    AttributeSpelling{"content", AttributeName::kContent},
    AttributeSpelling{"name", AttributeName::kName},
    AttributeSpelling{"property", AttributeName::kProperty},
    AttributeSpelling{"datetime", AttributeName::kDatetime},
    AttributeSpelling{"lang", AttributeName::kLang},
    AttributeSpelling{"xml:lang", AttributeName::kLang},
    AttributeSpelling{"role", AttributeName::kRole},
    AttributeSpelling{"hidden", AttributeName::kHidden},
    AttributeSpelling{"aria-hidden", AttributeName::kAriaHidden},
    AttributeSpelling{"aria-label", AttributeName::kAriaLabel},
    AttributeSpelling{"title", AttributeName::kTitle},
    AttributeSpelling{"data-testid", AttributeName::kData},
    AttributeSpelling{"data-test-id", AttributeName::kData},
    AttributeSpelling{"data-qa", AttributeName::kData},
    AttributeSpelling{"data-component", AttributeName::kData},
    AttributeSpelling{"data-module", AttributeName::kData},
    AttributeSpelling{"data-type", AttributeName::kData},
    AttributeSpelling{"data-block-type", AttributeName::kData},
    AttributeSpelling{"data-timestamp", AttributeName::kTimestamp},
    AttributeSpelling{"value", AttributeName::kValue},
};

}  // namespace

const AttributeSpelling* known_attribute(std::string_view spelling) {
  const auto* at = std::find_if(kKnown.begin(), kKnown.end(), [&](const AttributeSpelling& known) {
    return equals_ignoring_ascii_case(known.spelling, spelling);
  });
  return at == kKnown.end() ? nullptr : at;
}

}  // namespace dateline::indexer::page
