// The head's <meta> and <link> elements, and microdata in the page, as key and value.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/markup/tree.h"

namespace dateline::indexer::page {

// Keys are in lower case, values plain text. Several values of a key keep their order.
class Meta {
 public:
  static Meta read(const Tree& tree);

  struct Entry {
    std::string key;
    std::string value;
  };

  // `keys` are in lower case, the most trusted first: {"og:title", "title"}, or a table's.
  using Keys = std::span<const std::string_view>;
  using FewKeys = std::initializer_list<std::string_view>;

  // The first key that has a value, and its first value; nullptr if none has.
  const Entry* first(Keys keys) const;
  const Entry* first(FewKeys keys) const { return first(Keys(keys.begin(), keys.size())); }
  // Its value; empty if none has.
  std::string value(Keys keys) const;
  std::string value(FewKeys keys) const { return value(Keys(keys.begin(), keys.size())); }
  // All values of the first key that has any.
  std::vector<std::string> values(Keys keys) const;
  std::vector<std::string> values(FewKeys keys) const {
    return values(Keys(keys.begin(), keys.size()));
  }

  const std::vector<Entry>& entries() const { return entries_; }
  std::string canonical;  // link rel=canonical, as written
  std::string language;   // html lang
  std::string title;      // the title element

 private:
  std::vector<Entry> entries_;
};

}  // namespace dateline::indexer::page
