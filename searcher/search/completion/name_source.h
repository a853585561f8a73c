// What completions are told of names.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "common/document/article.h"
#include "searcher/search/call.h"
#include "searcher/search/counting/entity_names.h"
#include "searcher/search/counting/surnames.h"

namespace dateline::search {

class NameSource {
 public:
  NameSource() = default;
  NameSource(const NameSource&) = delete;
  NameSource& operator=(const NameSource&) = delete;
  virtual ~NameSource() = default;

  // "esper" → "Mark Esper", as an article that has the folded name writes it in full.
  virtual std::optional<std::string> in_full(EntityType type, const std::string& folded) = 0;
  // About so many articles have this folded name in full.
  virtual std::uint64_t articles(EntityType type, const std::string& folded) = 0;
  virtual const Surname& surname(const std::string& folded) = 0;
};

// Of the index of a call, which it does not outlive. Throws Xapian::Error.
class IndexNames final : public NameSource {
 public:
  // Reads at most so many records for in_full(); those that were read are asked first.
  IndexNames(const Call& call, std::size_t most_read)
      : index_(call.index),
        names_(index_.database()),
        surnames_(index_, names_, call.options.aliases, *call.deadline),
        reads_left_(most_read) {}

  std::optional<std::string> in_full(EntityType type, const std::string& folded) override;
  std::uint64_t articles(EntityType type, const std::string& folded) override;
  const Surname& surname(const std::string& folded) override { return surnames_.of(folded); }

 private:
  void read_record(Xapian::docid article);

  const store::IndexReader& index_;
  EntityNames names_;
  Surnames surnames_;
  std::size_t reads_left_;
  std::map<std::pair<EntityType, std::string>, std::string> in_full_;
};

}  // namespace dateline::search
