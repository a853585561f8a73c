#include "common/program/documents/manual.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "common/base/strings.h"
#include "common/program/documents/verb_row.h"

namespace dateline::program {
namespace {

// Text as troff takes it literally. A hyphen of a name is a minus there, so that it can be copied.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if (c == '"') {
      out += "\\(dq";
    } else {
      out += c;
    }
  }
  return out;
}

// At the beginning of a line a dot or an apostrophe would be a request.
std::string paragraph(std::string_view text) { return "\\&" + plain(text) + "\n"; }

std::string sentence(std::string text) {
  if (!text.empty() && text.back() != '.') text += '.';
  return text;
}

std::string page_name(const Program& program, std::string_view verb) {
  return verb.empty() ? std::string(program.name) : fmt::format("{}-{}", program.name, verb);
}

std::string head(const Program& program, std::string_view verb, std::string_view help) {
  const std::string name = page_name(program, verb);
  std::string title;
  std::transform(name.begin(), name.end(), std::back_inserter(title),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return fmt::format(".TH {} 1 \"\" \"Dateline {}\" \"Dateline\"\n.SH NAME\n{} \\- {}\n",
                     plain(title), DATELINE_VERSION, plain(name), plain(help));
}

std::string entry(const OptionRow& row) {
  std::string names;
  for (const std::string& name : row.names) {
    names += fmt::format("{}\\fB{}\\fR", names.empty() ? "" : ", ", plain(name));
  }
  if (!row.value.empty()) {
    names += fmt::format("{}\\fI{}\\fR", names.empty() ? "" : " ", plain(row.value));
  }
  std::string text = row.help;
  if (!row.choices.empty() && row.value.find('|') == std::string::npos) {
    text += fmt::format("; one of {}", fmt::join(row.choices, ", "));
  }
  if (!row.initial.empty()) text += fmt::format(" (default: {})", row.initial);
  text = sentence(std::move(text));
  if (row.required) text += " Required.";
  if (!row.environment.empty()) text += fmt::format(" ${} is its default.", row.environment);
  return fmt::format(".TP\n{}\n{}", names, paragraph(text));
}

std::string entries(std::string_view title, const std::vector<OptionRow>& rows) {
  if (rows.empty()) return {};
  std::string out = fmt::format(".SH {}\n", title);
  for (const OptionRow& row : rows) out += entry(row);
  return out;
}

std::string tail(const Program& program, const std::vector<VerbRow>& verbs, std::string_view self) {
  std::string out = ".SH \"EXIT STATUS\"\n";
  constexpr std::array<std::pair<const char*, const char*>, 6> kStatuses{
      {{"0", "Done; that nothing was found is done too."},
       {"1", "It could not be done: the message says why, and what to do."},
       {"2", "The command line or the query is wrong; the message shows where."},
       {"3", "Done, but some inputs were rejected; each is named."},
       {"130", "SIGINT ended it, in good order."},
       {"143", "SIGTERM ended it, in good order."}}};
  for (const auto& [status, meaning] : kStatuses) {
    out += fmt::format(".TP\n\\fB{}\\fR\n{}", status, paragraph(meaning));
  }
  std::vector<std::string> others;
  if (!self.empty()) others.push_back(fmt::format("\\fB{}\\fR(1)", plain(program.name)));
  for (const VerbRow& verb : verbs) {
    if (verb.name == self) continue;
    others.push_back(fmt::format("\\fB{}\\fR(1)", plain(page_name(program, verb.name))));
  }
  return out + fmt::format(".SH \"SEE ALSO\"\n{}\n", fmt::join(others, ",\n"));
}

std::string page_of_program(const Program& program, const std::vector<VerbRow>& verbs) {
  std::string about = program.about;
  if (about.ends_with('.')) about.pop_back();
  std::string out = head(program, {}, about);
  out += fmt::format(
      ".SH SYNOPSIS\n\\fB{}\\fR \\fIVERB\\fR [\\fIOPTIONS\\fR] "
      "[\\fIARGUMENTS\\fR]\n.SH DESCRIPTION\n{}",
      plain(program.name), paragraph(program.about));
  out += paragraph("Each verb has a page of its own, and a --help.") + ".SH VERBS\n";
  for (const VerbRow& verb : verbs) {
    out += fmt::format(".TP\n\\fB{}\\fR\n{}", plain(verb.name), paragraph(sentence(verb.help)));
  }
  return out + tail(program, verbs, {});
}

std::string page_of_verb(const Program& program, const std::vector<VerbRow>& verbs,
                         const VerbRow& verb) {
  std::string out = head(program, verb.name, verb.help);
  out += fmt::format(".SH SYNOPSIS\n\\fB{} {}\\fR [\\fIOPTIONS\\fR]", plain(program.name),
                     plain(verb.name));
  for (const OptionRow& row : verb.arguments) {
    const std::string name = "\\fI" + plain(row.value) + "\\fR" + (row.repeatable ? "..." : "");
    out += row.required ? " " + name : " [" + name + "]";
  }
  out += fmt::format("\n.SH DESCRIPTION\n{}", paragraph(sentence(verb.help)));
  out += entries("ARGUMENTS", verb.arguments) + entries("OPTIONS", verb.options);
  return out + tail(program, verbs, verb.name);
}

}  // namespace

std::optional<std::string> manual_page(const Program& program, std::string_view verb) {
  const std::vector<VerbRow> verbs = rows_of(program);
  if (verb.empty()) return page_of_program(program, verbs);
  for (const VerbRow& row : verbs) {
    if (row.name == verb) return page_of_verb(program, verbs, row);
  }
  return std::nullopt;
}

}  // namespace dateline::program
