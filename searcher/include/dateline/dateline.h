// Dateline in other programs: searching news articles that are indexed, and indexing them. Plain C,
// for C11 and whatever calls C; dateline.hpp is the same for C++.
//
//   dateline_error* error = NULL;
//   dateline_searcher* news = dateline_open("/srv/dateline/news", &error);
//   char* answer = news == NULL ? NULL : dateline_search_json(news, "iraq troops", NULL, &error);
//   if (answer == NULL) fprintf(stderr, "%s\n", dateline_error_message(error));
//   dateline_error_free(error);
//   dateline_free(answer);
//   dateline_close(news);
//
// What holds for every function, unless it says otherwise:
//
// - Text is UTF-8 that ends with a zero byte. What a caller passes is copied where it is needed
//   beyond the call, and may go when the call returns.
// - A function that returns a handle, or a `char*` that is not const, gives it to the caller, who
//   frees it with the function that is named there. A const pointer belongs to the handle that it
//   was asked of, and lives as long as that. Every function that frees takes NULL, and does nothing.
// - A function that can fail takes `error` last and returns NULL, 0 or DATELINE_FAILED, as it says.
//   Where `error` is not NULL, a failure puts an error there, which the caller frees; what was there
//   before is not looked at. A success leaves it alone. NULL for a handle that is needed is an error
//   like any other.
// - Different handles may be used by different threads at the same time. Calls on one searcher or
//   one index by several threads are safe and wait for each other: dateline_another() is for those
//   that should not wait. Requests, answers and errors are one thread's at a time; what does not
//   change them may be called by any number of threads. dateline_stop_now() may be called at any
//   time by any thread. After a fork the child may free nothing and use nothing that was opened
//   before.
// - No exception leaves the library. It does not change signal handlers, the locale or the
//   environment, writes to no standard stream, and ends no process. It starts no thread that outlives
//   a call.
//
// A program that was compiled with this header runs with every libdateline.so.0: functions,
// codes and options are added, and none is changed or taken away.
#ifndef DATELINE_DATELINE_H
#define DATELINE_DATELINE_H

#include <stddef.h>
#include <stdint.h>

// NOLINTBEGIN(readability-identifier-naming, modernize-redundant-void-arg): it is C
#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define DATELINE_API __attribute__((visibility("default")))
#else
#define DATELINE_API
#endif

// The version of this header; dateline_version() is the one of the library that is in use.
#define DATELINE_VERSION_MAJOR 0
#define DATELINE_VERSION_MINOR 1
#define DATELINE_VERSION_PATCH 0

// "0.1.0". Lives for ever.
DATELINE_API const char* dateline_version(void);

// The version of Xapian that the library runs with: "1.4.22". Lives for ever.
DATELINE_API const char* dateline_xapian_version(void);

// Frees text that a function gave to the caller.
DATELINE_API void dateline_free(char* text);

// ---- Errors

typedef struct dateline_error dateline_error;

// Numbers keep their meaning. More may come: what is not known is to be treated as
// DATELINE_INTERNAL.
typedef enum dateline_code {
  DATELINE_OK = 0,
  DATELINE_USAGE = 1,          // an argument or an option is wrong
  DATELINE_QUERY = 2,          // the query is wrong; the message shows where
  DATELINE_INVALID_INPUT = 3,  // an article that cannot be indexed; dateline_error_reason()
  DATELINE_NOT_FOUND = 4,      // no such index, article or entity, or none that the asker may see
  DATELINE_IO = 5,             // reading or writing failed
  DATELINE_NO_SPACE = 6,       // no space left on the device
  DATELINE_LOCKED = 7,         // another writer has the index
  DATELINE_FOREIGN = 8,        // the directory is somebody else's
  DATELINE_CORRUPT = 9,        // the index is damaged
  DATELINE_FORMAT = 10,        // the index was written by a version that this one cannot read
  DATELINE_LIMIT = 11,         // a bound was met: time, size, count
  DATELINE_NO_MEMORY = 12,     // the system gave no more memory
  DATELINE_INTERRUPTED = 13,   // the work was interrupted
  DATELINE_INTERNAL = 14       // a fault of the library: please report it
} dateline_code;

