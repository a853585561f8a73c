#include "searcher/http/application.h"

#include <fmt/format.h>

#include <chrono>
#include <utility>

#include "common/base/contained.h"
#include "searcher/http/config/networks.h"
#include "searcher/http/mcp/mcp.h"
#include "searcher/http/messages/problem.h"
#include "searcher/http/messages/target.h"
#include "searcher/http/routes/caching.h"
#include "searcher/http/routes/cross_origin.h"
#include "searcher/http/routes/open_api.h"
#include "searcher/http/routes/page_files.h"
#include "searcher/http/routes/router.h"
#include "searcher/http/routes/service_documents.h"
#include "searcher/http/watching/access_line.h"
#include "searcher/http/watching/trace.h"

namespace dateline::http {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::string_view kMethods = "GET, HEAD, OPTIONS";

std::string_view name_of_method(Method method) {
  switch (method) {
    case Method::kGet:
      return "GET";
    case Method::kHead:
      return "HEAD";
    case Method::kPost:
      return "POST";
    case Method::kOptions:
      return "OPTIONS";
    case Method::kOther:
      break;
  }
  return "OTHER";
}

HttpResponse wrong_method(std::string_view allowed) {
  HttpResponse response = problem(405, "method", fmt::format("this is asked with {}", allowed));
  response.set("Allow", std::string(allowed));
  return response;
}

HttpResponse denial_of(const Denial& denial) {
  const bool bad_token = denial.status == 401;
  HttpResponse response = problem(denial.status, bad_token ? "token" : "access", denial.detail);
  if (bad_token) response.set("WWW-Authenticate", "Bearer error=\"invalid_token\"");
  return response;
}

QueueBounds bounds_of(const Settings& settings) {
  const std::size_t workers = settings.worker_count();
  return {settings.limits.queue, settings.limits.queue_of_one, workers > 1 ? workers - 1 : 1};
}

HttpResponse plain_document(std::string body, std::string type) {
  HttpResponse response;
  response.set("Content-Type", std::move(type));
  response.body = std::move(body);
  return response;
}

}  // namespace

Result<std::shared_ptr<const Conduct>> Conduct::open(const Settings& settings) {
  auto gate = Gate::open(settings);
  if (!gate) return failure(gate.error());
  auto access = LogFile::open(settings.access_log);
  if (!access) return failure(access.error());
  auto unanswered = LogFile::open(settings.unanswered_log);
  if (!unanswered) return failure(unanswered.error());
  auto audit = LogFile::open(settings.audit_log);
  if (!audit) return failure(audit.error());
  return std::make_shared<const Conduct>(Conduct{settings, std::move(*gate), std::move(*access),
                                                 std::move(*unanswered), std::move(*audit)});
}

// One request from its arrival to its response. Used by one thread at a time.
struct Application::Exchange {
  HttpRequest request;
  Reply reply;
  std::shared_ptr<const Conduct> conduct;
  SteadyClock::time_point began = SteadyClock::now();
  SteadyClock::time_point taken_up = began;
  Trace trace;
  Asker asker;
  Target target;
  Routed routed;
  std::size_t index = 0;
  std::chrono::sys_seconds asked_at = {};
  IndexState state = {};  // of the index, when it was asked
  std::string tag;        // made of these
  Outcome outcome;

  AccessLine line(const HttpResponse& response) const {
    AccessLine line;
    line.when = std::chrono::system_clock::now();
    line.trace = trace;
    line.client = asker.address;
    line.user = asker.name;
    line.method = name_of_method(request.method);
    line.route = routed.name;
    line.index = routed.index;
    line.status = response.status;
    line.bytes = response.body.size();
    line.streamed = response.stream != nullptr;
    line.found = outcome.found;
    return line;
  }

  Question question() const {
    return {request, target, asker, conduct->settings.limits, routed.id};
  }
};

Application::Application(std::shared_ptr<const Conduct> conduct,
                         std::vector<Workers::Searchers> searchers, Metrics& metrics,
                         const Clock& clock)
    : clock_(clock),
      metrics_(metrics),
      board_(conduct->settings.indexes),
      conduct_(std::move(conduct)),
      workers_(std::move(searchers), bounds_of(conduct_->settings)) {
  board_.refresh();
}

Application::~Application() = default;

std::shared_ptr<const Conduct> Application::conduct() const {
  const std::lock_guard lock(mutex_);
  return conduct_;
}

