// The C++ wrapper as a program uses it. Run with an empty directory, in which it makes its index.
#include <cstdio>
#include <string>
#include <thread>

#include <dateline/dateline.hpp>

namespace {

int failures = 0;

void expect(bool is_so, const char* what) {
  if (is_so) return;
  std::fprintf(stderr, "not so: %s\n", what);
  ++failures;
}

template <typename Body>
dateline_code code_thrown(Body&& body) {
  try {
    body();
  } catch (const dateline::Error& error) {
    expect(!std::string(error.what()).empty(), "an error says what is wrong");
    return error.code();
  }
  return DATELINE_OK;
}

void write_index(const std::string& place) {
  dateline::Index index(place);
  expect(index.add(R"({"id":"c1","headline":"Harbour opens","body":"The harbour opened."})") ==
             DATELINE_ADDED,
         "an article is added");
  expect(index.add(R"({"id":"c2","headline":"Harbour closes","body":"It closed."})", "json") ==
             DATELINE_ADDED,
         "another one is added");
  expect(code_thrown([&] { index.add("{", "json"); }) == DATELINE_INVALID_INPUT,
         "what is no article is thrown");
  expect(code_thrown([&] { dateline::Index again(place); }) == DATELINE_LOCKED,
         "there is one writer at a time");
  index.commit();
  expect(index.remove_id("c2") == 1, "an article is removed");
  expect(index.remove_url("https://news.example/none") == 0, "what is not there is not removed");
  index.commit();
  expect(index.articles() == 1, "one is left");
}

// No machine is so slow.
dateline::Request patient() { return dateline::Request().set("deadline", "600000"); }

void ask(const dateline::Searcher& news) {
  const dateline::Answer answer =
      news.search("harbour", patient().set("limit", "5").set("groups", ""));
  expect(answer.total() == 1 && answer.size() == 1 && !answer.is_partial() && !answer.next(),
         "one is found");
  for (const dateline::Hit hit : answer) {
    expect(hit.text("headline") == "Harbour opens" && !hit.text("url"), "a hit has its members");
    expect(hit.number("rank") > 0 && !hit.json().empty(), "a hit has a rank");
  }
  expect(answer.notices().empty() && answer.json().front() == '{', "an answer is JSON too");
  expect(news.article_json("c1", patient()).find("Harbour opens") != std::string::npos,
         "an article is read");
  expect(news.search_json("harbour", patient()).find("\"c1\"") != std::string::npos,
         "answers are JSON");
  expect(news.suggest_json("harb", patient()).find("harbour") != std::string::npos,
         "words are completed");
  expect(news.trend_json({"harbour"}, patient()).find("\"total\":1") != std::string::npos,
         "articles are counted");
  expect(!news.explain_json("harbour", "c1", patient()).empty() &&
             !news.story_json("c1", patient()).empty(),
         "scores are explained");
  expect(!news.similar_json("c1", patient()).empty() &&
             !news.similar_to_draft_json("the harbour", patient()).empty(),
         "likeness is told");
  expect(code_thrown([&] { news.entity_json("Nobody Known", patient()); }) == DATELINE_NOT_FOUND,
         "who is not there is thrown");
  expect(code_thrown([&] { news.search("(harbour"); }) == DATELINE_QUERY,
         "a wrong query is thrown");
  expect(code_thrown([&] { dateline::Request().set("colour", "blue"); }) == DATELINE_USAGE,
         "a wrong option is thrown");
}

void stream(const dateline::Searcher& news) {
  int taken = 0;
  news.stream(
      "harbour", [&](dateline::Hit) { return ++taken > 0; }, patient());
  expect(taken == 1, "hits are streamed");
  bool thrown = false;
  try {
    news.stream(
        "harbour", [](dateline::Hit) -> bool { throw std::runtime_error("enough"); }, patient());
  } catch (const std::runtime_error&) {
    thrown = true;
  }
  expect(thrown, "what is thrown while hits are taken comes through");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::string place = std::string(argv[1]) + "/index";
  write_index(place);
  dateline::Searcher news(place);
  ask(news);
  stream(news);
  std::thread([another = news.another()] { ask(another); }).join();
  dateline::Stop stop;
  stop.now();
  dateline::Request stopped;
  expect(news.search("harbour", stopped.stop_with(stop)).is_partial(), "a stop ends calls");
  return failures == 0 ? 0 : 1;
}