// DATELINE_OK for NULL.
DATELINE_API dateline_code dateline_error_code(const dateline_error* error);
// What the code is called, for logs: "not-found". "ok" for NULL.
DATELINE_API const char* dateline_error_name(const dateline_error* error);
// What went wrong and why, for people on this machine: it may name paths and processes. Of
// DATELINE_QUERY several lines, with a caret under the fault. Empty for NULL.
DATELINE_API const char* dateline_error_message(const dateline_error* error);
// What to do about it; empty where there is nothing to advise, and for NULL.
DATELINE_API const char* dateline_error_hint(const dateline_error* error);
// The message for whoever asks from elsewhere, which names nothing of this machine. Empty for NULL.
DATELINE_API const char* dateline_error_public_message(const dateline_error* error);
// Of DATELINE_INVALID_INPUT, the code of the rejection: "bad-json", "not-an-article". Else empty.
DATELINE_API const char* dateline_error_reason(const dateline_error* error);
DATELINE_API void dateline_error_free(dateline_error* error);

// ---- Opening

// An open index, or several that are searched as one. Each call sees the newest commit at its start;
// writers never disturb it.
typedef struct dateline_searcher dateline_searcher;

// Opens the index at `place`: a directory, or "host:port" of a xapian-tcpsrv, which has neither
// encryption nor passwords. To be closed with dateline_close(). NULL on failure: DATELINE_NOT_FOUND,
// DATELINE_CORRUPT, DATELINE_FORMAT, DATELINE_IO.
DATELINE_API dateline_searcher* dateline_open(const char* place, dateline_error** error);

// The same for `count` places, which answer as one index.
DATELINE_API dateline_searcher* dateline_open_several(const char* const* places, size_t count,
                                                      dateline_error** error);

// One more over the same places, with the same synonyms and aliases, for another thread. To be
// closed by itself, before or after the first. NULL on failure.
DATELINE_API dateline_searcher* dateline_another(dateline_searcher* searcher,
                                                 dateline_error** error);

// Words that stand for each other from here on, from a file; "none" for no such words, as at the
// beginning. 1, or 0 on failure.
DATELINE_API int dateline_use_synonyms(dateline_searcher* searcher, const char* path,
                                       dateline_error** error);

// Names that mean one person, organisation or place from here on, from a file in the place of those
// that ship; "none" for no such names. 1, or 0 on failure.
DATELINE_API int dateline_use_aliases(dateline_searcher* searcher, const char* path,
                                      dateline_error** error);

// No call on it may be under way.
DATELINE_API void dateline_close(dateline_searcher* searcher);

// ---- Requests

// Options of a search by their names, which are those of the command line and of HTTP: "limit",
// "sort", "facet", "from", "groups", "deadline" (milliseconds) and so on. Wherever a function takes
// a request, NULL stands for all defaults. A request may be used again and again.
typedef struct dateline_request dateline_request;

// To be freed with dateline_request_free(). NULL where memory ran out.
DATELINE_API dateline_request* dateline_request_new(void);

// Sets an option; one that may be repeated ("facet", "groups") has one more value by each call, any
// other has the last. A flag takes "true" or "false". 1, or 0 on failure, where the request stays as
// it was: DATELINE_USAGE for a name or a value that there is not. Bounds that depend on other
// options are the searching function's.
//
// "groups" says on whose behalf is asked: articles that name other groups are as good as not there.
// Without it all are seen, for whoever can read the files sees them anyway; "" is no group. So what
// serves strangers sets it, always.
DATELINE_API int dateline_request_set(dateline_request* request, const char* name,
                                      const char* value, dateline_error** error);
DATELINE_API void dateline_request_free(dateline_request* request);

// All options as JSON: [{name, value, initial, help, repeatable}], `value` what help calls its value,
// empty for a flag. To be freed with dateline_free(). NULL on failure.
DATELINE_API char* dateline_options_json(dateline_error** error);

// Ends calls early, from any thread.
typedef struct dateline_stop dateline_stop;

// To be freed with dateline_stop_free(). NULL where memory ran out.
DATELINE_API dateline_stop* dateline_stop_new(void);
// Calls with a request that has this stop end as if their deadline had passed: those under way soon,
// those to come at once. Any thread, at any time, but not from a signal handler.
DATELINE_API void dateline_stop_now(dateline_stop* stop);
// Requests that have it go on without it.
DATELINE_API void dateline_stop_free(dateline_stop* stop);
// Lets `stop` end the calls that this request is used for, instead of the stop that it had; NULL for
// none. 1, or 0 on failure.
DATELINE_API int dateline_request_stop_with(dateline_request* request, const dateline_stop* stop,
                                            dateline_error** error);

// ---- Answers as JSON
//
// The same JSON that the command line prints with --format json and the service answers, on one line
// without a line feed. To be freed with dateline_free(). NULL on failure. Past the deadline an answer
// is what was found so far, and says "partial": true; where there is nothing to say so in, it is
// DATELINE_LIMIT.

