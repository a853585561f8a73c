// Everything that the index says of one person, organisation or place.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/document/article.h"
#include "searcher/query/language/types.h"

namespace dateline::search {

struct EntityForm {
  std::string text;
  std::uint64_t count = 0;  // articles that name it so
};

struct MonthCount {
  std::string start;  // "2020-01-01"
  std::uint64_t articles = 0;
};

// An entity that is met in the same articles more often than chance would have it.
struct Associate {
  std::string name;
  EntityType type = EntityType::kPerson;
  std::uint64_t articles = 0;  // of those that name the entity in question
  double score = 0;            // log-likelihood ratio: how far from chance; above 0
};

// Another one who goes by the name that was asked for.
struct Namesake {
  std::string name;
  EntityType type = EntityType::kPerson;
  std::uint64_t articles = 0;
};

struct EntityProfile {
  std::string name;  // as articles write it in full
  EntityType type = EntityType::kPerson;
  std::vector<EntityForm> forms;  // the most frequent first
  std::uint64_t articles = 0;
  std::string first;  // day of the first and the last article; empty where none has a date
  std::string last;
  std::vector<MonthCount> months;     // in order; months without articles are left out
  std::vector<Associate> associates;  // the strongest first
  std::vector<Namesake> others;       // those in most articles first
  std::vector<query::Notice> notices;
};

}  // namespace dateline::search
