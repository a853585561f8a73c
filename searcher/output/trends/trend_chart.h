// A trend as a picture to paste: SVG, drawn without a script, a style sheet or a font of its own.
#pragma once

#include <string>

#include "searcher/search/trends/trend.h"

namespace dateline::output {

// A line for each query over the spans of time, with a ring for a burst; a scale, dates, and which
// line is which. Readable without colour: lines are dashed differently too. At most 2,000 points of
// a line are drawn; where there are more spans, each point is the highest of some.
std::string chart_of(const search::Trend& trend);

}  // namespace dateline::output
