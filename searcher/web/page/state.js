// What the page shows is what its address says, and nothing else: a link to it is a link to what one sees. Parameters have the
// API's names (docs/http-api.md); `view` says which of the pages it is.

export const VIEWS = ["search", "article", "entity", "trend"];
const DEFAULTS = { view: "search", sort: "relevance", match: "all", collapse: "story", limit: "10", offset: "0" };
// In the order in which they stand in an address.
const NAMES = ["view", "q", "id", "name", "from", "to", "sort", "match", "collapse", "limit", "offset", "by", "index"];

// A state has a text for each name, "" where it is not given, and `queries`: all values of q, of which a trend has several.
export function stateOf(search) {
  const given = new URLSearchParams(search);
  const state = {};
  for (const name of NAMES) state[name] = given.get(name) ?? DEFAULTS[name] ?? "";
  if (!VIEWS.includes(state.view)) state.view = "search";
  state.queries = given.getAll("q");
  return state;
}

// The shortest address of a state: "?q=bridge&from=2021", "./" for the bare page.
export function addressOf(state) {
  const out = new URLSearchParams();
  for (const name of NAMES) {
    const value = state[name] ?? "";
    if (name === "q" && state.view === "trend") for (const query of state.queries ?? []) out.append("q", query);
    else if (value !== "" && value !== DEFAULTS[name]) out.set(name, value);
  }
  const text = out.toString();
  return text ? `?${text}` : "./";
}

// The address of this state with some things otherwise. What changes the list begins it anew.
export function changed(state, changes) {
  return addressOf({ ...state, offset: "0", ...changes });
}

// A list of articles, with nothing of the view that one comes from but the index.
export function searchFor(state, changes) {
  return addressOf({ view: "search", index: state.index, ...changes });
}

export function articleAddress(state, id) {
  return addressOf({ view: "article", id, q: state.view === "search" ? state.q : "", index: state.index });
}

export function entityAddress(state, name) {
  return addressOf({ view: "entity", name, index: state.index });
}

// True where nothing has been asked: the page then shows what is new.
export function isIdle(state) {
  return state.q.trim() === "" && state.from === "" && state.to === "";
}

// The parameters of a search, for the API. Without a question, the newest.
export function searchParameters(state) {
  const { q, from, to, match, collapse, limit, offset } = state;
  const sort = isIdle(state) ? "newest" : state.sort;
  return { q, from, to, sort, match: kept("match", match), collapse: kept("collapse", collapse), limit, offset };
}

function kept(name, value) {
  return value === DEFAULTS[name] ? "" : value;
}
