// Filters behind a query: what a click writes is taken apart again, and means what it did.
import assert from "node:assert/strict";
import { test } from "node:test";
import { joinQuery, splitQuery, toggled } from "../../searcher/web/page/query.js";
import { placeInText } from "../../searcher/web/page/parts/messages.js";
import { addressOf, stateOf } from "../../searcher/web/page/state.js";

const CASES = [
  ["bridge", [{ name: "source", value: "Meridian Wire" }], 'bridge source:"Meridian Wire"'],
  ["bridge OR ferry", [{ name: "source", value: "A" }], '(bridge OR ferry) AND source:"A"'],
  ["(a OR b) c", [{ name: "tag", value: "x" }], '(a OR b) c tag:"x"'],
  ["bridge", [{ name: "source", value: "A" }, { name: "source", value: "B" }], 'bridge source:("A" OR "B")'],
  ["", [{ name: "person", value: "A" }, { name: "person", value: "B" }], 'person:"A" person:"B"'],
  ["a", [{ name: "language", value: "en" }, { name: "author", value: "Ann Lee" }], 'a by:"Ann Lee" lang:"en"'],
];

export function tests() {
  test("a filter is written behind the words, in brackets where an operator binds otherwise, and read again", () => {
    for (const [words, filters, query] of CASES) {
      assert.equal(joinQuery(words, filters), query);
      const split = splitQuery(query);
      assert.equal(split.words, words);
      assert.deepEqual(split.filters.map((one) => one.value).sort(), filters.map((one) => one.value).sort());
    }
  });

  test("with any word, a filter is still a must", () => {
    const query = joinQuery("a b", [{ name: "source", value: "A" }, { name: "tag", value: "x" }], "any");
    assert.equal(query, '(a b) AND source:"A" AND tag:"x"');
    assert.deepEqual(splitQuery(query), { words: "a b", filters: [{ name: "source", value: "A" }, { name: "tag", value: "x" }] });
  });

  test("what is part of the question is no filter of it", () => {
    for (const query of ['a OR source:"x"', 'a NOT source:"x"', '-source:"x"', 'a OR b source:"x"', '"a source:"x"', "source:x"]) {
      assert.deepEqual(splitQuery(query), { words: query, filters: [] });
    }
  });

  test("a click on a value that is on takes it out again", () => {
    const filter = { name: "source", value: 'The "Wire"' };
    const on = toggled("bridge", filter, "all");
    assert.equal(on, 'bridge source:"The Wire"');
    assert.equal(toggled(on, filter, "all"), "bridge");
  });

  test("the service counts bytes, and the box letters", () => {
    assert.equal(placeInText("Dašić (", 8), 6);
    assert.equal(placeInText("橋 (", 4), 2);
    assert.equal(placeInText("a", 9), 1);
  });

  test("an address says all of a state and nothing that goes without saying", () => {
    const address = "?q=bridge&from=2021&sort=newest&offset=10";
    assert.equal(addressOf(stateOf(address)), address);
    assert.equal(addressOf(stateOf("?sort=relevance&limit=10&offset=0")), "./");
    assert.equal(addressOf(stateOf("?view=trend&q=a&q=b&by=year")), "?view=trend&q=a&q=b&by=year");
    assert.equal(stateOf("?view=nonsense").view, "search");
  });
}