// Ranked answers to a query, in the query language. NULL for `query`: the request's option "q".
DATELINE_API char* dateline_search_json(dateline_searcher* searcher, const char* query,
                                        const dateline_request* request, dateline_error** error);
// The stored article with this id or address.
DATELINE_API char* dateline_article_json(dateline_searcher* searcher, const char* id_or_url,
                                         const dateline_request* request, dateline_error** error);
// All copies of an article's story, by the story's id or an article's id or address.
DATELINE_API char* dateline_story_json(dateline_searcher* searcher, const char* id,
                                       const dateline_request* request, dateline_error** error);
// Articles like the one with this id or address; an answer as of a search.
DATELINE_API char* dateline_similar_json(dateline_searcher* searcher, const char* id_or_url,
                                         const dateline_request* request, dateline_error** error);
// The same for a draft of `size` bytes, which the index need not have: text, or a record as JSON.
DATELINE_API char* dateline_similar_to_draft_json(dateline_searcher* searcher, const char* draft,
                                                  size_t size, const dateline_request* request,
                                                  dateline_error** error);
// Words, names and headlines that begin with what has been typed; of the request "limit" (at most
// 100) and who asks count.
DATELINE_API char* dateline_suggest_json(dateline_searcher* searcher, const char* typed,
                                         const dateline_request* request, dateline_error** error);
// How many articles each of `count` queries, at most 16, finds over time; "by" is day, week, month
// or year.
DATELINE_API char* dateline_trend_json(dateline_searcher* searcher, const char* const* queries,
                                       size_t count, const dateline_request* request,
                                       dateline_error** error);
// The person, organisation or place that goes by this name in most articles.
DATELINE_API char* dateline_entity_json(dateline_searcher* searcher, const char* name,
                                        const dateline_request* request, dateline_error** error);
// How a query is understood; with the id of an article also why that scores what it does, and
// without one NULL or "".
DATELINE_API char* dateline_explain_json(dateline_searcher* searcher, const char* query,
                                         const char* id, const dateline_request* request,
                                         dateline_error** error);

// ---- Answers as handles

typedef struct dateline_answer dateline_answer;
// Belongs to its answer, or to the call of the function that was given it.
typedef struct dateline_hit dateline_hit;

typedef enum dateline_relation {
  DATELINE_EXACT = 0,
  DATELINE_AT_LEAST = 1,
  DATELINE_ESTIMATE = 2
} dateline_relation;

// As the functions of like names above. To be freed with dateline_answer_free(). NULL on failure.
DATELINE_API dateline_answer* dateline_search(dateline_searcher* searcher, const char* query,
                                              const dateline_request* request,
                                              dateline_error** error);
DATELINE_API dateline_answer* dateline_similar(dateline_searcher* searcher, const char* id_or_url,
                                               const dateline_request* request,
                                               dateline_error** error);

// How many articles match, and how exactly that is known. 0 and DATELINE_EXACT for NULL.
DATELINE_API uint64_t dateline_answer_total(const dateline_answer* answer);
DATELINE_API dateline_relation dateline_answer_relation(const dateline_answer* answer);
// 1 where the deadline or a stop cut it short.
DATELINE_API int dateline_answer_is_partial(const dateline_answer* answer);
// What "after" takes to ask for the hits behind these; NULL where there are none.
DATELINE_API const char* dateline_answer_next(const dateline_answer* answer);
// How many hits it has, and the one with this number from 0; NULL beyond the last.
DATELINE_API size_t dateline_answer_hits(const dateline_answer* answer);
DATELINE_API const dateline_hit* dateline_answer_hit(const dateline_answer* answer, size_t number);
// What was dropped, repaired or cut: a stable code, and a sentence for people; NULL beyond the last.
DATELINE_API size_t dateline_answer_notices(const dateline_answer* answer);
DATELINE_API const char* dateline_answer_notice_code(const dateline_answer* answer, size_t number);
DATELINE_API const char* dateline_answer_notice_text(const dateline_answer* answer, size_t number);
// All of it, facets and significant words among it, as the functions above have it. Belongs to the
// answer.
DATELINE_API const char* dateline_answer_json(const dateline_answer* answer);
DATELINE_API void dateline_answer_free(dateline_answer* answer);

