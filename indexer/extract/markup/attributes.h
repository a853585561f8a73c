// The attributes that extraction looks at, and the table in which a page's are kept.
//
// libxml2 reads a value letter by letter, which costs ten times what a copy does. So prescan(),
// which has read the tag anyway, puts the attributes into a table and hands libxml2 their row:
//
//   <p class="lead" onclick="x()">   →   <p r=0>   and   row 0: class "lead"
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer::page {

enum class AttributeName : std::uint8_t {
  kClass,
  kId,
  kItemprop,
  kItemtype,
  kItemscope,
  kHref,
  kRel,
  kContent,
  kName,
  kProperty,
  kDatetime,
  kLang,
  kRole,
  kHidden,
  kAriaHidden,
  kAriaLabel,
  kTitle,
  kData,
  kTimestamp,
  kValue,
  kOther,
};

struct AttributeSpelling {
  std::string_view spelling;
  AttributeName name;
};

// nullptr for an attribute that nobody looks at; case of ASCII letters is of no account.
const AttributeSpelling* known_attribute(std::string_view spelling);

// The attribute by which a tag says which row is its own. No page can write it: it is not known.
inline constexpr std::string_view kRowAttribute = "r";

struct AttributeTable {
  struct Attribute {
    AttributeName name;
    std::uint32_t begin;  // of its value, in `values`
    std::uint32_t size;
  };
  struct Row {
    std::uint32_t begin;  // of its attributes, in the order of the tag
    std::uint16_t count;
  };

  void add(AttributeName name, std::string_view value) {
    attributes.push_back({name, static_cast<std::uint32_t>(values.size()),
                          static_cast<std::uint32_t>(value.size())});
    values += value;
  }
  std::string_view value(const Attribute& attribute) const {
    return std::string_view(values).substr(attribute.begin, attribute.size);
  }

  std::vector<Attribute> attributes;
  std::string values;
  std::vector<Row> rows;
};

}  // namespace dateline::indexer::page
