// What <dateline-search> and <dateline-related> are to TypeScript.

export interface DatelineEntity {
  type: "person" | "organisation" | "place";
  name: string;
  mentions: number;
  forms: string[];
}

/** A hit of the service's JSON (docs/http-api.md). What is not known is not there. */
export interface DatelineHit {
  rank: number;
  score: number;
  id: string;
  url?: string;
  headline?: string;
  standfirst?: string;
  byline?: string[];
  source?: string;
  section?: string;
  published?: string;
  language?: string;
  /** HTML-escaped text in which only <mark> is markup. */
  snippet?: string;
  /** The same of the whole headline and standfirst, where the query met something in them. */
  marked?: { headline?: string; standfirst?: string };
  entities?: DatelineEntity[];
  copies?: number;
}

export interface DatelineTotal {
  value: number;
  relation: "exact" | "at_least" | "estimate";
}

export interface DatelineAnswer {
  query: string;
  total: DatelineTotal;
  hits: DatelineHit[];
  facets: Record<string, { value: string; count: number }[]>;
  suggestions: { text: string; query: string }[];
  notices: { code: string; text: string }[];
  next?: string;
}

export type DatelineToken = string | (() => string | Promise<string>);

export interface DatelineEventMap extends HTMLElementEventMap {
  "dateline-search": CustomEvent<{ query?: string; total?: DatelineTotal; answer?: DatelineAnswer; article?: string; hits?: DatelineHit[] }>;
  "dateline-select": CustomEvent<{ id: string; hit: DatelineHit }>;
  "dateline-error": CustomEvent<{ kind: string; status: number }>;
}

declare class DatelineElement extends HTMLElement {
  /** A JSON web token for the service, or a function that returns or promises one. */
  token: DatelineToken;
  addEventListener<K extends keyof DatelineEventMap>(
    type: K, listener: (this: this, event: DatelineEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
}

export class DatelineSearch extends DatelineElement {
  query: string;
  readonly hits: DatelineHit[];
  search(query: string): Promise<DatelineAnswer | null>;
}

export class DatelineRelated extends DatelineElement {
  load(): Promise<DatelineHit[]>;
}

declare global {
  interface HTMLElementTagNameMap {
    "dateline-search": DatelineSearch;
    "dateline-related": DatelineRelated;
  }
}
