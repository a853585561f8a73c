#include "searcher/query/query.h"

#include "common/schema/fields.h"
#include "common/text/stemmer.h"
#include "common/text/tokenizer.h"

namespace dateline::query {

tl::expected<CompiledQuery, QueryError> compile(std::string_view text, const QueryOptions& options,
                                                const Xapian::Database&) {
  CompiledQuery out;
  text::Stemmer stemmer(options.language);
  for (const text::OwnedToken& token : text::tokenize(text)) {
    if (token.further) continue;
    const std::string stem(stemmer.stem(token.form));
    out.terms.push_back(schema::make_stem_term("", stem));
    out.marks.push_back({stem, true});
  }
  out.parsed = std::string(text);
  out.rewritten = out.parsed;
  out.matches_everything = out.terms.empty();
  out.query = out.matches_everything
                  ? Xapian::Query::MatchAll
                  : Xapian::Query(
                        options.match == Match::kAll ? Xapian::Query::OP_AND : Xapian::Query::OP_OR,
                        out.terms.begin(), out.terms.end());
  return out;
}

tl::expected<Xapian::Query, QueryError> date_filter(std::string_view from, std::string_view to,
                                                    const Clock&, const Xapian::Database&) {
  if (from.empty() && to.empty()) return Xapian::Query::MatchAll;
  return tl::unexpected(QueryError{0, "dates are not understood yet", ""});
}

std::string describe(std::string_view text, const QueryError& error) {
  std::string out(text);
  out += '\n';
  out.append(error.offset, ' ').append("^\n").append(error.message);
  if (!error.hint.empty()) out.append("\n").append(error.hint);
  return out;
}

}  // namespace dateline::query