void Application::change(std::shared_ptr<const Conduct> conduct) {
  const std::lock_guard lock(mutex_);
  conduct_ = std::move(conduct);
}

void Application::handle(HttpRequest request, Reply reply) {
  const auto exchange = std::make_shared<Exchange>();
  exchange->request = std::move(request);
  exchange->reply = std::move(reply);
  exchange->conduct = conduct();
  exchange->trace = trace_of(exchange->request);
  exchange->asker.address = exchange->conduct->gate.address_of(exchange->request);
  const Status routed = contained([&]() -> Status {
    route(exchange);
    return {};
  });
  if (!routed) finish(*exchange, problem_of(routed.error()));
}

void Application::route(const SharedExchange& exchange) {
  const HttpRequest& request = exchange->request;
  const Settings& settings = exchange->conduct->settings;
  auto target = read_target(request.target);
  if (!target) return finish(*exchange, wrong_request(target.error()));
  exchange->target = std::move(*target);
  exchange->routed = route_of(exchange->target, settings.base_path);
  if (request.method == Method::kOptions) {
    return finish(*exchange, options_of(request, settings.cors, kMethods));
  }
  const bool is_mcp = exchange->routed.place == Place::kMcp;
  if (exchange->routed.place == Place::kNowhere || (is_mcp && !settings.mcp)) {
    return finish(*exchange, problem(404, "not-found", "there is nothing at this path",
                                     "/openapi.yaml lists what there is"));
  }
  const bool reads = request.method == Method::kGet || request.method == Method::kHead;
  if (is_mcp ? request.method != Method::kPost : !reads) {
    metrics_.refused("method");
    return finish(*exchange, wrong_method(is_mcp ? "POST, OPTIONS" : kMethods));
  }
  if (!is_mcp && exchange->routed.place != Place::kIndex) {
    return finish(*exchange, document(*exchange));
  }
  ask_index(exchange);
}

void Application::ask_index(const SharedExchange& exchange) {
  const HttpRequest& request = exchange->request;
  auto asker = exchange->conduct->gate.admit(request, clock_.now());
  if (!asker) {
    metrics_.refused("access");
    return finish(*exchange, denial_of(asker.error()));
  }
  exchange->asker = std::move(*asker);
  if (exchange->routed.place == Place::kMcp) return have_searched(exchange);
  const auto index = board_.find(exchange->routed.index);
  if (!index) return finish(*exchange, problem(404, "not-found", "there is no index of this name"));
  exchange->index = *index;
  exchange->asked_at = clock_.now();
  exchange->state = board_.state(*index);
  exchange->tag = tag_of(exchange->question(), exchange->state, exchange->asked_at);
  if (!has_answer(request, exchange->tag)) return have_searched(exchange);
  HttpResponse response;
  response.status = 304;
  put_caching(response, exchange->tag, exchange->asker, true);
  finish(*exchange, std::move(response));
}

void Application::have_searched(const SharedExchange& exchange) {
  const Admission admission = workers_.take(
      client_of(exchange->asker.address), [this, exchange](Workers::Searchers& searchers) {
        exchange->taken_up = SteadyClock::now();
        if (exchange->request.gone.stop_requested()) {
          return finish(*exchange, problem(503, "gone", "the client has gone"));
        }
        const Status searched = contained([&]() -> Status {
          search(*exchange, searchers);
          return {};
        });
        if (!searched) exchange->outcome.response = problem_of(searched.error());
        finish(*exchange, std::move(exchange->outcome.response));
      });
  if (admission == Admission::kTaken) return;
  const bool all = admission == Admission::kFull;
  metrics_.refused(all ? "busy" : "client");
  finish(*exchange, all ? problem(503, "busy", "too many requests wait", "ask again in a moment")
                        : problem(429, "busy", "too many requests of this client wait",
                                  "wait for their answers first"));
}

void Application::search(Exchange& exchange, Workers::Searchers& searchers) {
  search::Searcher& searcher = searchers[exchange.index];
  if (exchange.routed.place == Place::kMcp) return answer_assistant(exchange, searcher);
  Outcome& outcome = exchange.outcome;
  Question question = exchange.question();
  question.go_on = [this, client = client_of(exchange.asker.address),
                    index = exchange.index](std::function<void(search::Searcher&)> work) {
    workers_.go_on(client,
                   [index, work = std::move(work)](Workers::Searchers& own) { work(own[index]); });
  };
  outcome = exchange.routed.route->answer(question, searcher);
  board_.note(exchange.index, searcher.stale_because());
  if (outcome.response.status != 200) return;
  note_change(exchange, searcher);
  put_caching(outcome.response, exchange.tag, exchange.asker, outcome.complete);
  compress(outcome.response, exchange.request);
}

