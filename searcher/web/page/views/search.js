// The list of articles: hits first, as soon as they are there; counts of filters and of time are asked for once the hits are painted,
// and put into places that are kept free, so that nothing jumps. Of a page that is opened, the hits that a usual window shows come
// alone into the first frame, and what lies below them into the next.

import { h } from "../../elements/common/dom.js";
import { Problem, zone } from "../../elements/common/service.js";
import { exportBar } from "../parts/export.js";
import { activeFilters, FACET_PARAMETERS, facetElements } from "../parts/facets.js";
import { countsOverTime, Histogram, periodForm } from "../parts/histogram.js";
import { hitElement } from "../parts/hit.js";
import { noticeElement, nothingFound, problemElement } from "../parts/messages.js";
import { foundText, paging, toolbar } from "../parts/toolbar.js";
import { splitQuery } from "../query.js";
import { changed, isIdle, searchParameters } from "../state.js";

const SIGNIFICANT = 8;
// So long an answer may be away before a word is said about it.
const PATIENCE = 1500;
// A page in the background has no frames, and waits no longer for one.
const LONGEST_FRAME = 250;
// Hits that a window shows before it is scrolled.
const IN_SIGHT = 5;

function title(page) {
  const { t, state } = page;
  if (isIdle(state)) return t.newest;
  const { words } = splitQuery(state.q);
  return words ? t.resultsFor(words) : t.results;
}

// The parts of the view, which stay while their contents change.
class Layout {
  constructor(page) {
    const { t } = page;
    this.heading = h("h1", { tabindex: "-1" });
    this.problem = h("div", { class: "problem-place" });
    this.histogram = new Histogram(page);
    this.active = h("div", { class: "active-place" });
    this.toolbar = h("div", { class: "toolbar-place" });
    this.list = h("div", { class: "hits" });
    this.export = exportBar(page);
    this.paging = h("div");
    this.facets = h("div", { class: "facets" });
    this.about = h("div", { class: "about" });
    this.period = h("div");
    this.filters = h("details", { class: "filters" }, h("summary", {}, t.filters), this.period, this.facets, this.about);
    this.wide = matchMedia("(min-width: 60rem)");
    this.filters.open = this.wide.matches;
    this.wide.addEventListener("change", () => { this.filters.open = this.wide.matches; });
    this.element = h("div", { class: "search-view" }, this.problem,
      h("div", { class: "overview" }, this.heading, this.histogram.element, this.active),
      h("aside", { class: "rail", "aria-label": t.filters }, this.filters),
      h("div", { class: "column" }, this.toolbar, this.list, this.paging, this.export));
  }
}

// Puts new contents into a place; a control that had the focus and is there again keeps it.
function put(place, ...contents) {
  const key = place.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  place.replaceChildren(...contents.flat().filter(Boolean));
  if (key) [...place.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key)?.focus({ preventScroll: true });
}

function listOf(page, hits) {
  return hits.map((hit) => hitElement(page, hit));
}

// The first so many hits, and what stands above them.
function showAnswer(page, layout, answer, many) {
  const { t, state } = page;
  put(layout.problem);
  // Nothing over all of time has no bars; nothing in a period may have some beside it.
  layout.element.classList.toggle("barless", answer.total.value === 0 && !state.from && !state.to);
  layout.element.classList.remove("failed");
  put(layout.toolbar, toolbar(page, answer), noticeElement(page, answer.notices, answer.partial));
  put(layout.list, answer.hits.length > 0 ? listOf(page, answer.hits.slice(0, many)) : nothingFound(page, answer.suggestions));
  page.say(answer.total.value === 0 ? t.noHits : `${title(page)}: ${foundText(page, answer)}. ${t.page(Math.floor(state.offset / state.limit) + 1)}`);
}

// What lies below: the other hits, and what stands under the list.
function showRest(page, layout, answer, many) {
  layout.list.append(...listOf(page, answer.hits.slice(many)));
  put(layout.paging, paging(page, answer));
  layout.export.follow(answer);
  layout.list.removeAttribute("aria-busy");
}

function showProblem(page, layout, problem) {
  put(layout.problem, problemElement(page, problem));
  layout.element.classList.add("failed");
  put(layout.toolbar);
  put(layout.list);
  layout.list.removeAttribute("aria-busy");
  put(layout.paging);
  layout.export.follow(null);
  if (problem.offset !== undefined) page.frame.box.markWrong(true);
}

function showSignificant(page, layout, words) {
  const { t, state } = page;
  const address = ({ text, kind }) => {
    const field = { person: "person:", organisation: "org:", place: "place:" }[kind];
    return changed(state, { q: `${state.q} ${field ? `${field}"${text.replaceAll('"', " ")}"` : text}` });
  };
  put(layout.about, words.length === 0 ? [] : [h("h2", {}, t.significant), h("ul", { class: "chips" },
    words.map((one) => h("li", {}, h("a", { class: "chip", href: address(one), "data-key": `word-${one.text}`, dir: "auto" }, one.text))))]);
}

// When the browser has painted what is there. A frame is drawn by other threads after its callbacks, and they had better have the
// processors for themselves; by the next frame's it is drawn.
function painted() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
    setTimeout(resolve, LONGEST_FRAME);
  });
}

// The counts that stand beside the hits. Without them the hits are still worth having.
async function showCounts(page, layout, signal) {
  const { limit, offset, ...asked } = searchParameters(page.state);
  const facets = page.get("search", { ...asked, limit: "0", facet: FACET_PARAMETERS, significant: isIdle(page.state) ? "" : SIGNIFICANT, tz: zone() }, signal)
    .then((answer) => {
      put(layout.facets, facetElements(page, answer.facets));
      showSignificant(page, layout, answer.significant);
    });
  const time = countsOverTime(page, signal).then((counts) => layout.histogram.show(counts), (error) => {
    if (error instanceof Problem) layout.histogram.show(null);
  });
  await Promise.allSettled([facets, time]);
  if (!signal.aborted) layout.filters.removeAttribute("aria-busy");
}

async function showBelow(page, layout, answer, many, signal) {
  layout.filters.setAttribute("aria-busy", "true");
  await painted();
  if (signal.aborted) return;
  if (many < answer.hits.length) showRest(page, layout, answer, many);
  put(layout.period, periodForm(page));
  await showCounts(page, layout, signal);
}

export async function show(page, signal, entered) {
  const many = page.layout || page.mayReuse ? Infinity : IN_SIGHT;
  page.layout ??= new Layout(page);
  const { layout } = page;
  if (entered) page.content.replaceChildren(layout.element);
  layout.heading.textContent = title(page);
  put(layout.active, activeFilters(page));
  if (layout.list.childElementCount === 0) put(layout.toolbar, toolbar(page, null));
  const slow = setTimeout(() => page.say(page.t.slow), PATIENCE);
  try {
    const answer = await page.get("search", { ...searchParameters(page.state), tz: zone() }, signal);
    showAnswer(page, layout, answer, many);
    if (many < answer.hits.length) layout.list.setAttribute("aria-busy", "true");
    else showRest(page, layout, answer, many);
    showBelow(page, layout, answer, many, signal);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    showProblem(page, layout, error);
  } finally {
    clearTimeout(slow);
  }
}
