// The objects of a page's JSON-LD scripts, and how values in them are read, whatever their shape.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace dateline::indexer::page::linked {

using Json = nlohmann::json;

// Of headlines, names, dates, sections, addresses; of descriptions and lists of keywords. In bytes.
inline constexpr std::size_t kLongestName = std::size_t{4} << 10;
inline constexpr std::size_t kLongestText = std::size_t{64} << 10;

// A script's JSON, mended where it must be (json_repair.h); nullopt where that does not help, or
// where it nests more than 48 deep.
std::optional<Json> parse(const std::string& script);

// null where `object` is no object, or has no such member. The reference lives as long as `object`.
const Json& member(const Json& object, std::string_view key);

// The first element of a list that has any, else `value` itself.
const Json& first_of(const Json& value);

// The value's text: a string, a number, a language-tagged value, the name of an object, the first of
// a list. Markup is left in; empty where there is none.
std::string raw_text(const Json& value);

// The same without markup; empty where it is longer than `most` bytes, for such a text is no value
// and would only cost those who compare it with others.
std::string text_of(const Json& value, std::size_t most = kLongestName);

// "https://schema.org/NewsArticle" and ["NewsArticle", "Article"] both have the type NewsArticle.
std::vector<std::string> types_of(const Json& object);

// An object with a type.
struct Found {
  const Json* object;
  std::vector<std::string> types;
  bool listed;  // below a list of other things: related articles, comments, authors
};

// Refers to the values that are added, which must outlive it.
class Graph {
 public:
  // `root` and all objects in it, of which at most 4,000 are taken, from at most 48 levels.
  void add(const Json& root);

  const std::vector<Found>& objects() const { return objects_; }

  // The object that `value` refers to by {"@id": …}, or `value` itself.
  const Json& resolve(const Json& value) const;

 private:
  void walk(const Json& value, bool listed, std::size_t depth);
  void note(const Json& object, bool listed);

  std::vector<Found> objects_;
  std::map<std::string, const Json*> by_id_;
};

}  // namespace dateline::indexer::page::linked
