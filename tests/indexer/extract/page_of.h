// A page as the finders of fields see it, from markup written in a test.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "indexer/extract/markup/prescan.h"
#include "indexer/extract/page/page.h"

namespace dateline::testing {

inline indexer::page::Page page_of(std::string html, std::string url = {}) {
  namespace page = indexer::page;
  page::Page out;
  out.url = std::move(url);
  out.html = std::move(html);
  page::Prescan scanned = page::prescan(out.html);
  out.scripts = scanned.scripts;
  auto tree = page::Tree::parse(scanned.markup, std::move(scanned.attributes));
  if (!tree) {
    ADD_FAILURE() << "the test's markup makes no tree";
    return out;
  }
  out.tree = std::move(*tree);
  out.meta = page::Meta::read(out.tree);
  out.linked = page::read_json_ld(scanned.json_ld, out.url);
  out.blocks = page::Blocks::read(out.tree);
  out.cells = page::find_data_tables(out.tree, out.blocks);
  out.furniture = page::find_furniture(out.tree, out.blocks);
  return out;
}

// The indices of all blocks of a page, which is what the finders of text begin with.
inline std::vector<std::size_t> all_blocks(const indexer::page::Page& page) {
  std::vector<std::size_t> all(page.blocks.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  return all;
}

inline std::vector<std::string> texts_of(const indexer::page::Page& page,
                                         const std::vector<std::size_t>& blocks) {
  std::vector<std::string> texts;
  for (const std::size_t block : blocks) texts.emplace_back(page.blocks.text(block));
  return texts;
}

// A sentence that counts as prose, told from others by its number.
inline std::string sentence(int number) {
  return "Sentence " + std::to_string(number) +
         " tells what the council of the harbour town decided on its long evening, and why.";
}

// Several of them in paragraphs, numbered from `first`.
inline std::string paragraphs(int first, int count) {
  std::string html;
  for (int i = 0; i < count; ++i) html += "<p>" + sentence(first + i) + "</p>";
  return html;
}

}  // namespace dateline::testing
