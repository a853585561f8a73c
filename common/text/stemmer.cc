#include "common/text/stemmer.h"

#include <xapian.h>

#include "common/base/strings.h"

namespace dateline::text {

struct Stemmer::State {
  Xapian::Stem stem;
  std::string result;
};

namespace {

// The stemmer of the primary subtag; the one that changes nothing if there is none for it.
Xapian::Stem snowball(std::string_view language) {
  const std::string code = to_ascii_lower(language.substr(0, language.find('-')));
  if (code.size() != 2) return {};  // Xapian also takes names, of algorithms among them
  try {
    return Xapian::Stem(code);
  } catch (const Xapian::InvalidArgumentError&) {
    return {};
  }
}

}  // namespace

Stemmer::Stemmer(std::string_view language) : state_(std::make_unique<State>()) {
  state_->stem = snowball(language);
}
Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::string_view Stemmer::stem(std::string_view form) {
  state_->result = state_->stem(std::string(form));
  return state_->result;
}

bool Stemmer::knows(std::string_view language) { return !snowball(language).is_none(); }

}  // namespace dateline::text
