// The page: its address says what it shows (state.js), a view shows it. Links are plain links, so that they can be copied, opened
// in another tab and gone back through; a click on one is answered here without loading the page anew.

import { Problem, Service } from "../elements/common/service.js";
import { buildFrame } from "./parts/frame.js";
import { problemView } from "./parts/messages.js";
import { stateOf } from "./state.js";
import { loadTexts } from "./texts/choose.js";
import * as search from "./views/search.js";

// The other views are loaded when they are first asked for, or when there is nothing else to do.
const VIEWS = {
  search: async () => search,
  article: () => import("./views/article.js"),
  entity: () => import("./views/entity.js"),
  trend: () => import("./views/trend.js"),
};
const MOST_KEPT = 40;
// A page that is opened is laid out once, with its answer, and not first without it, unless the answer takes longer than this (ms).
const LONGEST_BLANK = 150;

// A view that the service did not send. Some browsers ask for a module only once, so that the page has to be loaded anew.
const MISSING = { show: async (page) => problemView(page, new Problem("network"), () => location.reload()) };

class Page {
  constructor(words) {
    Object.assign(this, words); // language, locale, t
    this.base = new URL("./", document.baseURI).href;
    this.content = document.getElementById("content");
    this.selection = new Map(); // hits that are to be exported, by id
    this.answers = new Map(); // by address, for the way back
    this.positions = new Map(); // how far each entry of the history was scrolled
    this.entry = history.state?.entry ?? this.newEntry();
    this.mayReuse = false;
  }

  newEntry() {
    return `${Date.now()}-${Math.random().toString(36).slice(2, 8)}`;
  }

  // What the service answers; on the way back what it answered before, so that one finds what one left.
  async get(path, parameters, signal) {
    const address = this.service.address(path, parameters);
    if (this.mayReuse && this.answers.has(address)) return this.answers.get(address);
    const answer = await this.service.get(path, parameters, { signal });
    this.answers.delete(address);
    this.answers.set(address, answer);
    if (this.answers.size > MOST_KEPT) this.answers.delete(this.answers.keys().next().value);
    return answer;
  }

  say(text) {
    document.getElementById("status").textContent = text;
  }

  // To another state of the page, as a link to `address` would.
  go(address) {
    const url = new URL(address, document.baseURI);
    if (url.href !== location.href) {
      this.entry = this.newEntry();
      history.pushState({ entry: this.entry }, "", url.href);
    }
    this.mayReuse = false;
    return this.show();
  }

  async show({ back = false } = {}) {
    this.running?.abort();
    this.running = new AbortController();
    const { signal } = this.running;
    const before = this.state;
    this.state = stateOf(location.search);
    this.service = new Service(this.base, { index: this.state.index });
    this.frame.follow(this.state);
    this.content.setAttribute("aria-busy", "true");
    const view = await VIEWS[this.state.view]().catch(() => MISSING);
    if (signal.aborted) return;
    const entered = before?.view !== this.state.view;
    if (entered) this.cameFromList = before?.view === "search" && !back;
    await view.show(this, signal, entered).catch((error) => {
      if (error.name !== "AbortError") throw error;
    });
    if (signal.aborted) return;
    this.content.removeAttribute("aria-busy");
    this.settle(before, entered, back);
  }

  // Where the reader is afterwards: where he was in the list, on the way back; else at its top.
  settle(before, entered, back) {
    if (!before) return;
    if (back) scrollTo(0, this.positions.get(this.entry) ?? 0);
    else if (entered || before.offset !== this.state.offset) scrollTo(0, 0);
    if (entered || before.offset !== this.state.offset) this.content.querySelector("h1")?.focus({ preventScroll: true });
  }
}

function isPlainClick(event) {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey && !event.defaultPrevented;
}

// A link to another state of this page, and not to a file or another site.
function ownLink(event) {
  const link = event.target.closest?.("a[href]");
  if (!link || link.target || link.hasAttribute("download")) return null;
  const url = new URL(link.href, document.baseURI);
  const here = new URL(document.baseURI);
  return url.origin === here.origin && url.pathname === here.pathname && !url.hash ? url.href : null;
}

function listen(page) {
  document.addEventListener("click", (event) => {
    const address = isPlainClick(event) ? ownLink(event) : null;
    if (!address) return;
    event.preventDefault();
    page.go(address);
  });
  addEventListener("popstate", () => {
    page.entry = history.state?.entry ?? "first";
    page.mayReuse = true;
    page.show({ back: true });
  });
  addEventListener("scroll", () => page.positions.set(page.entry, scrollY), { passive: true });
}

// Keeps the page from being laid out until this is called, or the time is up.
function layOutLater() {
  const { classList } = document.documentElement;
  classList.add("opening");
  const layOut = () => classList.remove("opening");
  setTimeout(layOut, LONGEST_BLANK);
  return layOut;
}

async function start() {
  history.scrollRestoration = "manual";
  const layOut = layOutLater();
  const page = new Page(await loadTexts());
  history.replaceState({ ...history.state, entry: page.entry }, "");
  document.documentElement.lang = page.language;
  page.service = new Service(page.base);
  page.frame = buildFrame(page);
  listen(page);
  await page.show().finally(layOut);
  page.frame.offerIndexes();
  // An article then opens at once, also while the service is away.
  (globalThis.requestIdleCallback ?? setTimeout)(() => VIEWS.article().catch(() => {}));
}

start();
