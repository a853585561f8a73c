// Tags of XML one after another, without a parser of it: so that a broken item of many does not take
// the others with it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::indexer {

struct TagAt {
  std::size_t begin = 0;
  std::size_t end = 0;        // behind its ">"
  std::string_view name;      // without a prefix
  std::string_view prefix;    // "a" of <a:b>
  std::string_view contents;  // behind the name: attributes as they stand
  bool closes = false;        // "</a>"
  bool is_whole = false;      // "<a/>"
};

// Refers to the text. Comments, CDATA sections, instructions and attributes are stepped over, for
// they may have tags in them that are none.
class TagScanner {
 public:
  explicit TagScanner(std::string_view text) : text_(text) {}

  std::optional<TagAt> next();

  void go_to(std::size_t at) { at_ = at; }

 private:
  bool skip(std::string_view begin, std::string_view end);
  TagAt tag();
  std::size_t end_of_tag(std::size_t at) const;

  std::string_view text_;
  std::size_t at_ = 0;
};

// The XML declaration that the text begins with, which has its encoding; empty where there is none.
std::string declaration_of(std::string_view text);

}  // namespace dateline::indexer
