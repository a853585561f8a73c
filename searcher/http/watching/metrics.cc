#include "searcher/http/watching/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace dateline::http {
namespace {

using Counters = prometheus::Family<prometheus::Counter>;
using GaugeFamily = prometheus::Family<prometheus::Gauge>;
using Histograms = prometheus::Family<prometheus::Histogram>;

// Seconds. A search takes milliseconds, and 10 s is the longest deadline.
prometheus::Histogram::BucketBoundaries buckets() {
  return {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
}

Counters& counters(prometheus::Registry& registry, const char* name, const char* help) {
  return prometheus::BuildCounter().Name(name).Help(help).Register(registry);
}

GaugeFamily& gauges(prometheus::Registry& registry, const char* name, const char* help) {
  return prometheus::BuildGauge().Name(name).Help(help).Register(registry);
}

}  // namespace

struct Metrics::Families {
  prometheus::Registry registry;
  Counters& requests =
      counters(registry, "dateline_requests_total", "Requests answered, by route and status");
  Counters& refusals = counters(registry, "dateline_refused_total",
                                "Requests and connections that were not served, by reason");
  Histograms& times = prometheus::BuildHistogram()
                          .Name("dateline_request_seconds")
                          .Help("From a request's head to its response, by route")
                          .Register(registry);
  GaugeFamily& workers = gauges(registry, "dateline_workers", "Threads that search");
  GaugeFamily& busy = gauges(registry, "dateline_workers_busy", "Those that have work in hand");
  GaugeFamily& waiting = gauges(registry, "dateline_queue_requests", "Requests that wait for one");
  GaugeFamily& connections = gauges(registry, "dateline_connections", "Open connections");
  GaugeFamily& revision =
      gauges(registry, "dateline_index_revision", "The number of the newest commit that is served");
  GaugeFamily& articles = gauges(registry, "dateline_index_articles", "Articles of an index");
  GaugeFamily& stale = gauges(registry, "dateline_index_stale",
                              "1 where the newest commit cannot be read and an older one answers");
};

Metrics::Metrics() : families_(std::make_unique<Families>()) {}
Metrics::~Metrics() = default;

void Metrics::answered(std::string_view route, int status, std::chrono::microseconds took) {
  const std::string name(route);
  families_->requests.Add({{"route", name}, {"status", std::to_string(status)}}).Increment();
  families_->times.Add({{"route", name}}, buckets())
      .Observe(std::chrono::duration<double>(took).count());
}

void Metrics::refused(std::string_view reason) {
  families_->refusals.Add({{"reason", std::string(reason)}}).Increment();
}

std::string Metrics::text(const Gauges& now) {
  Families& all = *families_;
  all.workers.Add({}).Set(static_cast<double>(now.workers));
  all.busy.Add({}).Set(static_cast<double>(now.busy));
  all.waiting.Add({}).Set(static_cast<double>(now.waiting));
  all.connections.Add({}).Set(static_cast<double>(now.connections));
  for (const IndexState& index : now.indexes) {
    const prometheus::Labels labels{{"index", index.name}};
    all.stale.Add(labels).Set(index.trouble ? 1 : 0);
    if (!index.revision) continue;
    all.revision.Add(labels).Set(static_cast<double>(*index.revision));
    all.articles.Add(labels).Set(static_cast<double>(index.articles));
  }
  return prometheus::TextSerializer().Serialize(all.registry.Collect());
}

}  // namespace dateline::http