// The answer may hold for less long than was known when it was asked for: whoever answered has looked.
// The commit in its tag stays the one before, which at worst has the answer asked for once more.
void Application::note_change(Exchange& exchange, const search::Searcher& searcher) {
  if (exchange.asker.sees_all_statuses) return;
  exchange.state.changes_at = searcher.changes_at();
  board_.note_change(exchange.index, exchange.state.changes_at);
  exchange.tag = tag_of(exchange.question(), exchange.state, exchange.asked_at);
}

void Application::answer_assistant(Exchange& exchange, search::Searcher& searcher) {
  HttpResponse& response = exchange.outcome.response;
  // A page of another site that found its way here asks in its reader's name (DNS rebinding).
  if (exchange.request.count("Origin") > 0 &&
      !origin_may_read(exchange.request, exchange.conduct->settings.cors)) {
    response = problem(403, "access", "pages of this site may not ask");
    return;
  }
  const Settings& settings = exchange.conduct->settings;
  const auto answer = answer_mcp(exchange.request.body, [&](const IndexRoute& route,
                                                            const Target& target,
                                                            const std::string& id) {
    return route.answer({exchange.request, target, exchange.asker, settings.limits, id}, searcher);
  });
  response.status = answer ? 200 : 202;
  response.set("Cache-Control", "no-store");
  if (!answer) return;
  response.set("Content-Type", "application/json");
  response.body = *answer;
}

HttpResponse Application::document(const Exchange& exchange) {
  const std::string& base_path = exchange.conduct->settings.base_path;
  const bool tls = !exchange.conduct->settings.tls_cert.empty();
  switch (exchange.routed.place) {
    case Place::kHealth:
      return health(board_.states(), stopping_);
    case Place::kMetrics:
      return plain_document(metrics_.text({workers_.threads(), workers_.busy(), workers_.waiting(),
                                           connections_(), board_.states()}),
                            "text/plain; version=0.0.4; charset=utf-8");
    case Place::kOpenSearch:
      return open_search(base_of(exchange.request, base_path, tls));
    case Place::kPage:
      return page_response(*exchange.routed.file, exchange.request);
    default:
      return plain_document(open_api_document(base_path), "application/yaml");
  }
}

void Application::finish(Exchange& exchange, HttpResponse response) {
  response.set("X-Request-ID", exchange.trace.request_id);
  response.set("X-Content-Type-Options", "nosniff");
  let_origin_read(response, exchange.request, exchange.conduct->settings.cors);
  note(exchange, response);
  const Reply reply = std::move(exchange.reply);
  reply(std::move(response));
}

void Application::note(const Exchange& exchange, const HttpResponse& response) {
  const auto elapsed = [](SteadyClock::time_point from, SteadyClock::time_point to) {
    return std::chrono::duration_cast<std::chrono::microseconds>(to - from);
  };
  const auto took = elapsed(exchange.began, SteadyClock::now());
  metrics_.answered(exchange.routed.name, response.status, took);
  audit(exchange, response);
  const Conduct& conduct = *exchange.conduct;
  if (!conduct.access_log->keeps() && !conduct.unanswered_log->keeps()) return;
  const Outcome& outcome = exchange.outcome;
  AccessLine line = exchange.line(response);
  line.waited = elapsed(exchange.began, exchange.taken_up);
  line.took = took;
  if (conduct.settings.log_queries && !outcome.query.empty()) line.query = outcome.query;
  conduct.access_log->write(to_json(line));
  if (outcome.found == std::uint64_t{0} && outcome.complete) {
    line.query = outcome.query;
    conduct.unanswered_log->write(to_json(line));
  }
}

// An inquiry into a leak asks who was sent what: so what failed is no part of it, and what the
// client had already is.
void Application::audit(const Exchange& exchange, const HttpResponse& response) {
  const LogFile& log = *exchange.conduct->audit_log;
  if (!log.keeps() || exchange.routed.route == nullptr) return;
  if (response.status != 200 && response.status != 304) return;
  exchange.conduct->audit_log->write(
      to_audit_json(exchange.line(response), exchange.asker.groups, exchange.request.target));
}

}  // namespace dateline::http
