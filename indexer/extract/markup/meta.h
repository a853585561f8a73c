// The head's <meta> and <link> elements, and microdata in the page, as key and value.
#pragma once

#include <initializer_list>
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

  // The first key that has a value, and its first value; nullptr if none has.
  const Entry* first(std::initializer_list<std::string_view> keys) const;
  std::string value(std::initializer_list<std::string_view> keys) const;
  // All values of the first key that has any.
  std::vector<std::string> values(std::initializer_list<std::string_view> keys) const;

  const std::vector<Entry>& entries() const { return entries_; }
  std::string canonical;  // link rel=canonical, as written
  std::string language;   // html lang
  std::string title;      // the title element

 private:
  std::vector<Entry> entries_;
};

}  // namespace dateline::indexer::page
