// A box with completions, as the ARIA Authoring Practices describe a combobox: the focus stays in the box while one goes through the
// list by the arrow keys. For the page and for the element.

import { h } from "./dom.js";

// A pause in typing after which completions are asked for.
const PAUSE = 90;
const LEAST = 2;

export class Combobox {
  // `ask(typed, signal)` promises [{text, kind}] and may fail, `take(completion)` is called with the one that was chosen,
  // `say(count)` after each list. `id` is unlike every other in the same tree; `part` names the items for style sheets outside.
  constructor({ id, label, listLabel, kinds, attributes, ask, take, say, part }) {
    Object.assign(this, { id, kinds, ask, take, say, part });
    this.options = [];
    this.active = -1;
    this.input = h("input", {
      type: "search", role: "combobox", autocomplete: "off", autocapitalize: "off", spellcheck: "false", "aria-label": label,
      "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id, maxlength: "4096", enterkeyhint: "search", dir: "auto", ...attributes,
    });
    this.list = h("ul", { id, role: "listbox", "aria-label": listLabel, part: part && "completions", hidden: true });
    this.listen();
  }

  listen() {
    this.input.addEventListener("input", () => this.askSoon());
    this.input.addEventListener("keydown", (event) => this.onKey(event));
    this.input.addEventListener("blur", () => this.close());
    // The box must not lose the focus to what is clicked in its list.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const at = [...this.list.children].indexOf(event.target.closest("[role=option]"));
      if (at >= 0) this.choose(at);
    });
  }

  hasFocus() {
    return this.input.getRootNode().activeElement === this.input;
  }

  askSoon() {
    clearTimeout(this.timer);
    this.asking?.abort();
    const typed = this.input.value;
    if (typed.trim().length < LEAST) return this.close();
    this.asking = new AbortController();
    const { signal } = this.asking;
    this.timer = setTimeout(() => this.askNow(typed, signal), PAUSE);
    return undefined;
  }

  async askNow(typed, signal) {
    try {
      const found = await this.ask(typed, signal);
      if (!signal.aborted && this.hasFocus()) this.open(found);
    } catch (error) {
      // Completions are a help: without them one types on.
      if (error.name !== "AbortError") this.close();
    }
  }

  open(options) {
    this.options = options;
    this.active = -1;
    this.list.replaceChildren(...options.map(({ text, kind }, i) => h("li", { role: "option", id: `${this.id}-${i}`, "aria-selected": "false", part: this.part },
      h("span", { dir: "auto" }, text), h("small", {}, this.kinds[kind] ?? kind))));
    const any = options.length > 0;
    this.list.hidden = !any;
    this.input.setAttribute("aria-expanded", String(any));
    this.input.removeAttribute("aria-activedescendant");
    if (any) this.say(options.length);
  }

  close() {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.open([]);
  }

  move(by) {
    // What one goes through stays: a list that comes late is not put in its place.
    clearTimeout(this.timer);
    this.asking?.abort();
    // One place more than there are completions: what was typed.
    const places = this.options.length + 1;
    this.active = ((this.active + 1 + by + places) % places) - 1;
    [...this.list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === this.active)));
    if (this.active < 0) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", `${this.id}-${this.active}`);
    return this.list.children[this.active].scrollIntoView({ block: "nearest" });
  }

  choose(at) {
    const chosen = this.options[at];
    this.close();
    this.take(chosen);
  }

  onKey(event) {
    const open = !this.list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!open) return this.askSoon();
      event.preventDefault();
      return this.move(event.key === "ArrowDown" ? 1 : -1);
    }
    if (event.key === "Enter" && open && this.active >= 0) {
      event.preventDefault();
      return this.choose(this.active);
    }
    if (event.key === "Escape" && open) {
      event.preventDefault();
      this.close();
    }
    return undefined;
  }
}

const FIELDS = { person: "person", organisation: "org", place: "place" };

// A value as a field takes it. Quotes inside would end it, and what is left of it finds the same.
export function quoted(value) {
  return `"${value.replace(/["“”„«»]/g, " ").replace(/\s+/g, " ").trim()}"`;
}

// What the box says once a completion has been taken: a name is asked for as a name, a headline in headlines.
export function completed({ text, kind }) {
  if (FIELDS[kind]) return `${FIELDS[kind]}:${quoted(text)}`;
  return kind === "headline" ? `headline:${quoted(text)}` : text;
}
