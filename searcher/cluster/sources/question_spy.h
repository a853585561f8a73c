// A question to shards, in the form in which Xapian's remote protocol carries it: a match spy. Its
// serialised form is the question, and what it found out is the answer, whatever the match itself
// was about. One question goes to all shards before any answer is read.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace dateline::cluster {

// Answers a question; `met`: articles that the match with which it came has met. Never throws
// anything but Xapian::Error.
using Answering = std::function<std::string(const std::string& question, std::uint64_t met)>;

class QuestionSpy final : public Xapian::MatchSpy {
 public:
  // In a front: what is asked.
  explicit QuestionSpy(std::string question) : question_(std::move(question)) {}
  // In a shard: who answers, for its registry.
  explicit QuestionSpy(Answering answering) : answering_(std::move(answering)) {}

  // The answers, one for each shard, in the order of the database's parts.
  std::vector<std::string>& answers() { return answers_; }

  void operator()(const Xapian::Document&, double) override { ++met_; }
  MatchSpy* clone() const override;
  std::string name() const override;
  std::string serialise() const override { return question_; }
  MatchSpy* unserialise(const std::string& question, const Xapian::Registry&) const override;
  std::string serialise_results() const override { return answering_(question_, met_); }
  void merge_results(const std::string& results) override { answers_.push_back(results); }
  std::string get_description() const override { return name(); }

 private:
  std::string question_;
  Answering answering_;
  std::vector<std::string> answers_;
  std::uint64_t met_ = 0;
};

}  // namespace dateline::cluster
