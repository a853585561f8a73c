#include "searcher/search/counting/word_counts.h"

#include <algorithm>
#include <tuple>

#include "common/base/strings.h"
#include "common/schema/fields.h"

namespace dateline::search {
namespace {

// Terms ascend by bytes. Those with prefixes begin with a capital, of which Z is the last: stems of
// no field in particular are the last ones with it, and words without a prefix follow. What comes
// before is numbers and the terms of fields.
const std::string kFirstStem = std::string(schema::kStemPrefix) + "a";

struct Best {
  std::string form;
  std::uint32_t count = 0;

  bool is_better(const std::string& other, std::uint32_t its_count) const {
    return std::make_tuple(count, other.size(), std::string_view(other)) <
           std::make_tuple(its_count, form.size(), std::string_view(form));
  }
};

}  // namespace

void WordCounts::add(const Xapian::Document& document) {
  auto term = document.termlist_begin();
  for (term.skip_to(kFirstStem); term != document.termlist_end(); ++term) {
    std::string text = *term;
    if (text.starts_with(schema::kStemPrefix)) {
      ++stems_[text.substr(schema::kStemPrefix.size())];
    } else {
      ++forms_[std::move(text)];
    }
  }
}

std::vector<std::string> WordCounts::forms_of(const std::vector<std::string>& stems,
                                              const std::vector<std::string>& languages,
                                              Stemmers& stemmers) const {
  std::unordered_map<std::string, Best> best;
  std::string first_bytes;
  for (const std::string& stem : stems) {
    best.try_emplace(stem);
    first_bytes += stem.front();
  }
  std::string stem;
  for (const auto& [form, count] : forms_) {
    // Stemmers that take a word's beginning away are few; a stem is shown as it is then.
    if (first_bytes.find(form.front()) == std::string::npos) continue;
    for (const std::string& language : languages) {
      stemmers.of(language).stem(form, stem);
      const auto found = best.find(stem);
      if (found == best.end()) continue;
      if (found->second.count == 0 || found->second.is_better(form, count)) {
        found->second = {form, count};
      }
      break;
    }
  }
  std::vector<std::string> out;
  out.reserve(stems.size());
  for (const std::string& one : stems) {
    const std::string& form = best[one].form;
    out.push_back(form.empty() ? one : form);
  }
  return out;
}

}  // namespace dateline::search
