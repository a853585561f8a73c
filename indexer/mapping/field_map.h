// Which key of a foreign dump is which of ours: what --map names, a file of TOML.
//
//   [map]
//   headline = "title"                             their key
//   body = ["maintext", "text"]                    the first that says something
//   tags = {key = "meta.keywords", separator = ";"}
//   [map.published]
//   key = "date"
//   format = "%d.%m.%Y"
//
// docs/maps.md is the manual.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/schema/fields.h"
#include "indexer/mapping/date_form.h"

namespace dateline::indexer {

// What one of our keys is made of.
struct MappedField {
  const schema::Field* ours =
      nullptr;                    // a row of the table of fields, of a type that can be mapped
  std::vector<std::string> keys;  // theirs, "a.b" for b in a; tried in this order
  std::string separator;          // parts a text into the elements of a list; empty: it is one
  bool is_html = false;           // marked up: its text is taken
  mapping::DateForm date;
};

// Immutable.
class FieldMap {
 public:
  static constexpr std::size_t kMaxBytes = std::size_t{1} << 20;

  // `path` is for messages. kUsage, with the line, where the file is not as above.
  static Result<FieldMap> parse(std::string_view toml, const std::string& path);

  // The same of a file; its own failures too.
  static Result<std::shared_ptr<const FieldMap>> load(const std::string& path);

  const std::vector<MappedField>& fields() const { return fields_; }

  // Their keys that the map does not name are kept under `extra` (`rest = "drop"`: they are not).
  bool keeps_rest() const { return keeps_rest_; }

  // Of its text: another map makes unchanged input new.
  const std::string& fingerprint() const { return fingerprint_; }

 private:
  std::vector<MappedField> fields_;
  bool keeps_rest_ = true;
  std::string fingerprint_;
};

}  // namespace dateline::indexer
