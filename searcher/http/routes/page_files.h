// The search page and the custom elements as responses: what stands at "/", below "/assets" and below
// "/widget".
#pragma once

#include <span>
#include <string>

#include "searcher/http/messages/message.h"
#include "searcher/web/web_files.h"

namespace dateline::http {

// A file as it is sent, made once.
struct PageFile {
  const web::WebFile* file;  // lives as long as the program
  std::string gzip;
  std::string tag;
  bool forever;  // its address changes with its content
};

// The file that stands at the path of these segments, behind the base path; null where none does.
// The page is at "/"; the files that it names at "/assets/VERSION/…", of the present version alone;
// the elements at "/widget/…", whose addresses other sites write into their pages.
const PageFile* page_file_at(std::span<const std::string> segments);

// The file, or 304 to whoever has it. With the page come the rules by which a browser keeps it from
// running anything but the service's own files, whatever stands in an article.
HttpResponse page_response(const PageFile& file, const HttpRequest& request);

}  // namespace dateline::http
