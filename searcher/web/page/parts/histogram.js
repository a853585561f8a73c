// Articles over time, as bars that choose a period: by a click on one, by dragging across several, or by two sliders that the arrow
// keys move. The bars are of all time, so that the period that is chosen shows as a part of it.

import { h, svg } from "../../elements/common/dom.js";
import { spanText } from "../../elements/common/wording.js";
import { changed } from "../state.js";

const HEIGHT = 64;
// More bars than that are too thin to hit, and are counted by year.
const MOST_BARS = 160;
// Fewer than that tell nothing, and are counted by a shorter span.
const LEAST_BARS = 4;

function byYear(buckets) {
  const years = new Map();
  for (const { start, articles } of buckets) {
    const year = `${start.slice(0, 4)}-01-01`;
    years.set(year, (years.get(year) ?? 0) + articles);
  }
  return [...years].map(([start, articles]) => ({ start, articles }));
}

// {by, buckets} of what the state asks for, whatever its dates; null where there is nothing to show.
export async function countsOverTime(page, signal) {
  const { q, match } = page.state;
  const ask = (by) => page.get("trend", { q: q.trim() || "*", match: match === "all" ? "" : match, by }, signal)
    .then((trend) => ({ by: trend.by, buckets: trend.series[0].buckets }));
  const months = await ask("month");
  if (months.buckets.length > MOST_BARS) return { by: "year", buckets: byYear(months.buckets) };
  if (months.buckets.length > 0 && months.buckets.length < LEAST_BARS) return ask("day");
  return months.buckets.length > 0 ? months : null;
}

// "2021-11-01" by month is "2021-11": what stands in from and to.
function dateOf(start, by) {
  return { year: start.slice(0, 4), month: start.slice(0, 7) }[by] ?? start.slice(0, 10);
}

export class Histogram {
  constructor(page) {
    this.page = page;
    const { t } = page;
    this.bars = svg("g", {});
    this.drawing = svg("svg", { class: "bars", "aria-hidden": "true", preserveAspectRatio: "none" }, this.bars);
    this.range = h("div", { class: "range" });
    this.thumbs = [this.thumb(0, t.histogramFrom), this.thumb(1, t.histogramTo)];
    this.plot = h("div", { class: "plot" }, this.drawing, this.range, this.thumbs);
    this.tip = h("span", { class: "tip" });
    this.axis = h("div", { class: "axis", "aria-hidden": "true" });
    this.element = h("section", { class: "histogram", "aria-labelledby": "histogram-title" },
      h("h2", { id: "histogram-title", class: "unseen" }, t.histogram),
      h("p", { class: "unseen", id: "histogram-help" }, t.histogramHelp), this.plot, this.axis, h("p", { class: "tip-line" }, this.tip));
    this.listen();
  }

  thumb(which, label) {
    return h("div", {
      class: "thumb", role: "slider", tabindex: "0", "aria-label": label, "aria-describedby": "histogram-help", hidden: true, "data-key": `thumb-${which}`,
      onkeydown: (event) => this.onKey(event, which),
    });
  }

  listen() {
    this.plot.addEventListener("pointerdown", (event) => this.begin(event));
    this.plot.addEventListener("pointermove", (event) => this.follow(event));
    this.plot.addEventListener("pointerup", (event) => this.end(event));
    this.plot.addEventListener("pointercancel", () => this.show(this.counts));
    this.plot.addEventListener("pointerleave", () => { if (!this.dragged) this.tip.textContent = this.chosenText(); });
    // Who moves an end and goes away means it.
    this.element.addEventListener("focusout", (event) => {
      if (this.moved && !this.element.contains(event.relatedTarget)) this.commit();
    });
  }

  show(counts) {
    this.counts = counts;
    this.dragged = null;
    this.moved = false;
    this.element.classList.toggle("empty", !counts);
    this.thumbs.forEach((thumb) => { thumb.hidden = !counts; });
    if (!counts) return this.bars.replaceChildren();
    this.drawBars(counts.buckets);
    this.ends = this.chosen();
    this.drawRange();
    return this.drawAxis();
  }

  // The places of the first and the last bar that from and to leave.
  chosen() {
    const { by, buckets } = this.counts;
    const { from, to } = this.page.state;
    const last = buckets.length - 1;
    const first = /^\d/.test(from) && !/^\d+[dwmy]$/.test(from) ? buckets.findIndex((one) => dateOf(one.start, by) >= from.slice(0, dateOf(one.start, by).length)) : 0;
    const end = /^\d/.test(to) ? buckets.findLastIndex((one) => dateOf(one.start, by).slice(0, to.length) <= to) : last;
    return [first < 0 ? last : first, end < 0 ? 0 : end];
  }

  drawBars(buckets) {
    const most = Math.max(1, ...buckets.map((one) => one.articles));
    this.drawing.setAttribute("viewBox", `0 0 ${buckets.length} ${HEIGHT}`);
    const gap = buckets.length > 80 ? 0.12 : 0.18;
    this.bars.replaceChildren(...buckets.map(({ articles }, i) => {
      // One article among thousands is still to be seen.
      const height = articles === 0 ? 0 : Math.max(2, (articles / most) * (HEIGHT - 4));
      return svg("rect", { x: i + gap / 2, y: HEIGHT - height, width: 1 - gap, height });
    }));
  }

