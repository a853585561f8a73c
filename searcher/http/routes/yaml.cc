#include "searcher/http/routes/yaml.h"

namespace dateline::http {
namespace {

std::string scalar(const output::Json& value) {
  return value.dump(-1, ' ', false, output::Json::error_handler_t::replace);
}

bool is_block(const output::Json& value) {
  return (value.is_object() || value.is_array()) && !value.empty();
}

void put_value(std::string& out, const output::Json& value, std::size_t indent);

void put_entry(std::string& out, std::string_view opening, const output::Json& value,
               std::size_t indent) {
  out += std::string(indent, ' ');
  out += opening;
  if (is_block(value)) {
    out += '\n';
    put_value(out, value, indent + 2);
  } else {
    out += ' ' + scalar(value) + '\n';
  }
}

void put_value(std::string& out, const output::Json& value, std::size_t indent) {
  if (value.is_object()) {
    for (const auto& [key, member] : value.items()) {
      put_entry(out, output::Json(key).dump() + ":", member, indent);
    }
    return;
  }
  for (const auto& element : value) put_entry(out, "-", element, indent);
}

}  // namespace

std::string yaml_of(const output::Json& value) {
  if (!is_block(value)) return scalar(value) + "\n";
  std::string out;
  put_value(out, value, 0);
  return out;
}

}  // namespace dateline::http
