#include "searcher/cluster/sources/named_source.h"

#include <utility>

namespace dateline::cluster {
namespace {

// Runs nowhere: it is written down, and read.
class NamedSource final : public Xapian::PostingSource {
 public:
  NamedSource(std::string name, std::string payload, MakeSource make)
      : name_(std::move(name)), payload_(std::move(payload)), make_(std::move(make)) {}

  std::string name() const override { return name_; }
  std::string serialise() const override { return payload_; }
  PostingSource* unserialise(const std::string& payload) const override {
    return make_(payload).release();
  }
  PostingSource* clone() const override {
    return std::make_unique<NamedSource>(name_, payload_, make_).release();
  }

  void init(const Xapian::Database&) override {
    throw Xapian::UnimplementedError(name_ + " runs on shards alone");
  }
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return 0; }
  Xapian::doccount get_termfreq_max() const override { return 0; }
  void next(double) override {}
  bool at_end() const override { return true; }
  Xapian::docid get_docid() const override { return 0; }
  std::string get_description() const override { return name_; }

 private:
  std::string name_;
  std::string payload_;
  MakeSource make_;
};

}  // namespace

Xapian::Query named_query(const std::string& name, const std::string& payload) {
  auto source = std::make_unique<NamedSource>(name, payload, MakeSource());
  // Xapian counts references to it from here on.
  return Xapian::Query(source.release()->release());
}

std::unique_ptr<Xapian::PostingSource> source_by_name(std::string name, MakeSource make) {
  return std::make_unique<NamedSource>(std::move(name), std::string(), std::move(make));
}

}  // namespace dateline::cluster
