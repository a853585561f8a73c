#include "searcher/http/routes/page_files.h"

#include <fmt/format.h>

#include <map>
#include <string_view>

#include "common/base/fingerprint.h"
#include "searcher/http/messages/negotiation.h"
#include "searcher/http/routes/caching.h"

namespace dateline::http {
namespace {

constexpr std::string_view kIndex = "page/index.html";

// Nothing but files of the service, no markup made of text (Trusted Types), no frame of another site.
// "data:" is for drawings that the page makes itself.
constexpr const char* kPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

// By the path behind the base: "assets/0123456789ab/page/main.js".
using FilesByAddress = std::map<std::string, PageFile, std::less<>>;

void put_file(FilesByAddress& files, std::string address, const web::WebFile& file, bool forever) {
  PageFile sent{&file, gzip_of(file.text, kBestCompression),
                fmt::format("W/\"{}\"", fingerprint({file.text}).substr(0, 16)), forever};
  files.emplace(std::move(address), std::move(sent));
}

FilesByAddress all_page_files() {
  constexpr std::string_view kElements = "elements/";
  FilesByAddress files;
  for (const web::WebFile& file : web::web_files()) {
    if (file.path == kIndex) {
      put_file(files, "", file, false);
      continue;
    }
    put_file(files, fmt::format("assets/{}/{}", web::web_version(), file.path), file, true);
    if (file.path.starts_with(kElements)) {
      put_file(files, "widget/" + file.path.substr(kElements.size()), file, false);
    }
  }
  return files;
}

}  // namespace

const PageFile* page_file_at(std::span<const std::string> segments) {
  static const FilesByAddress kFiles = all_page_files();
  const auto found = kFiles.find(fmt::format("{}", fmt::join(segments, "/")));
  return found == kFiles.end() ? nullptr : &found->second;
}

HttpResponse page_response(const PageFile& file, const HttpRequest& request) {
  HttpResponse response;
  response.set("Cache-Control",
               file.forever ? "public, max-age=31536000, immutable" : "public, no-cache");
  response.set("ETag", file.tag);
  response.set("Vary", "Accept-Encoding, Origin");
  if (has_answer(request, file.tag)) {
    response.status = 304;
    return response;
  }
  response.set("Content-Type", file.file->type);
  if (file.file->path == kIndex) {
    response.set("Content-Security-Policy", kPolicy);
    response.set("Cross-Origin-Opener-Policy", "same-origin");
  }
  // What was looked for is no business of the site that a reader goes on to.
  response.set("Referrer-Policy", "same-origin");
  const bool smaller = !file.gzip.empty() && names(request.header("Accept-Encoding"), "gzip");
  if (smaller) response.set("Content-Encoding", "gzip");
  response.body = smaller ? file.gzip : file.file->text;
  return response;
}

}  // namespace dateline::http
