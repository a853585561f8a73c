#include "training/tagger/annotated_text.h"

#include <algorithm>
#include <limits>

#include "common/base/file.h"
#include "common/base/strings.h"

namespace dateline::training {
namespace {

NameKind kind_of(std::string_view tag) {
  if (tag.size() < 3) return NameKind::kNone;
  const std::string_view name = tag.substr(2);
  if (name == "PER") return NameKind::kPerson;
  if (name == "ORG") return NameKind::kOrganisation;
  if (name == "LOC") return NameKind::kPlace;
  return NameKind::kOther;
}

Token read_token(std::string_view line) {
  const std::vector<std::string_view> columns = split(line, '\t');
  const std::string_view tag = columns.size() > 1 ? columns[1] : "O";
  return {std::string(columns[0]), kind_of(tag), tag.starts_with("B")};
}

class DocumentBuilder {
 public:
  void add(std::string_view line) {
    if (line.starts_with("# newdoc")) {
      end_document();
    } else if (line.starts_with("# ") && line.find('\t') == std::string_view::npos) {
      return;
    } else if (trim(line).empty()) {
      end_sentence();
    } else {
      sentence_.push_back(read_token(line));
    }
  }

  std::vector<AnnotatedDocument> finish() {
    end_document();
    return std::move(documents_);
  }

 private:
  void end_sentence() {
    if (!sentence_.empty()) document_.sentences.push_back(std::move(sentence_));
    sentence_.clear();
  }

  void end_document() {
    end_sentence();
    if (!document_.sentences.empty()) documents_.push_back(std::move(document_));
    document_ = {};
  }

  std::vector<AnnotatedDocument> documents_;
  AnnotatedDocument document_;
  Sentence sentence_;
};

bool is_one_of(std::string_view token, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), token) != list.end();
}

// True if prose has no space between the two. Quotes are left as they are: which of them opens is
// not told.
bool sticks(std::string_view before, std::string_view token) {
  if (is_one_of(token,
                {",", ".", ";", ":", "!", "?", ")", "'s", "%", "n't", "'re", "'ll", "'ve"})) {
    return true;
  }
  return is_one_of(before, {"(", "$", "#"});
}

std::string written(const std::string& token, Spacing spacing) {
  const bool splits = spacing == Spacing::kSplitHyphens && token.size() > 1 &&
                      !token.starts_with('-') && !token.ends_with('-');
  return splits ? replace_all(token, "-", " - ") : token;
}

}  // namespace

Result<std::vector<AnnotatedDocument>> read_annotated(const std::string& path) {
  auto bytes = real_files().read(path, std::uint64_t{1} << 30U);
  if (!bytes) return failure(bytes.error());
  DocumentBuilder builder;
  for (std::string_view line : split(*bytes, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    builder.add(line);
  }
  return builder.finish();
}

MarkedText render(const AnnotatedDocument& document, Spacing spacing) {
  MarkedText out;
  for (const Sentence& sentence : document.sentences) {
    std::string_view before;
    for (const Token& token : sentence) {
      const bool first = &token == &sentence.front();
      if (!first && (spacing != Spacing::kProse || !sticks(before, token.text))) out.text += ' ';
      const auto begin = static_cast<std::uint32_t>(out.text.size());
      out.text += written(token.text, spacing);
      const auto end = static_cast<std::uint32_t>(out.text.size());
      before = token.text;
      if (token.kind == NameKind::kNone) continue;
      const bool joins =
          !first && !token.begins && !out.names.empty() && (&token - 1)->kind == token.kind;
      if (joins) {
        out.names.back().end = end;
      } else {
        out.names.push_back({begin, end, token.kind});
      }
    }
    out.text += '\n';
  }
  return out;
}

}  // namespace dateline::training
