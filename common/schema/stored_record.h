// An article as document data: the record's JSON without its body on the first line, then the body
// as it is. A list of hits needs the first line alone, and a snippet reads the body without parsing
// anything.
#pragma once

#include <string>
#include <string_view>

#include "common/base/result.h"
#include "common/document/article.h"

namespace dateline::schema {

std::string encode_record(const Article& article);

// The body; a view into `data`.
std::string_view stored_body(std::string_view data);

// The whole record. kCorrupt where `data` is none.
Result<Article> decode_record(std::string_view data);

// The record without `body` and `extra`, of which neither is looked at: a record may have any
// number of keys beyond the known ones. kCorrupt as above.
Result<Article> decode_head(std::string_view data);

}  // namespace dateline::schema
