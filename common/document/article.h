// The article record: what extraction yields, what the index stores, what answers are made of. See
// docs/article-record.md for the same in prose.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/calendar.h"

namespace dateline {

enum class EntityType { kPerson, kOrganisation, kPlace };
inline constexpr std::array kEntityTypes{EntityType::kPerson, EntityType::kOrganisation,
                                         EntityType::kPlace};

// "person", "organisation", "place".
std::string_view name_of(EntityType type);
std::optional<EntityType> entity_type_from(std::string_view name);

// Somebody, some body or some place that an article names.
struct Entity {
  EntityType type = EntityType::kPerson;
  std::string name;                // the fullest form, e.g. "Mark Esper"
  std::uint32_t mentions = 1;      // in headline, standfirst and body together
  std::vector<std::string> forms;  // as written, each once, e.g. "Mark Esper", "Esper"

  friend bool operator==(const Entity&, const Entity&) = default;
};

// An agency's word on whether the article may be used (IPTC pubStatus).
enum class ArticleStatus { kUsable, kWithheld, kCanceled };
std::string_view name_of(ArticleStatus status);
std::optional<ArticleStatus> article_status_from(std::string_view name);

// Agencies number the versions of a story, or name them.
struct StoryVersion {
  std::string text;
  bool is_number = false;  // it came as a number, and is given back as one

  friend bool operator==(const StoryVersion&, const StoryVersion&) = default;
};

// Where the article was read.
struct Origin {
  std::string path;          // of the input, as given
  std::uint64_t offset = 0;  // in bytes, in a file whose articles follow one another; 0 otherwise
  std::string member = {};   // the name in an archive; empty where there is none

  friend bool operator==(const Origin&, const Origin&) = default;
};

// All text is valid UTF-8. An empty string or vector, or an empty optional, means unknown: nothing
// is guessed. A value type; copying copies the text. The table of fields (common/schema/fields.h)
// says of each member what its key is and what is done with it.
struct Article {
  std::string id;  // stable; see identity.h
  std::string url;
  std::string canonical_url;
  std::string source;  // publication, else host without "www."
  std::string headline;
  std::string standfirst;             // the visible summary above the body
  std::vector<std::string> byline;    // personal names alone
  std::vector<std::string> agencies;  // AP, Reuters, …
  std::optional<Timestamp> published;
  std::optional<Timestamp> modified;
  std::string section;
  std::vector<std::string> tags;
  std::string language;  // BCP 47
  std::string dateline;  // the place (and day) that opens an agency story
  std::string body;      // paragraphs separated by one empty line ("\n\n")
  std::vector<Entity> entities;
  std::optional<std::int32_t> urgency;  // 1 (flash) to 9
  std::optional<ArticleStatus> status;
  std::optional<Timestamp> embargo;
  StoryVersion version;
  std::vector<std::string> access;  // groups that may see it; empty: everybody
  std::optional<Origin> origin;
  std::string extra;  // JSON object text of keys that the record has beyond these; empty: none

  // A record with neither is no article.
  bool has_text() const { return !headline.empty() || !body.empty(); }

  friend bool operator==(const Article&, const Article&) = default;
};

// The paragraphs of a body: the pieces between empty lines, none of them empty; views into `body`.
std::vector<std::string_view> paragraphs(std::string_view body);

}  // namespace dateline
