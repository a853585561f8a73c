// <dateline-search src="https://news.example/">: a search over a Dateline service in any page. README.md beside this file has the
// attributes, events, parts and slots.

import { Combobox, completed, quoted } from "./common/combobox.js";
import { h } from "./common/dom.js";
import { zone } from "./common/service.js";
import { numberText, totalText } from "./common/wording.js";
import { DatelineElement } from "./parts/base.js";

const FACET_VALUES = 6;
const COMPLETIONS = 8;
// What facets are asked for as fields.
const FIELDS = { author: "by", language: "lang" };
const FACETS = ["source", "section", "person", "org", "place", "author", "agency", "tag", "language"];

export class DatelineSearch extends DatelineElement {
  static observedAttributes = ["src", "index", "query", "scope", "sort", "limit", "facets", "placeholder", "lang", "reflect"];

  #state = { query: "", filters: [] };
  #hits = [];
  #built = false;
  #onPopState = () => this.#readAddress("");

  connectedCallback() {
    this.#build();
    addEventListener("popstate", this.#onPopState);
    if (!this.#readAddress() && this.query) this.search(this.query);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("popstate", this.#onPopState);
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#built || before === now) return;
    if (name === "query") this.search(now ?? "");
    else if (name === "placeholder" || name === "lang" || name === "facets") this.#build();
    else if (this.#state.query) this.#run();
  }

  // The query that is in the box at the beginning, or was asked last.
  get query() {
    return this.#state.query || (this.getAttribute("query") ?? "");
  }

  set query(text) {
    this.setAttribute("query", text);
  }

  // The hits that are shown.
  get hits() {
    return [...this.#hits];
  }

  // Asks; promises the answer, or null where there is none.
  search(query) {
    this.#state = { query: String(query).trim(), filters: [] };
    this.#combobox.input.value = this.#state.query;
    this.#writeAddress();
    return this.#run();
  }

  #combobox;
  #status;
  #facets;
  #list;
  #empty;
  #problem;
  #more;

  #build() {
    const { t } = this.words;
    this.#combobox = new Combobox({
      id: "completions", label: t.label, listLabel: t.completions, kinds: t.kinds, part: "completion",
      attributes: { part: "input", placeholder: this.getAttribute("placeholder"), value: this.#state.query },
      ask: (typed, signal) => this.ask("suggest", { q: typed, limit: COMPLETIONS }, signal).then((answer) => answer.suggestions),
      take: (completion) => this.search(completed(completion)),
      say: (count) => { this.#status.textContent = t.completionsFound(count); },
    });
    const form = h("form", { role: "search", part: "form", "aria-label": t.label }, this.#combobox.input, this.#combobox.list, h("button", { type: "submit", part: "button" }, t.search));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#combobox.close();
      this.search(this.#combobox.input.value);
    });
    this.#status = h("p", { class: "status", part: "status", role: "status", "aria-live": "polite" });
    this.#facets = h("div", { part: "facets" });
    this.#problem = h("div");
    this.#list = h("ul", { class: "list", part: "list", "aria-label": t.results });
    this.#empty = h("div", { part: "empty", hidden: true }, h("slot", { name: "empty" }, h("p", {}, t.nothing)), h("p", { class: "offers" }));
    this.#more = h("button", { type: "button", class: "more", part: "more", hidden: true, onclick: () => this.#goOn() }, t.more);
    this.shadowRoot.replaceChildren(form, this.#status, this.#facets, this.#problem, this.#list, this.#empty, this.#more);
    this.#built = true;
    if (this.#hits.length > 0) this.#run();
  }

  // The query with the filters that are on, and with what the page around asks of every search.
  get #asked() {
    const { query, filters } = this.#state;
    const scope = this.getAttribute("scope") ?? "";
    return [query && (scope || filters.length > 0) ? `(${query})` : query, scope && `(${scope})`, ...filters.map(({ name, value }) => `${FIELDS[name] ?? name}:${quoted(value)}`)]
      .filter(Boolean).join(" AND ");
  }

  get #wantedFacets() {
    return (this.getAttribute("facets") ?? "").split(/[\s,]+/).filter((name) => FACETS.includes(name));
  }

  async #run(after = "") {
    const { t, locale } = this.words;
    const signal = this.begin();
    const facet = after ? [] : this.#wantedFacets.map((name) => `${name}:${FACET_VALUES}`);
    this.#list.setAttribute("aria-busy", "true");
    this.#status.textContent = t.loading;
    try {
      const sort = this.getAttribute("sort") ?? (this.#asked ? "" : "newest");
      const answer = await this.ask("search", { q: this.#asked, sort, limit: this.count("limit", 10), after, facet, tz: zone() }, signal);
      if (signal.aborted) return null;
      this.#show(answer, after !== "");
      this.#status.textContent = answer.total.value > 0 ? t.found(totalText(answer.total, locale), answer.total.value) : t.nothing;
      this.tell("dateline-search", { query: this.#state.query, total: answer.total, answer });
      return answer;
    } catch (error) {
      this.#showProblem(this.failed(error));
      return null;
    } finally {
      if (!signal.aborted) this.#list.removeAttribute("aria-busy");
    }
  }

  #next = "";

  async #goOn() {
    const at = this.#list.childElementCount;
    await this.#run(this.#next);
    this.#list.children[at]?.querySelector("a")?.focus();
  }

  #show(answer, behind) {
    this.#problem.replaceChildren();
    this.#hits = behind ? [...this.#hits, ...answer.hits] : answer.hits;
    const elements = answer.hits.map((hit) => this.hitElement(hit, this.#state.query));
    if (behind) this.#list.append(...elements);
    else this.#list.replaceChildren(...elements);
    this.#empty.hidden = this.#hits.length > 0;
    this.#showOffers(answer.suggestions ?? []);
    this.#next = answer.next ?? "";
    this.#more.hidden = !this.#next;
    if (!behind) this.#showFacets(answer.facets ?? {});
  }

  #showOffers(suggestions) {
    const { t } = this.words;
    const offers = suggestions.map(({ text, query }) => h("button", { type: "button", part: "offer", dir: "auto", onclick: () => this.search(query) }, text));
    this.#empty.querySelector(".offers").replaceChildren(...(offers.length > 0 ? [`${t.offers}: `, ...offers] : []));
  }

  #showFacets(facets) {
    const { t, locale } = this.words;
    const { filters } = this.#state;
    const isOn = (name, value) => filters.some((one) => one.name === name && one.value === value);
    const button = (name, { value, count }) => h("button", { type: "button", part: "facet", "aria-pressed": String(isOn(name, value)), onclick: () => this.#toggle(name, value) },
      h("span", { dir: "auto" }, value), count === undefined ? null : h("small", {}, ` ${numberText(count, locale)}`));
    const focused = this.shadowRoot.activeElement?.dataset.key;
    this.#facets.replaceChildren(...this.#wantedFacets.filter((name) => facets[name]?.length > 0).map((name) => {
      const rows = [...filters.filter((one) => one.name === name && !facets[name].some((row) => row.value === one.value)), ...facets[name]];
      return h("div", { class: "facets", role: "group", "aria-label": t.facets[name] }, `${t.facets[name]}:`, rows.map((row) => {
        const element = button(name, row);
        element.dataset.key = `${name} ${row.value}`;
        return element;
      }));
    }));
    if (focused) [...this.#facets.querySelectorAll("button")].find((one) => one.dataset.key === focused)?.focus();
  }

  #toggle(name, value) {
    const rest = this.#state.filters.filter((one) => one.name !== name || one.value !== value);
    this.#state.filters = rest.length < this.#state.filters.length ? rest : [...rest, { name, value }];
    this.#run();
  }

  #showProblem(problem) {
    if (!problem) return;
    this.#status.textContent = "";
    this.#list.replaceChildren();
    this.#hits = [];
    this.#more.hidden = true;
    this.#empty.hidden = true;
    this.#problem.replaceChildren(this.problemElement(problem, () => this.#run()));
  }

  // With reflect="news" the query stands in the page's address as ?news=…; without it, the address is left alone.
  #writeAddress() {
    const name = this.getAttribute("reflect");
    const url = new URL(location.href);
    if (!name || (url.searchParams.get(name) ?? "") === this.#state.query) return;
    if (this.#state.query) url.searchParams.set(name, this.#state.query);
    else url.searchParams.delete(name);
    history.pushState(history.state, "", url);
  }

  // Whether the address has a query for this element, which is then asked; on the way back, none is one too.
  #readAddress(otherwise = null) {
    const name = this.getAttribute("reflect");
    const query = name ? new URL(location.href).searchParams.get(name) ?? otherwise : null;
    if (query === null || query === this.#state.query) return false;
    this.search(query);
    return true;
  }
}

if (!customElements.get("dateline-search")) customElements.define("dateline-search", DatelineSearch);
