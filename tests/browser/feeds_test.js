// How browsers and feed readers find the service.
import assert from "node:assert/strict";
import { test } from "node:test";

const text = async (address) => (await fetch(address)).text();

export function tests(world) {
  test("the page links to the description and to the feed of what it shows", async () => {
    const page = await world.browser.newPage();
    await page.goto(`${world.service.address}?q=bridge`);
    await page.waitForSelector(".hit");
    assert.equal(await page.getAttribute("link[rel=search]", "href"), "opensearch.xml");
    assert.equal(await page.getAttribute("link[rel=alternate]", "href"), "feed.atom?q=bridge");
    assert.match(await text(new URL("feed.atom?q=bridge", world.service.address)), /<feed xmlns="http:\/\/www.w3.org\/2005\/Atom"/);
    await page.close();
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
