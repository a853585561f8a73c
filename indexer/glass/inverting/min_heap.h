// The least of a few sources, of which the least then moves on: what merging needs, and what
// std::pop_heap with std::push_heap does at twice the cost.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace dateline::glass {

// `Less` orders T, a pointer or another small value.
template <typename T, typename Less>
class MinHeap {
 public:
  bool empty() const { return items_.empty(); }
  T top() const { return items_.front(); }

  void push(T item) {
    items_.push_back(item);
    for (std::size_t at = items_.size() - 1; at > 0;) {
      const std::size_t parent = (at - 1) / 2;
      if (!Less{}(items_[at], items_[parent])) return;
      std::swap(items_[at], items_[parent]);
      at = parent;
    }
  }

  // The top has become greater: puts it in its place.
  void sink_top() {
    for (std::size_t at = 0;;) {
      std::size_t child = 2 * at + 1;
      if (child >= items_.size()) return;
      if (child + 1 < items_.size() && Less{}(items_[child + 1], items_[child])) ++child;
      if (!Less{}(items_[child], items_[at])) return;
      std::swap(items_[at], items_[child]);
      at = child;
    }
  }

  void pop() {
    items_.front() = items_.back();
    items_.pop_back();
    sink_top();
  }

  void clear() { items_.clear(); }

 private:
  std::vector<T> items_;
};

}  // namespace dateline::glass
