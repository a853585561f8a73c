#include "searcher/http/routes/caching.h"

#include <fmt/format.h>
#include <libdeflate.h>

#include <algorithm>
#include <memory>

#include "common/base/fingerprint.h"
#include "common/base/strings.h"
#include "searcher/http/messages/negotiation.h"

namespace dateline::http {
namespace {

// Below that the gain is lost among the bytes of the head.
constexpr std::size_t kLeastBytes = 1024;
// A page of JSON compresses at some 100 MB/s so, to about a quarter.
constexpr int kLevel = 4;

// What the body was negotiated by, and what it was trimmed by.
constexpr const char* kVary = "Accept, Accept-Encoding, Authorization, X-Dateline-Groups, Origin";

std::string what_he_sees(const Asker& asker) {
  std::vector<std::string> groups = asker.groups;
  std::sort(groups.begin(), groups.end());
  std::string out = asker.sees_all_statuses ? "all " : "";
  // A group's name may be anything, so its length tells where it ends.
  for (const std::string& group : groups) out += fmt::format("{}:{}", group.size(), group);
  return out;
}

// An embargo that ends makes another answer, as a commit does.
std::string span_of_embargo(const Question& question, const IndexState& index,
                            std::chrono::sys_seconds now) {
  if (!index.changes_at || question.asker.sees_all_statuses) return {};
  const auto end = std::to_string(index.changes_at->time_since_epoch().count());
  return (now < *index.changes_at ? "until " : "from ") + end;
}

// Days begin at every full hour or half of one somewhere; within such a span "today" is one day.
std::string span_of_day(std::chrono::sys_seconds now) {
  constexpr std::chrono::minutes kSpan(15);
  return std::to_string(now.time_since_epoch() / kSpan);
}

}  // namespace

std::string tag_of(const Question& question, const IndexState& index,
                   std::chrono::sys_seconds now) {
  if (!index.revision) return {};
  const std::string sum = fingerprint({DATELINE_VERSION, index.name,
                                       std::to_string(*index.revision), question.http.target,
                                       question.http.header("Accept"), what_he_sees(question.asker),
                                       span_of_day(now), span_of_embargo(question, index, now)});
  return fmt::format("W/\"{}-{}\"", *index.revision, sum.substr(0, 16));
}

bool has_answer(const HttpRequest& request, const std::string& tag) {
  const std::string_view known = request.header("If-None-Match");
  return !tag.empty() && !known.empty() && has_tag(known, tag);
}

void put_caching(HttpResponse& response, const std::string& tag, const Asker& asker,
                 bool complete) {
  response.set("Vary", kVary);
  if (tag.empty() || !complete) {
    response.set("Cache-Control", "no-store");
    return;
  }
  response.set("ETag", tag);
  // To be kept, and asked for again each time: the answer is then 304 until there is a new commit.
  response.set("Cache-Control", asker.known ? "private, no-cache" : "public, no-cache");
}

std::string gzip_of(std::string_view bytes, int level) {
  const std::unique_ptr<libdeflate_compressor, void (*)(libdeflate_compressor*)> compressor(
      libdeflate_alloc_compressor(level), libdeflate_free_compressor);
  if (!compressor) return {};
  std::string out(libdeflate_gzip_compress_bound(compressor.get(), bytes.size()), '\0');
  out.resize(libdeflate_gzip_compress(compressor.get(), bytes.data(), bytes.size(), out.data(),
                                      out.size()));
  return out;
}

void compress(HttpResponse& response, const HttpRequest& request) {
  if (response.body.size() < kLeastBytes || response.stream) return;
  if (!names(request.header("Accept-Encoding"), "gzip")) return;
  std::string smaller = gzip_of(response.body, kLevel);
  if (smaller.empty() || smaller.size() >= response.body.size()) return;
  response.body = std::move(smaller);
  response.set("Content-Encoding", "gzip");
}

}  // namespace dateline::http
