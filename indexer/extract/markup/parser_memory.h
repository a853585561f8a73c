#pragma once

namespace dateline::indexer::page {

// Sets libxml2 up; every use of it begins here. Two threads may call this at once, though not what it calls.
//
// From then on, memory that libxml2 asks for beneath a ParserMemory is given or refused by std::bad_alloc. A program that has given
// libxml2 memory functions of its own keeps them, and does without.
void set_up_parser();

// While one lives, a refusal of memory leaves libxml2 in this thread as std::bad_alloc. All that is then allowed is to free its parser.
//
// libxml2 2.9 does not survive a refusal that it is told of: it goes on with a null pointer, asks for the same name for ever, or takes
// what it could not copy for the end of the page. It changes its tables after it has the memory for them, so that an exception leaves
// them as they were.
class ParserMemory {
 public:
  ParserMemory();
  ~ParserMemory();
  ParserMemory(const ParserMemory&) = delete;
  ParserMemory& operator=(const ParserMemory&) = delete;
};

}  // namespace dateline::indexer::page
