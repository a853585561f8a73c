#include "indexer/glass/tables/held_lists.h"

#include <algorithm>
#include <vector>

#include "indexer/glass/tables/chunks.h"

namespace dateline::glass {
namespace {

// Keys of slots ascend by their bytes, which is not always by their numbers.
template <typename Put>
void sort_by_key(std::vector<std::uint32_t>& slots, Put put) {
  const auto key = [&](std::uint32_t slot) {
    std::string out;
    put(out, slot);
    return out;
  };
  std::sort(slots.begin(), slots.end(),
            [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
}

}  // namespace

void HeldLists::add(DocId document, std::uint64_t length, std::string_view values) {
  const std::size_t before = lengths_.size();
  put_uint(lengths_, document - last_document_);
  put_uint(lengths_, length);
  memory_bytes_ += lengths_.size() - before;
  last_document_ = document;
  ++documents_;
  total_length_ += length;
  const auto length32 = static_cast<std::uint32_t>(length);
  longest_ = std::max(longest_, length32);
  if (length32 > 0 && (shortest_ == 0 || length32 < shortest_)) shortest_ = length32;
  while (!values.empty()) {
    const auto slot = static_cast<std::uint32_t>(take_uint(values));
    const std::size_t size = take_uint(values);
    add_value(document, slot, values.substr(0, size));
    values.remove_prefix(size);
  }
}

void HeldLists::add_value(DocId document, std::uint32_t number, std::string_view value) {
  Slot& slot = slots_[number];
  const std::size_t before = slot.entries.size();
  put_uint(slot.entries, document - slot.last_document);
  put_string(slot.entries, value);
  memory_bytes_ += slot.entries.size() - before;
  if (slot.count == 0 || value < slot.lowest) slot.lowest = value;
  if (slot.count == 0 || value > slot.highest) slot.highest = value;
  slot.last_document = document;
  ++slot.count;
}

bool HeldLists::replace_values(std::uint32_t number,
                               std::span<const std::pair<DocId, std::string>> values) {
  if (values.empty()) return true;
  const auto found = slots_.find(number);
  if (found == slots_.end()) return false;
  Slot& slot = found->second;
  auto next = values.begin();
  DocId document = 0;
  for (std::string_view rest = slot.entries; !rest.empty() && next != values.end();) {
    document += static_cast<DocId>(take_uint(rest));
    const std::size_t size = take_uint(rest);
    if (document == next->first) {
      if (size != next->second.size()) break;
      next->second.copy(slot.entries.data() + (rest.data() - slot.entries.data()), size);
      ++next;
    }
    rest.remove_prefix(size);
  }
  find_bounds(slot);
  return next == values.end();
}

void HeldLists::find_bounds(Slot& slot) {
  bool is_first = true;
  std::string_view lowest;
  std::string_view highest;
  for (std::string_view rest = slot.entries; !rest.empty();) {
    take_uint(rest);
    const std::size_t size = take_uint(rest);
    const std::string_view value = rest.substr(0, size);
    if (is_first || value < lowest) lowest = value;
    if (is_first || value > highest) highest = value;
    is_first = false;
    rest.remove_prefix(size);
  }
  slot.lowest = lowest;
  slot.highest = highest;
}

void HeldLists::write_values(BtreeWriter& table) const {
  std::vector<std::uint32_t> numbers;
  for (const auto& [number, slot] : slots_) numbers.push_back(number);
  sort_by_key(numbers, put_last_uint);
  for (const std::uint32_t number : numbers) {
    const Slot& slot = slots_.at(number);
    write_value_statistics(table, number, slot.count, slot.lowest, slot.highest);
  }
  sort_by_key(numbers, put_uint);
  ValueListWriter lists(table);
  for (const std::uint32_t number : numbers) {
    lists.start_slot(number);
    DocId document = 0;
    for (std::string_view rest = slots_.at(number).entries; !rest.empty();) {
      document += static_cast<DocId>(take_uint(rest));
      const std::size_t size = take_uint(rest);
      lists.append(document, rest.substr(0, size));
      rest.remove_prefix(size);
    }
    lists.finish_slot();
  }
}

void HeldLists::write_lengths(BtreeWriter& table) const {
  PostingListWriter lists(table);
  lists.start_lengths();
  DocId document = 0;
  for (std::string_view rest = lengths_; !rest.empty();) {
    document += static_cast<DocId>(take_uint(rest));
    lists.append(document, static_cast<std::uint32_t>(take_uint(rest)));
  }
  lists.finish_list();
}

}  // namespace dateline::glass
