// Letters of mail (newsletters above all), and pages that a browser has saved as one (MHTML).
#pragma once

#include "indexer/input/format.h"

namespace dateline::indexer::mail {

// Header fields, two at least of those that all mail has.
bool is_mail(const Head& head);

// The same with a page and what belongs to it, as browsers save them, and sent to nobody.
bool is_mhtml(const Head& head);

// The headline is the subject, the text that of the HTML part, else of the plain one.
ExtractResult read_mail(const RawDocument& document, const ExtractOptions& options);

// The page, as extract_article() reads it.
ExtractResult read_mhtml(const RawDocument& document, const ExtractOptions& options);

}  // namespace dateline::indexer::mail
