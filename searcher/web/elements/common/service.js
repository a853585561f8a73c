// Asks the service: docs/http-api.md. One place for addresses, tokens and what goes wrong.

// What the service refused, or why it was not reached. `kind` is the last part of a problem's type ("query", "busy", "token" …),
// or "network" where there was no answer.
export class Problem extends Error {
  constructor(kind, facts = {}) {
    super(facts.detail ?? facts.title ?? kind);
    this.kind = kind;
    this.status = facts.status ?? 0;
    this.hint = facts.hint ?? "";
    // Of a wrong query: the bytes of q that are wrong.
    this.offset = facts.offset;
    this.length = facts.length;
  }
}

async function problemIn(response) {
  const facts = await response.json().catch(() => ({}));
  const kind = String(facts.type ?? "").split(":").pop() || "answer";
  return new Problem(kind, { ...facts, status: response.status });
}

export class Service {
  // `base`: where the service is, with a slash at its end. `token`: what stands in Authorization, if anything.
  constructor(base, { index = "", token = "" } = {}) {
    this.base = base;
    this.index = index;
    this.token = token;
  }

  // "search" or ["articles", id], with parameters, of which lists are repeated and empty values left out.
  address(path, parameters = {}) {
    const parts = [path].flat().map(encodeURIComponent);
    const index = this.index ? `${encodeURIComponent(this.index)}/` : "";
    const url = new URL(`api/v1/${index}${parts.join("/")}`, this.base);
    for (const [name, value] of Object.entries(parameters)) {
      for (const one of [value].flat()) {
        if (one !== undefined && one !== null && (one !== "" || name === "q")) url.searchParams.append(name, one);
      }
    }
    return url.href;
  }

  async request(url, { signal, accept = "application/json" } = {}) {
    const headers = { Accept: accept };
    if (this.token) headers.Authorization = `Bearer ${this.token}`;
    let response;
    try {
      response = await fetch(url, { headers, signal });
    } catch (error) {
      if (error.name === "AbortError") throw error;
      throw new Problem("network");
    }
    if (!response.ok) throw await problemIn(response);
    return response;
  }

  async get(path, parameters, { signal } = {}) {
    const response = await this.request(this.address(path, parameters), { signal });
    return response.json();
  }
}

// The reader's time zone, in which the service reckons "today".
export function zone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone ?? "UTC";
}
