// A database as text, to compare two that should hold the same.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <sstream>
#include <string>

namespace dateline::testing {

// Everything that the API tells of a database, as text.
inline std::string describe_database(const Xapian::Database& db) {
  std::ostringstream out;
  out << "documents " << db.get_doccount() << " last " << db.get_lastdocid() << " total length "
      << db.get_total_length() << " bounds " << db.get_doclength_lower_bound() << ' '
      << db.get_doclength_upper_bound() << '\n';
  for (auto key = db.metadata_keys_begin(); key != db.metadata_keys_end(); ++key) {
    out << "metadata " << *key << '=' << db.get_metadata(*key) << '\n';
  }
  for (std::uint32_t slot = 0; slot < 300; ++slot) {
    if (db.get_value_freq(slot) == 0) continue;
    out << "slot " << slot << ' ' << db.get_value_freq(slot) << ' '
        << db.get_value_lower_bound(slot) << ' ' << db.get_value_upper_bound(slot);
    for (auto it = db.valuestream_begin(slot); it != db.valuestream_end(slot); ++it) {
      out << ' ' << it.get_docid() << ':' << *it;
    }
    out << '\n';
  }
  for (auto term = db.allterms_begin(); term != db.allterms_end(); ++term) {
    out << "term " << *term << ' ' << term.get_termfreq() << ' ' << db.get_collection_freq(*term)
        << ' ' << db.get_wdf_upper_bound(*term);
    for (auto posting = db.postlist_begin(*term); posting != db.postlist_end(*term); ++posting) {
      out << ' ' << *posting << '/' << posting.get_wdf() << '/' << posting.get_doclength();
    }
    out << '\n';
  }
  for (auto it = db.postlist_begin(""); it != db.postlist_end(""); ++it) {
    const Xapian::Document document = db.get_document(*it);
    out << "document " << *it << " length " << db.get_doclength(*it) << " unique "
        << db.get_unique_terms(*it) << " data " << document.get_data() << '\n';
    for (auto value = document.values_begin(); value != document.values_end(); ++value) {
      out << " value " << value.get_valueno() << '=' << *value;
    }
    for (auto term = db.termlist_begin(*it); term != db.termlist_end(*it); ++term) {
      out << ' ' << *term << '/' << term.get_wdf();
      for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at)
        out << '@' << *at;
    }
    out << '\n';
  }
  return out.str();
}

}  // namespace dateline::testing
