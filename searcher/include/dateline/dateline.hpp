// Dateline in programs in C++: the functions of dateline.h as types that free themselves, with
// errors as exceptions. Header-only, for C++20; it needs libdateline and nothing else.
//
//   dateline::Searcher news("/srv/dateline/news");
//   for (const dateline::Hit hit : news.search("iraq troops", dateline::Request().set("limit", "5"))) {
//     std::cout << hit.text("headline").value_or("") << '\n';
//   }
//
// Types move and are not copied. What dateline.h says of threads and of what lives how long holds
// here too: a Hit lives as long as its Answer.
#ifndef DATELINE_DATELINE_HPP
#define DATELINE_DATELINE_HPP

#include <dateline/dateline.h>

#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <new>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline {

// What went wrong: what() is the message.
class Error : public std::runtime_error {
 public:
  explicit Error(const dateline_error* error)
      : std::runtime_error(dateline_error_message(error)),
        code_(dateline_error_code(error)),
        name_(dateline_error_name(error)),
        hint_(dateline_error_hint(error)),
        reason_(dateline_error_reason(error)),
        public_message_(dateline_error_public_message(error)) {}

  dateline_code code() const noexcept { return code_; }
  const std::string& name() const noexcept { return name_; }      // "not-found"
  const std::string& hint() const noexcept { return hint_; }      // what to do; may be empty
  const std::string& reason() const noexcept { return reason_; }  // of a rejected article
  // For whoever asks from elsewhere.
  const std::string& public_message() const noexcept { return public_message_; }

 private:
  dateline_code code_;
  std::string name_;
  std::string hint_;
  std::string reason_;
  std::string public_message_;
};

namespace detail {

template <auto Free>
struct Freer {
  template <typename Handle>
  void operator()(Handle* handle) const noexcept {
    Free(handle);
  }
};

template <typename Handle, auto Free>
using Owned = std::unique_ptr<Handle, Freer<Free>>;

// Takes the error of a call, and throws it where there is one.
class Check {
 public:
  Check() = default;
  Check(const Check&) = delete;
  Check& operator=(const Check&) = delete;
  ~Check() { dateline_error_free(error_); }

  dateline_error** where() noexcept { return &error_; }

  // `result` where the call went well.
  template <typename Result>
  Result operator()(Result result) const {
    if (error_ != nullptr) throw Error(error_);
    return result;
  }

 private:
  dateline_error* error_ = nullptr;
};

inline std::string text_from(char* text) {
  const Owned<char, dateline_free> owned(text);
  return owned ? std::string(owned.get()) : std::string();
}

inline std::optional<std::string_view> text_or_none(const char* text) {
  return text == nullptr ? std::nullopt : std::optional<std::string_view>(text);
}

}  // namespace detail

// The version of the library that is in use.
inline std::string version() { return dateline_version(); }

// Ends calls early, from any thread.
class Stop {
 public:
  Stop() : handle_(dateline_stop_new()) {
    if (!handle_) throw std::bad_alloc();
  }
  void now() noexcept { dateline_stop_now(handle_.get()); }
  const dateline_stop* handle() const noexcept { return handle_.get(); }

 private:
  detail::Owned<dateline_stop, dateline_stop_free> handle_;
};

// Options of a search, by their names.
class Request {
 public:
  Request() : handle_(dateline_request_new()) {
    if (!handle_) throw std::bad_alloc();
  }

  Request& set(const std::string& name, const std::string& value) & {
    detail::Check check;
    check(dateline_request_set(handle_.get(), name.c_str(), value.c_str(), check.where()));
    return *this;
  }
  Request&& set(const std::string& name, const std::string& value) && {
    return std::move(this->set(name, value));
  }
  Request& stop_with(const Stop& stop) & {
    detail::Check check;
    check(dateline_request_stop_with(handle_.get(), stop.handle(), check.where()));
    return *this;
  }

  const dateline_request* handle() const noexcept { return handle_.get(); }

 private:
  detail::Owned<dateline_request, dateline_request_free> handle_;
};

class Hit {
 public:
  explicit Hit(const dateline_hit* hit) noexcept : hit_(hit) {}

