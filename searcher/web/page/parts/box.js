// The box of the page. It shows the words of the query; filters behind them are shown as such beside the results.

import { Combobox, completed } from "../../elements/common/combobox.js";
import { h } from "../../elements/common/dom.js";
import { joinQuery, splitQuery } from "../query.js";
import { isShortcut } from "../shortcuts.js";
import { searchFor } from "../state.js";

const MOST = 8;

export class SearchBox {
  constructor(page) {
    this.page = page;
    const { t } = page;
    this.box = new Combobox({
      id: "completions", label: t.searchLabel, listLabel: t.suggestions, kinds: t.kinds,
      attributes: { id: "q", name: "q", placeholder: t.placeholder },
      ask: (typed, signal) => page.service.get("suggest", { q: typed, limit: MOST }, { signal }).then((answer) => answer.suggestions),
      take: (completion) => this.ask(completed(completion)),
      say: (count) => page.say(t.completionsFound(count)),
    });
    this.input = this.box.input;
    this.element = h("form", { role: "search", class: "box", action: "./", method: "get" }, this.input, this.box.list,
      h("button", { type: "submit" }, t.search));
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      this.ask(this.input.value);
    });
    document.addEventListener("keydown", (event) => this.onKey(event));
  }

  // "/" leads to the box from wherever nothing is being typed.
  onKey(event) {
    if (event.key !== "/" || !isShortcut(event)) return;
    event.preventDefault();
    this.input.focus();
    this.input.select();
  }

  show(state) {
    const { words, filters } = splitQuery(state.view === "trend" ? "" : state.q);
    this.filters = filters;
    if (this.input.value !== words) this.input.value = words;
    this.markWrong(false);
    this.box.close();
  }

  // After an error: the box says so to whoever cannot see what stands below it.
  markWrong(wrong) {
    if (wrong) {
      this.input.setAttribute("aria-invalid", "true");
      this.input.setAttribute("aria-describedby", "problem");
    } else {
      this.input.removeAttribute("aria-invalid");
      this.input.removeAttribute("aria-describedby");
    }
  }

  // A new question keeps filters, dates and order of the search that is shown.
  ask(words) {
    this.box.close();
    const { state } = this.page;
    this.input.value = words;
    const kept = state.view === "search" ? { ...state, offset: "0" } : {};
    this.page.go(searchFor(state, { ...kept, q: joinQuery(words, this.filters ?? [], state.match) }));
  }
}
