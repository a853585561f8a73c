#include "indexer/write/segment/database_text.h"

#include <sstream>

namespace dateline::indexer {
namespace {

void put_whole(std::ostream& out, const Xapian::Database& db) {
  out << "documents " << db.get_doccount() << " last " << db.get_lastdocid() << " length "
      << db.get_total_length() << " bounds " << db.get_doclength_lower_bound() << ' '
      << db.get_doclength_upper_bound() << '\n';
  for (auto key = db.metadata_keys_begin(); key != db.metadata_keys_end(); ++key) {
    out << "metadata " << *key << '=' << db.get_metadata(*key) << '\n';
  }
}

void put_slot(std::ostream& out, const Xapian::Database& db, Xapian::valueno slot) {
  if (db.get_value_freq(slot) == 0) return;
  out << "slot " << slot << ' ' << db.get_value_freq(slot) << ' ' << db.get_value_lower_bound(slot)
      << ' ' << db.get_value_upper_bound(slot);
  for (auto at = db.valuestream_begin(slot); at != db.valuestream_end(slot); ++at) {
    out << ' ' << at.get_docid() << ':' << *at;
  }
  out << '\n';
}

void put_term(std::ostream& out, const Xapian::Database& db, const Xapian::TermIterator& term) {
  out << "term " << *term << ' ' << term.get_termfreq() << ' ' << db.get_collection_freq(*term)
      << ' ' << db.get_wdf_upper_bound(*term);
  for (auto at = db.postlist_begin(*term); at != db.postlist_end(*term); ++at) {
    out << ' ' << *at << '/' << at.get_wdf() << '/' << at.get_doclength();
  }
  out << '\n';
}

void put_document(std::ostream& out, const Xapian::Database& db, Xapian::docid id) {
  const Xapian::Document document = db.get_document(id);
  out << "document " << id << " length " << db.get_doclength(id) << " terms "
      << db.get_unique_terms(id) << " data " << document.get_data() << '\n';
  for (auto at = document.values_begin(); at != document.values_end(); ++at) {
    out << " value " << at.get_valueno() << '=' << *at;
  }
  for (auto term = db.termlist_begin(id); term != db.termlist_end(id); ++term) {
    out << ' ' << *term << '/' << term.get_wdf();
    for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at) {
      out << '@' << *at;
    }
  }
  out << '\n';
}

}  // namespace

std::string database_text(const Xapian::Database& db, Xapian::valueno last_slot) {
  std::ostringstream out;
  put_whole(out, db);
  for (Xapian::valueno slot = 0; slot <= last_slot; ++slot) put_slot(out, db, slot);
  for (auto term = db.allterms_begin(); term != db.allterms_end(); ++term) put_term(out, db, term);
  for (auto at = db.postlist_begin(""); at != db.postlist_end(""); ++at) {
    put_document(out, db, *at);
  }
  return out.str();
}

}  // namespace dateline::indexer
