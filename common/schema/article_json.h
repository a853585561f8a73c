// The article record as JSON: one object an article, with the keys of the contract, in its order.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/document/article.h"
#include "common/document/usable_values.h"

namespace dateline::schema {

// One line of JSON without a newline at its end. Unknown values are left out; keys of `extra` stand
// in an object under "extra".
std::string to_json(const Article& article);

// Reads one object. Each key must have the type that the contract gives it, or be null (which is as
// good as absent): anything else is kInvalidInput, with a message that names the key. Strings are
// trimmed; dates must parse; an empty string or array counts as absent. Keys beyond the contract's,
// and those in an "extra" object, are kept in `extra`. A record without headline and body is read
// as it is: whether that is an article is the caller's question. Refused are nesting beyond
// 64 levels, and more than 1,024 keys in one object or 100,000 in all.
Result<Article> article_from_json(std::string_view json);

// An article with what could not be read of its record.
struct ReadRecord {
  Article article;
  std::vector<LeftOut> left_out;  // in the order of the table of fields
};

// As article_from_json(), but a value that is not as its key has to have it is left out as a whole,
// and told: one bad date must not lose an article. Still refused are bad values of id, headline and
// body, without which it would be another article, and of access, for an article without it is
// everybody's to see. A bad status or embargo may have been there to keep the article back, so it is
// withheld.
Result<ReadRecord> read_record_json(std::string_view json);

}  // namespace dateline::schema
