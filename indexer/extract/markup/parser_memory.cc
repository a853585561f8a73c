#include "indexer/extract/markup/parser_memory.h"

#include <libxml/parser.h>
#include <libxml/xmlmemory.h>

#include <cstdlib>
#include <cstring>
#include <new>

namespace dateline::indexer::page {
namespace {

thread_local int throwing = 0;

void* given(void* memory) {
  if (memory == nullptr && throwing > 0) throw std::bad_alloc();
  return memory;
}

// NOLINTBEGIN(cppcoreguidelines-no-malloc): what libxml2 frees is what the C library gave.
void* allocate(std::size_t size) { return given(std::malloc(size)); }

void* reallocate(void* memory, std::size_t size) { return given(std::realloc(memory, size)); }
// NOLINTEND(cppcoreguidelines-no-malloc)

char* duplicate(const char* text) { return static_cast<char*>(given(strdup(text))); }

void set_up_memory() {
  xmlFreeFunc free = nullptr;
  xmlMallocFunc malloc = nullptr;
  xmlReallocFunc realloc = nullptr;
  xmlStrdupFunc strdup = nullptr;
  xmlMemGet(&free, &malloc, &realloc, &strdup);
  if (malloc == &::malloc) xmlMemSetup(free, &allocate, &reallocate, &duplicate);
}

}  // namespace

void set_up_parser() {
  [[maybe_unused]] static const bool kDone = (set_up_memory(), xmlInitParser(), true);
}

ParserMemory::ParserMemory() { ++throwing; }

ParserMemory::~ParserMemory() { --throwing; }

}  // namespace dateline::indexer::page
