// JSON told by its beginning. A record may stand on a line of its own, one of many, or fill an
// input of its own over many lines; each is somebody's to read, and no beginning is both.
#pragma once

#include "indexer/input/head.h"

namespace dateline::indexer {

// Objects, one a line.
bool is_json_lines(const Head& head);

// One object over many lines, as it is printed for people: its brace stands alone on its line.
bool is_json_object(const Head& head);

// An array of objects.
bool is_json_array(const Head& head);

}  // namespace dateline::indexer