  // "id", "headline", "snippet" and so on; nothing where the hit has none.
  std::optional<std::string_view> text(const std::string& key) const {
    return detail::text_or_none(dateline_hit_text(hit_, key.c_str()));
  }
  double number(const std::string& key, double missing = 0) const {
    return dateline_hit_number(hit_, key.c_str(), missing);
  }
  std::string_view json() const { return dateline_hit_json(hit_); }

 private:
  const dateline_hit* hit_;
};

struct Notice {
  std::string_view code;
  std::string_view text;
};

class Answer {
 public:
  // Takes what a function of dateline.h gave.
  explicit Answer(dateline_answer* handle) noexcept : handle_(handle) {}

  class Iterator {
   public:
    using value_type = Hit;
    using difference_type = std::ptrdiff_t;
    Iterator() = default;
    Iterator(const dateline_answer* answer, std::size_t at) : answer_(answer), at_(at) {}
    Hit operator*() const { return Hit(dateline_answer_hit(answer_, at_)); }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    Iterator operator++(int) {
      Iterator before = *this;
      ++at_;
      return before;
    }
    bool operator==(const Iterator&) const = default;

   private:
    const dateline_answer* answer_ = nullptr;
    std::size_t at_ = 0;
  };

  Iterator begin() const { return {handle_.get(), 0}; }
  Iterator end() const { return {handle_.get(), size()}; }
  std::size_t size() const noexcept { return dateline_answer_hits(handle_.get()); }

  std::uint64_t total() const noexcept { return dateline_answer_total(handle_.get()); }
  dateline_relation relation() const noexcept { return dateline_answer_relation(handle_.get()); }
  bool is_partial() const noexcept { return dateline_answer_is_partial(handle_.get()) != 0; }
  // What "after" takes for the hits behind these.
  std::optional<std::string_view> next() const {
    return detail::text_or_none(dateline_answer_next(handle_.get()));
  }
  std::vector<Notice> notices() const {
    std::vector<Notice> out;
    for (std::size_t i = 0; i < dateline_answer_notices(handle_.get()); ++i) {
      out.push_back({dateline_answer_notice_code(handle_.get(), i),
                     dateline_answer_notice_text(handle_.get(), i)});
    }
    return out;
  }
  std::string_view json() const { return dateline_answer_json(handle_.get()); }

 private:
  detail::Owned<dateline_answer, dateline_answer_free> handle_;
};

class Searcher {
 public:
  explicit Searcher(const std::string& place) : Searcher(std::vector<std::string>{place}) {}
  explicit Searcher(const std::vector<std::string>& places) {
    std::vector<const char*> names;
    for (const std::string& place : places) names.push_back(place.c_str());
    detail::Check check;
    handle_.reset(check(dateline_open_several(names.data(), names.size(), check.where())));
  }

  // One more over the same places, for another thread.
  Searcher another() const {
    detail::Check check;
    return Searcher(check(dateline_another(handle_.get(), check.where())));
  }
  void use_synonyms(const std::string& path) {
    detail::Check check;
    check(dateline_use_synonyms(handle_.get(), path.c_str(), check.where()));
  }
  void use_aliases(const std::string& path) {
    detail::Check check;
    check(dateline_use_aliases(handle_.get(), path.c_str(), check.where()));
  }

  Answer search(const std::string& query, const Request& request = {}) const {
    detail::Check check;
    return Answer(
        check(dateline_search(handle_.get(), query.c_str(), request.handle(), check.where())));
  }
  Answer similar(const std::string& id_or_url, const Request& request = {}) const {
    detail::Check check;
    return Answer(
        check(dateline_similar(handle_.get(), id_or_url.c_str(), request.handle(), check.where())));
  }
  // All hits one after another, until `take` returns false. What it throws is thrown on.
  Answer stream(const std::string& query, const std::function<bool(Hit)>& take,
                const Request& request = {}) const {
    Streaming streaming{take, nullptr};
    detail::Check check;
    Answer answer(dateline_stream(handle_.get(), query.c_str(), request.handle(), take_hit,
                                  &streaming, check.where()));
    if (streaming.thrown) std::rethrow_exception(streaming.thrown);
    check(0);
    return answer;
  }