// A member of the hit that is text, by its key in JSON: "id", "url", "headline", "standfirst",
// "source", "section", "published", "language", "snippet" (HTML-escaped, in which only <mark> is
// markup), "story". NULL where the hit has none of that name.
DATELINE_API const char* dateline_hit_text(const dateline_hit* hit, const char* key);
// A member that is a number: "rank", "score", "copies"; `missing` where the hit has none.
DATELINE_API double dateline_hit_number(const dateline_hit* hit, const char* key, double missing);
// All of it, byline and entities among it, on one line.
DATELINE_API const char* dateline_hit_json(const dateline_hit* hit);

// Called for each hit, in their order, in the thread that called dateline_stream(). `hit` goes when
// it returns. 0: no more are wanted. It may not call on the same searcher, nor throw.
typedef int (*dateline_take_hit)(const dateline_hit* hit, void* context);

// All hits of a query, of any number, one after another in memory that does not grow with them: as
// many as the option "limit" says, or all. The answer that it returns has no hits itself. NULL on
// failure, which may come after some hits.
DATELINE_API dateline_answer* dateline_stream(dateline_searcher* searcher, const char* query,
                                              const dateline_request* request,
                                              dateline_take_hit take, void* context,
                                              dateline_error** error);

// ---- Writing

// An index that is open to be written. It holds the writer's lock, the same as `dateline-index`
// does, until it is closed: one writer at a time.
typedef struct dateline_index dateline_index;

typedef enum dateline_outcome {
  DATELINE_FAILED = 0,
  DATELINE_ADDED = 1,
  DATELINE_REPLACED = 2,   // an article with the same id was there
  DATELINE_UNCHANGED = 3,  // these very bytes were there
  DATELINE_OUTDATED = 4,   // a later word of its agency's was there, and stays
  DATELINE_BLOCKED = 5     // it was taken down with `dateline-index remove --block`
} dateline_outcome;

// Opens the index in `directory`, which is made where there is none. To be closed with
// dateline_index_close(). NULL on failure: DATELINE_LOCKED, with who has it; DATELINE_FOREIGN,
// DATELINE_FORMAT, DATELINE_CORRUPT, DATELINE_IO. A writer may take a gigabyte of memory while it
// adds. That segments can be written the fast way is tried once for a version of Xapian, and noted
// in the user's cache ($XDG_CACHE_HOME/dateline, or ~/.cache/dateline).
DATELINE_API dateline_index* dateline_index_open(const char* directory, dateline_error** error);

// Options of what is added from here on, named as those of `dateline-index add`: "access" (a group
// that may see it; one more by each call), "entities" (on, none), "keep-all" and "strict" (true,
// false). 1, or 0 on failure.
DATELINE_API int dateline_index_set(dateline_index* index, const char* name, const char* value,
                                    dateline_error** error);

// Adds one article of `size` bytes. `format`: "json" (an article record), "html" (a page), "text";
// NULL or "auto" to tell by content. `url`: where a page was fetched from; NULL where that is not
// known. The id is the record's, else made of the address, else of the bytes: then another version
// is another article. Articles are seen by searches once they are committed, which happens by
// itself too, where memory or a minute is up.
//
// DATELINE_FAILED on failure: DATELINE_INVALID_INPUT costs this article alone, with the reason in
// the error. After any other nothing more can be added: close it, and what was not committed is
// lost.
DATELINE_API dateline_outcome dateline_index_add(dateline_index* index, const void* bytes,
                                                 size_t size, const char* format, const char* url,
                                                 dateline_error** error);

// Removes the article with this id, or the articles with this address; it is gone for searches with
// the next commit. 1, or 0 on failure. Where `removed` is not NULL, it gets how many there were,
// which may be none.
DATELINE_API int dateline_index_remove_id(dateline_index* index, const char* id, uint64_t* removed,
                                          dateline_error** error);
DATELINE_API int dateline_index_remove_url(dateline_index* index, const char* url,
                                           uint64_t* removed, dateline_error** error);

// Makes all of it durable and seen, and folds segments where there are too many of like size, which
// now and then takes as long as writing these anew. 1, or 0 on failure, where the index is as the
// last commit left it.
DATELINE_API int dateline_index_commit(dateline_index* index, dateline_error** error);

// Articles in the index, with those not committed. 0 where they cannot be counted, and for NULL.
DATELINE_API uint64_t dateline_index_articles(dateline_index* index);

// What is not committed is lost.
DATELINE_API void dateline_index_close(dateline_index* index);

#ifdef __cplusplus
}
#endif
// NOLINTEND(readability-identifier-naming, modernize-redundant-void-arg)

#endif
