// The way back from an article to the bytes that it was made of, for whoever wants to see them.
#pragma once

#include <string>
#include <string_view>

#include "common/base/result.h"
#include "common/document/article.h"

namespace dateline::indexer {

// The bytes at `origin` as a format was given them: unpacked, without what a crawler, an archive or
// a server's answer has around them; a row of a table is a JSON object of its columns. `url`: the
// article's; what lies there now and says that it is of another address is not given.
//
// A record of a WARC file and a line of a file of JSON lines, not compressed as a whole, is read
// from where it lies, whatever the size of the file; all else is looked for from the file's
// beginning. A relative path begins where this program runs. At most 256 MB are held of an entry.
//
// kNotFound where nothing lies there (any more), or the article came down a pipe; kInvalidInput
// where it is damaged; kIo where the file cannot be read, or is no regular one.
Result<std::string> read_original(const Origin& origin, std::string_view url);

}  // namespace dateline::indexer
