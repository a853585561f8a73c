// Tokens that were found together and leave the tokenizer one by one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/text/tokenizer.h"

namespace dateline::text {

// First in, first out. Keeps its memory: text in Cyrillic passes every word through it.
class TokenQueue {
 public:
  bool empty() const { return head_ == size_; }

  // Valid until the next push.
  const OwnedToken& pop() { return tokens_[head_++]; }

  // A token to fill in; its form is empty, its other members are as some earlier token left them.
  OwnedToken& push() {
    if (empty()) head_ = size_ = 0;
    if (size_ == tokens_.size()) tokens_.emplace_back();
    OwnedToken& token = tokens_[size_++];
    token.form.clear();
    return token;
  }

  void clear() { head_ = size_ = 0; }

 private:
  std::vector<OwnedToken> tokens_;
  std::size_t head_ = 0;
  std::size_t size_ = 0;
};

}  // namespace dateline::text
