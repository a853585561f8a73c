// Tables with a header (RFC 4180), their columns parted by tabs, commas, semicolons or bars.
#pragma once

#include <memory>

#include "indexer/input/container.h"

namespace dateline::indexer {

// Two rows of as many columns, of which the first names a headline or a text as such tables do.
bool is_csv(const Head& head);

// Each row as a JSON object of its columns that are not empty, with the offset of the row. A row of
// another number of columns, of broken quotes or of bytes that are no UTF-8 is refused by itself,
// and reading goes on at the next line.
std::unique_ptr<Container> open_csv(std::unique_ptr<BufferedSource> source,
                                    const ContainerOptions& options);

}  // namespace dateline::indexer
