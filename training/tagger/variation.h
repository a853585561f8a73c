// Copies of annotated text that differ from it in what a reader's articles differ in: other names,
// headlines with capitals everywhere.
#pragma once

#include "training/tagger/annotated_text.h"
#include "training/tagger/name_pool.h"

namespace dateline::training {

// Every full name of a person, most places and some organisations replaced by names of the pool,
// the same name by the same throughout; a surname alone follows its full name.
AnnotatedDocument with_other_names(const AnnotatedDocument& document, const NamePool& pool,
                                   Random& random);

// "Troops Leave Iraq for Good".
AnnotatedDocument in_title_case(const AnnotatedDocument& document);

// "TROOPS LEAVE IRAQ FOR GOOD".
AnnotatedDocument in_upper_case(const AnnotatedDocument& document);

}  // namespace dateline::training
