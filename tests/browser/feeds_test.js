// How browsers and feed readers find the service.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { parseAtomFeed } from "feedsmith";
import { RelaxNGValidator, XmlDocument } from "libxml2-wasm";
import { ATTACK } from "./articles.js";
import { readerOf, ROOT } from "./support.js";

const GRAMMAR = fs.readFileSync(path.join(ROOT, "tests/searcher/output/atom.rng"), "utf8");
const QUERIES = ["bridge", "", "tide", "zanthor", "quillon", "nothing-is-found", ATTACK];

const text = async (address) => (await fetch(address)).text();

export function tests(world) {
  const reader = readerOf(world);
  reader.over("the page links to the description and to the feed of what it shows", async () => {
    const page = await reader.at("?q=bridge");
    assert.equal(await page.getAttribute("link[rel=search]", "href"), "opensearch.xml");
    assert.equal(await page.getAttribute("link[rel=alternate]", "href"), "feed.atom?q=bridge");
    assert.match(await text(new URL("feed.atom?q=bridge", world.service.address)), /<feed xmlns="http:\/\/www.w3.org\/2005\/Atom"/);
    await reader.at("?q=orchard&index=elsewhere");
    const other = await page.getAttribute("link[rel=alternate]", "href");
    assert.equal(other, "api/v1/elsewhere/feed.atom?q=orchard");
    assert.match(await text(new URL(other, world.service.address)), /Orchard fair opens/);
  });

  // RELAX NG has the form of a feed; what RFC 4287 says of its entries together, it cannot have.
  test("feeds are valid, whatever articles say, and are read as the articles that they are of", async () => {
    const grammar = XmlDocument.fromString(GRAMMAR);
    const validator = RelaxNGValidator.fromDoc(grammar);
    for (const query of QUERIES) {
      const asked = new URLSearchParams({ q: query, limit: 100 });
      const response = await fetch(new URL(`feed.atom?${asked}`, world.service.address));
      const written = await response.text();
      assert.match(response.headers.get("content-type"), /^application\/atom\+xml/);
      const feed = XmlDocument.fromString(written);
      validator.validate(feed); // throws, and says where
      feed.dispose();
      const read = parseAtomFeed(written);
      const { hits } = await (await fetch(new URL(`api/v1/search?${asked}&sort=newest`, world.service.address))).json();
      const entries = read.entries ?? [];
      assert.equal(entries.length, hits.length, query);
      hits.forEach(({ headline }, i) => { if (headline) assert.equal(entries[i].title.value, headline); });
      const ids = [read.id, ...entries.map((entry) => entry.id)];
      assert.equal(new Set(ids).size, ids.length, "each id stands once");
      for (const id of ids) assert.ok(new URL(id), "an id is an absolute address");
    }
    validator.dispose();
    grammar.dispose();
    const wrong = XmlDocument.fromString('<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title></feed>');
    const again = RelaxNGValidator.fromDoc(XmlDocument.fromString(GRAMMAR));
    assert.throws(() => again.validate(wrong), "a feed without an id is none");
  });

  test("a browser is told how to ask, and how words go on", async () => {
    const described = await text(`${world.service.address}opensearch.xml`);
    assert.ok(/<ShortName>([^<]*)</.exec(described)[1].length <= 16);
    const [, template] = /type="application\/x-suggestions\+json" template="([^"]+)"/.exec(described);
    const response = await fetch(template.replace("{searchTerms}", "brid"));
    assert.equal(response.headers.get("content-type"), "application/x-suggestions+json");
    const [typed, completions] = await response.json();
    assert.equal(typed, "brid");
    assert.ok(completions.includes("bridge"), String(completions));
  });
}
