#include "searcher/search/snippet/asked_names.h"

#include <algorithm>

#include "common/text/values.h"

namespace dateline::search {
namespace {

using query::Mark;

// What is asked of a name is asked of a text of its own.
std::vector<Mark> as_words(Mark mark) {
  if (mark.kind == Mark::Kind::kValues) return {};
  mark.field = nullptr;
  return {std::move(mark)};
}

}  // namespace

AskedNames::AskedNames(const std::vector<Mark>& marks, Stemmers& stemmers) {
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const schema::Field* field = marks[i].field;
    if (field == nullptr || !field->entity) continue;
    const bool whole = marks[i].kind == Mark::Kind::kValues;
    marks_.push_back({i, *field->entity, whole ? marks[i].texts : std::vector<std::string>{},
                      WordMarker(as_words(marks[i]), stemmers)});
  }
}

bool AskedNames::is_met(NameMark& mark, const std::string& name) {
  if (!mark.values.empty()) {
    const std::string value = text::fold_value(name);
    return std::find(mark.values.begin(), mark.values.end(), value) != mark.values.end();
  }
  return !mark.words.find(name, schema::FieldId::kBody, {}).empty();
}

bool AskedNames::is_met(NameMark& mark, const Entity& entity) {
  return is_met(mark, entity.name) ||
         std::any_of(entity.forms.begin(), entity.forms.end(),
                     [&](const std::string& form) { return is_met(mark, form); });
}

std::vector<WordMarker::Name> AskedNames::in(const Article& article) {
  std::vector<WordMarker::Name> names;
  for (NameMark& mark : marks_) {
    for (const Entity& entity : article.entities) {
      if (entity.type != mark.type || !is_met(mark, entity)) continue;
      names.push_back({entity.name, mark.number});
      for (const std::string& form : entity.forms) {
        if (form != entity.name) names.push_back({form, mark.number});
      }
    }
  }
  return names;
}

}  // namespace dateline::search
