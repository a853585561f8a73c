// A line chart as SVG, drawn for the screen and for a file alike, and its table. Lines are told apart by colour and by their shape
// (dashes), so that nobody needs the colours.

import { h, svg } from "../../elements/common/dom.js";
import { numberText, spanText } from "../../elements/common/wording.js";

const EDGES = { left: 56, right: 16, top: 16, bottom: 40 };
export const DASHES = ["none", "7 4", "2 4", "12 4 2 4", "1 3", "16 6"];
const TICKS = 4;
// Room for a label below the chart.
const LABEL = 130;

// As wide as there is room, so that labels are read on a phone too.
function sizeFor(room) {
  const width = Math.min(960, Math.max(320, room - 32));
  return { ...EDGES, width, height: width < 600 ? 280 : 360 };
}

// 1, 2 or 5 times a power of ten, so that some four lines stand below `most`.
export function stepFor(most) {
  const rough = Math.max(1, most / TICKS);
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= rough);
}

function scales(count, most, size) {
  const { width, height, left, right, top, bottom } = size;
  const step = stepFor(most);
  const highest = Math.max(step, Math.ceil(most / step) * step);
  return {
    size, step, highest,
    x: (i) => left + (count < 2 ? 0.5 : i / (count - 1)) * (width - left - right),
    y: (value) => height - bottom - (value / highest) * (height - top - bottom),
  };
}

function gridLines(scale, locale) {
  const { size } = scale;
  const lines = [];
  for (let value = 0; value <= scale.highest; value += scale.step) {
    lines.push(svg("line", { class: "grid", x1: size.left, x2: size.width - size.right, y1: scale.y(value), y2: scale.y(value) }),
      svg("text", { class: "label", x: size.left - 8, y: scale.y(value) + 4, "text-anchor": "end" }, numberText(value, locale)));
  }
  return lines;
}

function periodLabels(buckets, by, scale, locale) {
  const every = Math.max(1, Math.ceil(buckets.length / Math.floor(scale.size.width / LABEL)));
  // The first and the last stay within the drawing.
  const anchor = (i) => ({ 0: "start", [buckets.length - 1]: "end" })[i] ?? "middle";
  return buckets.map(({ start }, i) => (i % every === 0
    ? svg("text", { class: "label", x: scale.x(i), y: scale.size.height - 14, "text-anchor": buckets.length > 1 ? anchor(i) : "middle" }, spanText(start, by, locale, true)) : null));
}

function lineOf(series, i, scale) {
  const points = series.buckets.map(({ articles }, at) => `${scale.x(at).toFixed(1)},${scale.y(articles).toFixed(1)}`);
  const rings = series.buckets.map(({ articles, burst }, at) => (burst
    ? svg("circle", { class: `ring series-${i + 1}`, cx: scale.x(at), cy: scale.y(articles), r: 5 }) : null));
  const single = points.length === 1 ? svg("circle", { class: `dot series-${i + 1}`, cx: scale.x(0), cy: scale.y(series.buckets[0].articles), r: 4 }) : null;
  return svg("g", {}, svg("polyline", { class: `line series-${i + 1}`, points: points.join(" "), "stroke-dasharray": DASHES[i % DASHES.length] }), single, rings);
}

export function chartOf(page, trend, title) {
  const { series, by } = trend;
  const buckets = series[0].buckets;
  const most = Math.max(1, ...series.flatMap((one) => one.buckets.map((bucket) => bucket.articles)));
  const scale = scales(buckets.length, most, sizeFor(document.documentElement.clientWidth));
  return svg("svg", { class: "chart", viewBox: `0 0 ${scale.size.width} ${scale.size.height}`, role: "img", "aria-label": title },
    svg("title", {}, title), gridLines(scale, page.locale), periodLabels(buckets, by, scale, page.locale), series.map((one, i) => lineOf(one, i, scale)));
}

// The chart as a file: what the style sheet says is written into it.
export function chartFile(chart) {
  const copy = chart.cloneNode(true);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const { width, height } = chart.viewBox.baseVal;
  copy.setAttribute("width", width);
  copy.setAttribute("height", height);
  const drawn = chart.querySelectorAll("*");
  copy.querySelectorAll("*").forEach((element, i) => {
    const style = getComputedStyle(drawn[i]);
    for (const name of ["fill", "stroke", "stroke-width", "font-size", "font-family"]) element.setAttribute(name, style.getPropertyValue(name));
  });
  copy.prepend(svg("rect", { width, height, fill: getComputedStyle(document.documentElement).backgroundColor }));
  return new XMLSerializer().serializeToString(copy);
}

export function chartTable(page, trend) {
  const { t, locale } = page;
  const { series, by } = trend;
  const number = (value) => h("td", {}, numberText(value, locale));
  return h("table", { class: "counts" }, h("caption", {}, t.table),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t.period), series.map((one) => h("th", { scope: "col", dir: "auto" }, one.query)))),
    h("tbody", {}, series[0].buckets.map(({ start }, i) => h("tr", {}, h("th", { scope: "row" }, spanText(start, by, locale)),
      series.map((one) => h("td", {}, numberText(one.buckets[i].articles, locale),
        one.buckets[i].burst ? h("span", { title: t.burst, "aria-label": t.burst, role: "img" }, " ◦") : null))))),
    h("tfoot", {}, h("tr", {}, h("th", { scope: "row" }, t.total), series.map((one) => number(one.total)))));
}

// RFC 4180, with the counts as they are.
export function chartCsv(trend) {
  const field = (text) => `"${(/^[=+\-@]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  const rows = trend.series[0].buckets.map(({ start }, i) => [start, ...trend.series.map((one) => one.buckets[i].articles)].join(","));
  return [["start", ...trend.series.map((one) => field(one.query))].join(","), ...rows].map((row) => `${row}\r\n`).join("");
}
