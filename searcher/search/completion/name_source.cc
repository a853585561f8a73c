#include "searcher/search/completion/name_source.h"

#include <string_view>

#include "common/schema/fields.h"
#include "common/schema/stored_record.h"
#include "common/text/values.h"

namespace dateline::search {
namespace {

std::string term_of_name(EntityType type, const std::string& folded) {
  return schema::make_term(schema::field_of(type).value_prefix, folded);
}

}  // namespace

std::optional<std::string> IndexNames::in_full(EntityType type, const std::string& folded) {
  const auto key = std::make_pair(type, folded);
  if (const auto known = in_full_.find(key); known != in_full_.end()) return known->second;
  if (reads_left_ == 0) return std::nullopt;
  --reads_left_;
  read_record(index_.first(term_of_name(type, folded)));
  const auto found = in_full_.find(key);
  return found == in_full_.end() ? std::nullopt : std::optional(found->second);
}

std::uint64_t IndexNames::articles(EntityType type, const std::string& folded) {
  return index_.estimate(term_of_name(type, folded));
}

void IndexNames::read_record(Xapian::docid article) {
  if (article == 0) return;
  const std::string data = index_.database().get_document(article).get_data();
  const auto record = schema::decode_head(data);
  if (!record) return;
  for (const Entity& entity : record->entities) {
    in_full_.try_emplace({entity.type, text::fold_value(entity.name)}, entity.name);
    for (const std::string& form : entity.forms) {
      in_full_.try_emplace({entity.type, text::fold_value(form)}, entity.name);
    }
  }
}

}  // namespace dateline::search