  drawRange() {
    const [first, last] = this.ends;
    const { by, buckets } = this.counts;
    const count = buckets.length;
    const whole = first === 0 && last === count - 1;
    this.range.style.insetInlineStart = `${(first / count) * 100}%`;
    this.range.style.inlineSize = `${((last + 1 - first) / count) * 100}%`;
    this.element.classList.toggle("whole", whole);
    [...this.bars.children].forEach((bar, i) => bar.classList.toggle("out", i < first || i > last));
    [first, last + 1].forEach((place, which) => {
      const thumb = this.thumbs[which];
      thumb.style.insetInlineStart = `${(place / count) * 100}%`;
      thumb.setAttribute("aria-valuemin", "0");
      thumb.setAttribute("aria-valuemax", String(count - 1));
      thumb.setAttribute("aria-valuenow", String(this.ends[which]));
      thumb.setAttribute("aria-valuetext", spanText(buckets[this.ends[which]].start, by, this.page.locale));
    });
    this.tip.textContent = this.chosenText();
  }

  // The first and the last; between them stands what is chosen.
  drawAxis() {
    const { by, buckets } = this.counts;
    const places = [0, buckets.length - 1];
    this.axis.replaceChildren(...[...new Set(places)].map((place) => h("span", {}, spanText(buckets[place].start, by, this.page.locale, true))));
  }

  chosenText() {
    if (!this.counts) return "";
    const { by, buckets } = this.counts;
    const [first, last] = this.ends;
    const articles = buckets.slice(first, last + 1).reduce((sum, one) => sum + one.articles, 0);
    const names = [...new Set([first, last])].map((place) => spanText(buckets[place].start, by, this.page.locale));
    return this.page.t.barText(names.join(" – "), articles);
  }

  placeOf(event) {
    const box = this.plot.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    const inReadingOrder = getComputedStyle(this.plot).direction === "rtl" ? 1 - share : share;
    const count = this.counts.buckets.length;
    return Math.max(0, Math.min(count - 1, Math.floor(inReadingOrder * count)));
  }

  begin(event) {
    if (!this.counts || event.button !== 0) return;
    event.preventDefault();
    this.plot.setPointerCapture(event.pointerId);
    const place = this.placeOf(event);
    // At the sliders one moves that end; elsewhere one begins a new period.
    const thumb = this.thumbs.indexOf(event.target);
    this.dragged = { fixed: thumb < 0 ? place : this.ends[1 - thumb] };
    if (thumb < 0) this.choose(place, place);
  }

  follow(event) {
    if (!this.counts) return;
    const place = this.placeOf(event);
    if (this.dragged) return this.choose(this.dragged.fixed, place);
    const { start, articles } = this.counts.buckets[place];
    this.tip.textContent = this.page.t.barText(spanText(start, this.counts.by, this.page.locale), articles);
    return undefined;
  }

  end(event) {
    if (!this.dragged) return;
    this.choose(this.dragged.fixed, this.placeOf(event));
    this.dragged = null;
    this.commit();
  }

  choose(a, b) {
    this.ends = [Math.min(a, b), Math.max(a, b)];
    this.moved = true;
    this.drawRange();
  }

  onKey(event, which) {
    const last = this.counts.buckets.length - 1;
    const now = this.ends[which];
    const to = {
      ArrowLeft: now - 1, ArrowDown: now - 1, ArrowRight: now + 1, ArrowUp: now + 1, PageDown: now - 12, PageUp: now + 12, Home: 0, End: last,
    }[event.key];
    if (event.key === "Enter" && this.moved) return this.commit();
    if (to === undefined) return undefined;
    event.preventDefault();
    const bound = which === 0 ? Math.max(0, Math.min(to, this.ends[1])) : Math.min(last, Math.max(to, this.ends[0]));
    const ends = [...this.ends];
    ends[which] = bound;
    return this.choose(...ends);
  }

  commit() {
    this.moved = false;
    const { by, buckets } = this.counts;
    const [first, last] = this.ends;
    const from = first === 0 ? "" : dateOf(buckets[first].start, by);
    const to = last === buckets.length - 1 ? "" : dateOf(buckets[last].start, by);
    this.page.go(changed(this.page.state, { from, to, sort: this.page.state.sort }));
  }
}

export function periodForm(page) {
  const { state, t } = page;
  const from = h("input", { name: "from", id: "from", value: state.from, placeholder: "2021-11", autocomplete: "off" });
  const to = h("input", { name: "to", id: "to", value: state.to, placeholder: "2022", autocomplete: "off" });
  const form = h("form", { class: "period" }, h("h2", {}, t.dates),
    h("label", { for: "from" }, t.from), from, h("label", { for: "to" }, t.to), to,
    h("button", { type: "submit", "data-key": "period" }, t.apply), h("p", { class: "hint" }, t.dateHint));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    page.go(changed(page.state, { from: from.value.trim(), to: to.value.trim() }));
  });
  return form;
}
