// Words and phrases put into articles whose number leaves a given remainder, and into no other: so
// that the answer to a query over them is known without a search.
//
// "m7x" stands in the body of article i exactly if 7 divides i. Planted words have letters or
// endings that neither the vocabulary nor a name can have.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::corpus {

enum class PlantedIn { kHeadline, kStandfirst, kBody, kTag };

// `text` stands, as it is written here, once in article i if i % modulus == remainder.
struct Plant {
  PlantedIn in;
  std::uint64_t modulus;
  std::uint64_t remainder;
  std::string_view text;
};

std::span<const Plant> plants();

// What article `article` has planted in that part of it.
std::vector<const Plant*> planted_in(std::uint64_t article, PlantedIn part);
bool has_planted(std::uint64_t article, PlantedIn part);

// A query and the articles that it must find, by the query language of docs/query-language.md with
// --match all and --collapse none: i matches if i % period is among `remainders`.
struct PlantedQuery {
  std::string_view kind;  // "word", "and", "phrase", …
  std::string_view query;
  std::uint64_t period;
  std::vector<std::uint64_t> remainders;  // ascending

  bool matches(std::uint64_t article) const;
  // How many of the articles first to first + articles - 1 match.
  std::uint64_t count(std::uint64_t first, std::uint64_t articles) const;
};

const std::vector<PlantedQuery>& planted_queries();

}  // namespace dateline::corpus
