// Archives of files: tar, ZIP, 7z, and the WACZ of web archives, which is a ZIP. libarchive reads them;
// docs/inputs.md says what is read of them.
#pragma once

#include <memory>

#include "indexer/input/container.h"

namespace dateline::indexer {

bool is_tar(const Head& head);
bool is_zip(const Head& head);
bool is_7z(const Head& head);
// Told by the name of its first member.
bool is_wacz(const Head& head);

// Entries are the regular files, under their names; the bytes of one are read as they are asked for, so
// that an archive of any size takes the memory of one member. Links, devices and what was encrypted have
// no bytes; links and devices are counted, what was encrypted is refused.
//
// A damaged member is refused with kBadEntry, and reading goes on at the next. A 7z ends there: it tells
// where its members are at its end alone, and packs them together. What unpacks to far more than any
// text does, or has more members than any archive of news, is refused as a whole with kTooCostly.
std::unique_ptr<Container> open_tar(std::unique_ptr<BufferedSource> source,
                                    const ContainerOptions& options);
std::unique_ptr<Container> open_zip(std::unique_ptr<BufferedSource> source,
                                    const ContainerOptions& options);
std::unique_ptr<Container> open_7z(std::unique_ptr<BufferedSource> source,
                                   const ContainerOptions& options);
// Of a WACZ only the WARC files are entries: its indexes and lists tell of what is in them.
std::unique_ptr<Container> open_wacz(std::unique_ptr<BufferedSource> source,
                                     const ContainerOptions& options);

}  // namespace dateline::indexer
