#include "searcher/cluster/sources/question_spy.h"

#include <memory>

#include "searcher/cluster/protocol/protocol.h"

namespace dateline::cluster {

std::string QuestionSpy::name() const { return kQuestionName; }

Xapian::MatchSpy* QuestionSpy::clone() const {
  auto spy = std::make_unique<QuestionSpy>(answering_);
  spy->question_ = question_;
  return spy.release();
}

Xapian::MatchSpy* QuestionSpy::unserialise(const std::string& question,
                                           const Xapian::Registry&) const {
  if (question.size() > kMostQuestionBytes) {
    throw Xapian::InvalidArgumentError("the question is too long");
  }
  auto spy = std::make_unique<QuestionSpy>(answering_);
  spy->question_ = question;
  return spy.release();
}

}  // namespace dateline::cluster
