// Each language says everything that the other says.
import assert from "node:assert/strict";
import { test } from "node:test";
import de from "../../searcher/web/page/texts/de.js";
import en from "../../searcher/web/page/texts/en.js";

function names(texts, before = "") {
  return Object.entries(texts).flatMap(([name, value]) => (value && typeof value === "object" && !Array.isArray(value)
    ? names(value, `${before}${name}.`) : [`${before}${name}:${Array.isArray(value) ? `list of ${value.length}` : typeof value}`]));
}

export function tests() {
  test("German and English have the same texts", () => assert.deepEqual(names(de), names(en)));

  test("examples of the help are the same queries in each language", () => {
    assert.deepEqual(de.helpRows.map((row) => row[0]), en.helpRows.map((row) => row[0]));
  });
}
