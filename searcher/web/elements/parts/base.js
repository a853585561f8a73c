// What the two elements have in common: where the service is, who asks, how an answer is shown, what goes wrong.

import { h, webAddress } from "../common/dom.js";
import { fieldNodes, markedNodes } from "../common/marks.js";
import { Problem, Service } from "../common/service.js";
import { dayText } from "../common/wording.js";
import { sheetOf } from "./styles.js";
import { textsFor } from "./texts.js";

export class DatelineElement extends HTMLElement {
  #token = "";
  #running = null;

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheetOf()];
  }

  // A JWT, or a function that returns one or promises it. A property, so that it never stands in the page's markup.
  get token() {
    return this.#token;
  }

  set token(token) {
    this.#token = token;
  }

  get words() {
    return textsFor(this);
  }

  // The service's address, with a slash at its end; that of the page where `src` says nothing.
  get base() {
    const url = new URL(this.getAttribute("src") || "./", this.ownerDocument.baseURI);
    if (!url.pathname.endsWith("/")) url.pathname += "/";
    url.search = "";
    url.hash = "";
    return url.href;
  }

  // The number that an attribute has, within what a page of hits may be.
  count(name, otherwise) {
    const given = Number.parseInt(this.getAttribute(name) ?? "", 10);
    return Number.isFinite(given) ? Math.min(100, Math.max(1, given)) : otherwise;
  }

  disconnectedCallback() {
    this.#running?.abort();
  }

  // A signal for a new request; the one before is of no more use.
  begin() {
    this.#running?.abort();
    this.#running = new AbortController();
    return this.#running.signal;
  }

  async ask(path, parameters, signal) {
    const token = typeof this.#token === "function" ? await this.#token() : this.#token;
    return new Service(this.base, { index: this.getAttribute("index") ?? "", token }).get(path, parameters, { signal });
  }

  tell(name, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
  }

  // Where a hit leads: to the service's own page of it, or with open="original" to where it was published.
  addressOf(hit, query = "") {
    const original = this.getAttribute("open") === "original" ? webAddress(hit.url) : null;
    const own = new URLSearchParams({ view: "article", id: hit.id, ...(query ? { q: query } : {}), ...(this.getAttribute("index") ? { index: this.getAttribute("index") } : {}) });
    return original ?? `${this.base}?${own}`;
  }

  // A link to a hit. Whoever listens to dateline-select may prevent it and open the hit himself.
  linkTo(hit, query, content, attributes = {}) {
    const link = h("a", { href: this.addressOf(hit, query), target: this.getAttribute("target"), rel: "noopener", ...attributes }, content);
    link.addEventListener("click", (event) => {
      if (!this.tell("dateline-select", { id: hit.id, hit }, true)) event.preventDefault();
    });
    return link;
  }

  // The page's own template of a hit (<template slot="hit">), or ours.
  hitElement(hit, query) {
    const template = this.querySelector(':scope > template[slot="hit"]');
    return h("li", { part: "hit" }, template ? this.#filled(template, hit, query) : this.#plainHit(hit, query));
  }

  #texts(hit) {
    const { t, locale } = this.words;
    return {
      headline: hit.headline ?? t.untitled, standfirst: hit.standfirst ?? "", source: hit.source ?? "", section: hit.section ?? "", language: hit.language ?? "",
      published: dayText(hit.published, locale), byline: (hit.byline ?? []).join(", "), copies: hit.copies ? t.copies(hit.copies) : "",
    };
  }

  // Each element with data-field gets the text of that name; "snippet", "headline" and "standfirst" have marks, and an <a data-field="link"> leads to the hit.
  #filled(template, hit, query) {
    const { t } = this.words;
    const content = template.content.cloneNode(true);
    const texts = this.#texts(hit);
    for (const place of content.querySelectorAll("[data-field]")) {
      const { field } = place.dataset;
      if (field === "snippet") place.replaceChildren(...markedNodes(hit.snippet));
      else if (field === "headline" || field === "standfirst") place.replaceChildren(...fieldNodes(hit, field, texts[field]));
      else if (field === "link") place.replaceWith(this.linkTo(hit, query, place.childElementCount > 0 ? [...place.childNodes] : fieldNodes(hit, "headline", t.untitled), { class: place.className || null, part: "headline" }));
      else place.textContent = texts[field] ?? "";
    }
    return content;
  }

  #plainHit(hit, query) {
    const { t } = this.words;
    const texts = this.#texts(hit);
    return [
      h("p", { class: "kicker", part: "kicker" }, texts.source ? h("b", { dir: "auto" }, texts.source) : null, texts.source && texts.published ? " · " : "",
        hit.published ? h("time", { datetime: hit.published }, texts.published) : null),
      h("h3", { part: "headline", lang: hit.language, dir: "auto" }, this.linkTo(hit, query, fieldNodes(hit, "headline", t.untitled))),
      hit.snippet ? h("p", { class: "snippet", part: "snippet", lang: hit.language, dir: "auto" }, markedNodes(hit.snippet)) : null,
      texts.copies ? h("p", { class: "copies", part: "copies" }, texts.copies) : null,
    ];
  }

  problemElement(problem, retry) {
    const { t } = this.words;
    const reason = problem.kind === "query" || problem.kind === "usage" ? problem.message.split("\n").slice(problem.message.includes("\n") ? 3 : 0).join(" ") : "";
    return h("div", { class: "problem", part: "problem", role: "alert" }, h("p", {}, h("b", {}, t.problems[problem.kind.replace("-", "_")] ?? t.problems.other)),
      reason ? h("p", { lang: "en" }, reason) : null, reason ? null : h("button", { type: "button", part: "button", onclick: retry }, t.retry));
  }

  // Tells of a problem, and throws on what is none: an answer that is no longer wanted is no problem.
  failed(error) {
    if (error.name === "AbortError") return null;
    const problem = error instanceof Problem ? error : new Problem("other", { detail: String(error) });
    this.tell("dateline-error", { kind: problem.kind, status: problem.status });
    return problem;
  }
}
