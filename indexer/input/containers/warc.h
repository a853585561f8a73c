// A WARC file: what a crawler has fetched, request by request (ISO 28500; Common Crawl, wget,
// Heritrix and Browsertrix write it). docs/inputs.md says what is read of it.
#pragma once

#include <memory>
#include <string_view>

#include "indexer/input/container.h"

namespace dateline::indexer {

bool is_warc(const Head& head);
bool is_packed_warc(std::string_view raw);

// Entries are the pages that were answered with 200, pages kept as resources, and texts that were
// converted from pages. An entry's offset is that of its record in the file as it lies, where an index
// of the file (CDX) has it too; of several records in one compressed member it is the member's.
//
// Passed over and counted are other responses, revisits, metadata. A record that is damaged or cut
// is refused with kBadEntry, and reading goes on at the next one; so is a page that the crawler cut.
std::unique_ptr<Container> open_warc(std::unique_ptr<BufferedSource> source,
                                     const ContainerOptions& options);

}  // namespace dateline::indexer
