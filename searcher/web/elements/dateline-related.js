// <dateline-related src="https://news.example/" article="ID or address">: the background to an article, or what is like it, on any
// page that shows the article. README.md beside this file has the attributes, events and parts.

import { h } from "./common/dom.js";
import { zone } from "./common/service.js";
import { DatelineElement } from "./parts/base.js";

export class DatelineRelated extends DatelineElement {
  static observedAttributes = ["src", "index", "article", "kind", "limit", "snippet", "heading", "lang"];

  connectedCallback() {
    this.load();
  }

  attributeChangedCallback(name, before, now) {
    if (this.isConnected && before !== now) this.load();
  }

  // Asks and shows; promises the hits. Several attributes that are set one after another are one question.
  async load() {
    const signal = this.begin();
    await Promise.resolve();
    const article = this.getAttribute("article");
    if (signal.aborted || !article) return [];
    const similar = this.getAttribute("kind") === "similar";
    const asked = { background: similar ? "" : "true", limit: this.count("limit", 5), snippet: this.hasAttribute("snippet") ? 160 : 0, tz: zone() };
    try {
      const { hits } = await this.ask(["similar", article], asked, signal);
      if (signal.aborted) return [];
      this.#show(hits, similar);
      this.tell("dateline-search", { article, hits });
      return hits;
    } catch (error) {
      const problem = this.failed(error);
      if (problem) this.#showProblem(problem);
      return [];
    }
  }

  #heading(similar) {
    const { t } = this.words;
    return h("h2", { id: "heading", part: "heading" }, this.getAttribute("heading") ?? (similar ? t.similar : t.related));
  }

  #show(hits, similar) {
    const list = h("ul", { class: "list", part: "list", "aria-labelledby": "heading" }, hits.map((hit) => this.hitElement(hit, "")));
    this.shadowRoot.replaceChildren(...(hits.length > 0 ? [this.#heading(similar), list] : [h("slot", { name: "empty" })]));
  }

  // An article that the index has not is no fault of the page around it: there is just nothing to show.
  #showProblem(problem) {
    const silent = problem.status === 404;
    this.shadowRoot.replaceChildren(silent ? h("slot", { name: "empty" }) : this.problemElement(problem, () => this.load()));
  }
}

if (!customElements.get("dateline-related")) customElements.define("dateline-related", DatelineRelated);
