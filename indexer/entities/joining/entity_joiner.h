// Joins the names of one article that mean one thing: "Esper" to "Mark Esper", "FDA" to the Food
// and Drug Administration, "US" to "United States".
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/document/article.h"

namespace dateline::indexer {

// Collects mentions, then joins them. For one article; linear in the number of mentions.
class EntityJoiner {
 public:
  // A mention as the tagger found it; `form` need not outlive the call.
  void add_mention(std::string_view form, EntityType type);

  // A name that the article's source declares: its type holds for all mentions of it. It becomes an
  // entity only with mentions.
  void declare(std::string_view name, EntityType type);

  // True if a mention or declaration has this very spelling.
  bool knows(std::string_view form) const;

  // At most `most` entities, most mentions first, in order of appearance among equals.
  std::vector<Entity> join(std::size_t most);

 private:
  struct Form {
    std::string text;
    bool mentioned = false;  // false for a spelling that is declared alone
  };

  // All mentions that are spelled alike but for case, accents and dots.
  struct Name {
    std::string folded;
    EntityType type = EntityType::kPerson;
    bool declared = false;
    std::array<std::uint32_t, 3> votes{};  // mentions by type
    std::uint32_t mentions = 0;
    std::vector<Form> forms;      // never empty
    std::uint32_t joined_to = 0;  // index; itself where it is joined to none

    const std::string& first_form() const { return forms.front().text; }
  };

  // Where a spelling stands: forms[form] of names_[name].
  struct Place {
    std::uint32_t name;
    std::uint32_t form;
  };

  Place place_of(std::string_view form);
  void settle_types();
  void join_spellings();
  void join_people();
  void join_organisations();
  void join_places();
  void join_to(std::uint32_t name, std::uint32_t longer);
  std::uint32_t root_of(std::uint32_t name) const;
  Entity entity_of(std::uint32_t root, const std::vector<std::uint32_t>& members) const;

  std::vector<Name> names_;
  std::unordered_map<std::string, Place> by_form_;
  std::unordered_map<std::string, std::uint32_t> by_folded_;
};

}  // namespace dateline::indexer