  // As JSON.
  std::string search_json(const std::string& query, const Request& request = {}) const {
    return asked(dateline_search_json, query, request);
  }
  std::string article_json(const std::string& id_or_url, const Request& request = {}) const {
    return asked(dateline_article_json, id_or_url, request);
  }
  std::string story_json(const std::string& id, const Request& request = {}) const {
    return asked(dateline_story_json, id, request);
  }
  std::string similar_json(const std::string& id_or_url, const Request& request = {}) const {
    return asked(dateline_similar_json, id_or_url, request);
  }
  std::string similar_to_draft_json(std::string_view draft, const Request& request = {}) const {
    detail::Check check;
    return detail::text_from(check(dateline_similar_to_draft_json(
        handle_.get(), draft.data(), draft.size(), request.handle(), check.where())));
  }
  std::string suggest_json(const std::string& typed, const Request& request = {}) const {
    return asked(dateline_suggest_json, typed, request);
  }
  std::string trend_json(const std::vector<std::string>& queries,
                         const Request& request = {}) const {
    std::vector<const char*> texts;
    for (const std::string& query : queries) texts.push_back(query.c_str());
    detail::Check check;
    return detail::text_from(check(dateline_trend_json(handle_.get(), texts.data(), texts.size(),
                                                       request.handle(), check.where())));
  }
  std::string entity_json(const std::string& name, const Request& request = {}) const {
    return asked(dateline_entity_json, name, request);
  }
  // `id`: of the article whose score is explained; may be empty.
  std::string explain_json(const std::string& query, const std::string& id = {},
                           const Request& request = {}) const {
    detail::Check check;
    return detail::text_from(check(dateline_explain_json(handle_.get(), query.c_str(), id.c_str(),
                                                         request.handle(), check.where())));
  }

 private:
  struct Streaming {
    const std::function<bool(Hit)>& take;
    std::exception_ptr thrown;
  };
  using Ask = char* (*)(dateline_searcher* searcher, const char* text,
                        const dateline_request* request, dateline_error** error);

  explicit Searcher(dateline_searcher* handle) : handle_(handle) {}

  static int take_hit(const dateline_hit* hit, void* context) noexcept {
    auto& streaming = *static_cast<Streaming*>(context);
    try {
      return streaming.take(Hit(hit)) ? 1 : 0;
    } catch (...) {
      streaming.thrown = std::current_exception();
      return 0;
    }
  }

  std::string asked(Ask ask, const std::string& text, const Request& request) const {
    detail::Check check;
    return detail::text_from(
        check(ask(handle_.get(), text.c_str(), request.handle(), check.where())));
  }

  detail::Owned<dateline_searcher, dateline_close> handle_;
};

// An index that is open to be written.
class Index {
 public:
  explicit Index(const std::string& directory) {
    detail::Check check;
    handle_.reset(check(dateline_index_open(directory.c_str(), check.where())));
  }

  Index& set(const std::string& name, const std::string& value) {
    detail::Check check;
    check(dateline_index_set(handle_.get(), name.c_str(), value.c_str(), check.where()));
    return *this;
  }
  // An Error with the code DATELINE_INVALID_INPUT costs this article alone.
  dateline_outcome add(std::string_view bytes, const std::string& format = "auto",
                       const std::string& url = {}) {
    detail::Check check;
    return check(dateline_index_add(handle_.get(), bytes.data(), bytes.size(), format.c_str(),
                                    url.c_str(), check.where()));
  }
  std::uint64_t remove_id(const std::string& id) {
    std::uint64_t removed = 0;
    detail::Check check;
    check(dateline_index_remove_id(handle_.get(), id.c_str(), &removed, check.where()));
    return removed;
  }
  std::uint64_t remove_url(const std::string& url) {
    std::uint64_t removed = 0;
    detail::Check check;
    check(dateline_index_remove_url(handle_.get(), url.c_str(), &removed, check.where()));
    return removed;
  }
  void commit() {
    detail::Check check;
    check(dateline_index_commit(handle_.get(), check.where()));
  }
  std::uint64_t articles() const { return dateline_index_articles(handle_.get()); }

 private:
  detail::Owned<dateline_index, dateline_index_close> handle_;
};

}  // namespace dateline

#endif
