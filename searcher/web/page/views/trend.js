// Several queries side by side over time: a chart, the table behind it, and both as files.

import { h } from "../../elements/common/dom.js";
import { Problem } from "../../elements/common/service.js";
import { chartCsv, chartFile, chartOf, chartTable } from "../parts/chart.js";
import { download } from "../parts/export.js";
import { noticeElement, problemElement } from "../parts/messages.js";
import { addressOf, searchFor } from "../state.js";

const MOST = 6;

function queryRow(page, query, number, many, remove) {
  const { t } = page;
  const id = `trend-q-${number}`;
  return h("div", { class: "trend-row" }, h("span", { class: `swatch series-${number}`, "aria-hidden": "true" }),
    h("label", { for: id, class: "unseen" }, t.trendQuery(number)),
    h("input", { id, value: query, maxlength: "4096", dir: "auto", autocomplete: "off", spellcheck: "false" }),
    many ? h("button", { type: "button", class: "quiet", "aria-label": t.removeQuery(number), onclick: () => remove(number - 1) }, "×") : null);
}

function queryForm(page) {
  const { t, state } = page;
  const rows = h("div");
  const values = () => [...rows.querySelectorAll("input")].map((input) => input.value);
  const draw = (queries) => rows.replaceChildren(...queries.map((query, i) => queryRow(page, query, i + 1, queries.length > 1,
    (at) => draw(values().filter((_, place) => place !== at)))));
  const add = h("button", { type: "button", class: "quiet", onclick: () => {
    if (values().length >= MOST) return;
    draw([...values(), ""]);
    rows.lastElementChild.querySelector("input").focus();
  } }, t.addQuery);
  const by = h("select", { id: "by", "data-key": "by" }, Object.entries(t.spans).map(([value, text]) => h("option", { value }, text)));
  by.value = state.by || "month";
  draw(state.queries.length > 0 ? state.queries.slice(0, MOST) : [""]);
  const form = h("form", { class: "trend-form" }, rows, h("div", { class: "trend-choices" }, add,
    h("label", { for: "by" }, t.spanName), by, h("button", { type: "submit" }, t.show)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    page.go(addressOf({ ...state, queries: values().map((one) => one.trim()).filter(Boolean), by: by.value === "month" ? "" : by.value }));
  });
  return form;
}

function result(page, trend) {
  const { t, state } = page;
  const queries = trend.series.map((one) => one.query);
  if (trend.series[0].buckets.length === 0) return h("p", {}, t.noHits);
  const chart = chartOf(page, trend, t.chartTitle(queries.join(", ")));
  const save = (label, name, type, make) => h("button", { type: "button", onclick: () => download(name, type, [make()]) }, label);
  return h("div", {}, h("figure", {}, chart,
    h("figcaption", {}, h("ul", { class: "legend" }, queries.map((query, i) => h("li", {}, h("span", { class: `swatch series-${i + 1}`, "aria-hidden": "true" }),
      h("a", { href: searchFor(state, { q: query }), dir: "auto" }, query), ` ${t.found(trend.series[i].total, trend.series[i].total)}`))),
    trend.series.some((one) => one.buckets.some((bucket) => bucket.burst)) ? h("p", { class: "hint" }, t.bursts) : null)),
  h("p", { class: "downloads" }, save(t.downloadSvg, "dateline-trend.svg", "image/svg+xml", () => chartFile(chart)),
    save(t.downloadCsv, "dateline-trend.csv", "text/csv;charset=utf-8", () => chartCsv(trend))),
  noticeElement(page, trend.notices ?? [], trend.partial),
  // A wide table scrolls by itself, also by keys.
  h("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": t.table }, chartTable(page, trend)));
}

export async function show(page, signal) {
  const { t, state } = page;
  const place = h("div", { class: "trend-result" });
  page.content.replaceChildren(h("div", { class: "trend-view" }, h("h1", { tabindex: "-1" }, t.trendTitle), queryForm(page), place));
  if (state.queries.length === 0) return place.replaceChildren(h("p", { class: "hint" }, t.trendStart));
  try {
    const { from, to, by } = state;
    const trend = await page.get("trend", { q: state.queries.slice(0, MOST), by: by || "month", from, to }, signal);
    place.replaceChildren(result(page, trend));
    page.say(trend.series.map((one) => `${one.query}: ${t.found(one.total, one.total)}`).join("; "));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    place.replaceChildren(problemElement(page, error));
  }
  return undefined;
}
