// A stretch of a query's text, analysed: what stands at each of its positions. Knows no index.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "common/text/tokenizer.h"
#include "searcher/query/plan/plan.h"

namespace dateline::query {

// Looks at `text` as long as it lives.
class WrittenWords {
 public:
  WrittenWords(std::string_view text, const schema::Field* field);

  std::uint32_t last_position() const { return last_; }

  // The word at `position`, as kForms; nothing where only a wider form stands. A precise form
  // stands in the place of the plain word: "us." where US is written.
  std::optional<Plan> word_at(std::uint32_t position) const;
  std::vector<Plan> words_at(std::uint32_t first, std::uint32_t last) const;

  // The solid form of a compound that begins at `position`, and how many positions it covers.
  struct Solid {
    Plan form;
    std::uint32_t span;
  };
  std::optional<Solid> compound_at(std::uint32_t position) const;

  // The form that covers the whole text, where there is one: "9/11", "C++", "non-binding".
  std::optional<Plan> precise_whole() const;
  std::optional<Plan> hyphenated_whole() const;

 private:
  const text::OwnedToken* find(text::Reading reading, std::uint32_t position) const;
  std::optional<Plan> whole(text::Reading reading) const;
  std::string_view written(const text::OwnedToken& token) const;
  // Further solid forms that cover the same positions.
  void add_others(std::uint32_t position, std::uint32_t span, Plan& word) const;
  Plan form_of(const text::OwnedToken& token) const;

  std::string_view text_;
  const schema::Field* field_;
  std::vector<text::OwnedToken> tokens_;
  std::uint32_t last_ = 0;
};

}  // namespace dateline::query
