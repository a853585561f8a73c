#include "corpus/generator/stories/plants.h"

#include <algorithm>
#include <array>

namespace dateline::corpus {
namespace {

constexpr auto kBody = PlantedIn::kBody;

constexpr auto kPlants = std::to_array<Plant>({
    // Marker words, from common to one in a million.
    {kBody, 3, 0, "m3x"},
    {kBody, 7, 0, "m7x"},
    {kBody, 31, 0, "m31x"},
    {kBody, 127, 0, "m127x"},
    {kBody, 1021, 0, "m1021x"},
    {kBody, 8191, 0, "m8191x"},
    {kBody, 65'537, 0, "m65537x"},
    {kBody, 1'048'573, 0, "m1048573x"},
    // Phrases and their near misses: adjacent, four apart, turned round.
    {kBody, 11, 3, "florvex drumpash"},
    {kBody, 11, 5, "florvex and in the drumpash"},
    {kBody, 11, 7, "drumpash florvex"},
    // Fields.
    {PlantedIn::kHeadline, 13, 0, "grelvox"},
    {kBody, 13, 1, "grelvox"},
    {PlantedIn::kStandfirst, 17, 4, "stelvix"},
    {PlantedIn::kTag, 19, 2, "tarvex"},
    // Spellings that must meet.
    {kBody, 23, 1, "non-plimsk"},
    {kBody, 23, 2, "nonplimsk"},
    {kBody, 23, 3, "non plimsk"},
    {kBody, 29, 5, "Brëlvanth"},
    {kBody, 29, 6, "brelvanth"},
    {kBody, 29, 8, "Dwarnosk’s"},
    {kBody, 29, 9, "Dwarnosk"},
    // Word forms.
    {kBody, 37, 1, "zorvunk"},
    {kBody, 37, 2, "zorvunks"},
    {kBody, 37, 3, "zorvunked"},
    // A family for wildcards.
    {kBody, 41, 1, "vreltona"},
    {kBody, 41, 2, "vreltumi"},
    {kBody, 41, 3, "hexavrelt"},
});

std::vector<PlantedQuery> make_queries() {
  return {
      {"word", "m3x", 3, {0}},
      {"word", "m7x", 7, {0}},
      {"word", "m31x", 31, {0}},
      {"word", "m127x", 127, {0}},
      {"word", "m1021x", 1021, {0}},
      {"word", "m8191x", 8191, {0}},
      {"word", "m65537x", 65'537, {0}},
      {"word", "m1048573x", 1'048'573, {0}},
      {"and", "m3x m7x", 21, {0}},
      {"and", "m3x AND m31x", 93, {0}},
      {"or", "m3x OR m7x", 21, {0, 3, 6, 7, 9, 12, 14, 15, 18}},
      {"not", "m3x NOT m7x", 21, {3, 6, 9, 12, 15, 18}},
      {"not", "m7x -m3x", 21, {7, 14}},
      {"group", "(m3x OR m7x) AND florvex NOT drumpash", 231, {}},
      {"and", "florvex drumpash", 11, {3, 5, 7}},
      {"phrase", "\"florvex drumpash\"", 11, {3}},
      {"phrase", "\"drumpash florvex\"", 11, {7}},
      {"phrase", "\"florvex and in the drumpash\"", 11, {5}},
      {"near", "\"drumpash florvex\"~3", 11, {3, 7}},
      {"near", "florvex NEAR/3 drumpash", 11, {3, 7}},
      {"near", "florvex NEAR/4 drumpash", 11, {3, 5, 7}},
      {"adj", "florvex ADJ/1 drumpash", 11, {3}},
      {"adj", "florvex ADJ/4 drumpash", 11, {3, 5}},
      {"field", "headline:grelvox", 13, {0}},
      {"field", "body:grelvox", 13, {1}},
      {"field", "grelvox", 13, {0, 1}},
      {"field", "standfirst:stelvix", 17, {4}},
      {"field", "tag:tarvex", 19, {2}},
      {"compound", "nonplimsk", 23, {1, 2, 3}},
      {"compound", "non-plimsk", 23, {1, 2, 3}},
      {"compound", "\"non plimsk\"", 23, {1, 2, 3}},
      {"accent", "brelvanth", 29, {5, 6}},
      {"accent", "Brëlvanth", 29, {5, 6}},
      {"apostrophe", "dwarnosk", 29, {8, 9}},
      {"apostrophe", "Dwarnosk's", 29, {8, 9}},
      {"stem", "zorvunk", 37, {1, 2, 3}},
      {"stem", "zorvunking", 37, {1, 2, 3}},
      {"exact", "=zorvunks", 37, {2}},
      {"wildcard", "vrelt*", 41, {1, 2}},
      {"wildcard", "vrelt?na", 41, {1}},
      {"wildcard", "*vrelt", 41, {3}},
  };
}

}  // namespace

std::span<const Plant> plants() { return kPlants; }

std::vector<const Plant*> planted_in(std::uint64_t article, PlantedIn part) {
  std::vector<const Plant*> found;
  for (const Plant& plant : kPlants) {
    if (plant.in == part && article % plant.modulus == plant.remainder) found.push_back(&plant);
  }
  return found;
}

bool has_planted(std::uint64_t article, PlantedIn part) {
  return std::any_of(kPlants.begin(), kPlants.end(), [&](const Plant& plant) {
    return plant.in == part && article % plant.modulus == plant.remainder;
  });
}

bool PlantedQuery::matches(std::uint64_t article) const {
  return std::binary_search(remainders.begin(), remainders.end(), article % period);
}

std::uint64_t PlantedQuery::count(std::uint64_t first, std::uint64_t articles) const {
  // Of the numbers 0 to end - 1, those with a given remainder.
  const auto below = [this](std::uint64_t end, std::uint64_t remainder) {
    return end / period + (end % period > remainder ? 1 : 0);
  };
  std::uint64_t total = 0;
  for (const std::uint64_t remainder : remainders) {
    total += below(first + articles, remainder) - below(first, remainder);
  }
  return total;
}

const std::vector<PlantedQuery>& planted_queries() {
  static const std::vector<PlantedQuery> kQueries = make_queries();
  return kQueries;
}

}  // namespace dateline::corpus
