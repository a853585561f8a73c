// The main tasks once more in Firefox ESR, over WebDriver BiDi.
import assert from "node:assert/strict";
import fs from "node:fs";
import { test } from "node:test";
import puppeteer from "puppeteer-core";

const FIREFOX = process.env.FIREFOX ?? "/usr/bin/firefox-esr";

export function tests(world) {
  const skip = fs.existsSync(FIREFOX) ? false : "firefox-esr is not on this machine";
  let browser;
  let page;
  const shown = () => page.waitForFunction(() => document.querySelector("[aria-busy]") === null && document.querySelector("main")?.childElementCount > 0);
  const count = (selector) => page.$$eval(selector, (all) => all.length);
  const at = async (address) => {
    await page.goto(world.service.address + address);
    await shown();
  };

  test("Firefox starts", { skip }, async () => {
    browser = await puppeteer.launch({ browser: "firefox", executablePath: FIREFOX, headless: true, protocol: "webDriverBiDi" });
    page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
  });

  test("Firefox searches, completes and filters", { skip }, async () => {
    await at("");
    await page.type("#q", "tide");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.search === "?q=tide");
    await shown();
    assert.equal(await count(".hit"), 10);
    assert.ok((await count(".hit mark")) > 0);
    await page.waitForSelector('a[data-key^="facet-source"]');
    await page.$eval('a[data-key^="facet-source"]', (link) => link.click());
    await page.waitForFunction(() => location.search.includes("source"));
    await page.$eval("#q", (box) => { box.value = ""; });
    await page.type("#q", "sellick harb");
    await page.waitForSelector("#completions:not([hidden])");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.search.includes("place"));
  });

  test("Firefox drags in the histogram, pages, opens and goes back", { skip }, async () => {
    await at("?q=tide");
    const box = await (await page.$(".plot")).boundingBox();
    await page.mouse.move(box.x + box.width * 0.2, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.8, box.y + 20, { steps: 3 });
    await page.mouse.up();
    await page.waitForFunction(() => location.search.includes("from="));
    await shown();
    await page.$eval("a[rel=next]", (link) => link.click());
    await page.waitForFunction(() => location.search.includes("offset=10"));
    await shown();
    const list = page.url();
    await page.$eval(".hit h2 a", (link) => link.click());
    await page.waitForSelector(".article-text mark");
    await page.keyboard.press("n");
    assert.match(await page.$eval(".where", (where) => where.textContent), /^Hit 1/);
    await page.$eval(".back", (link) => link.click());
    await page.waitForFunction((url) => location.href === url, {}, list);
  });

  test("Firefox shows strangers' text as text, and runs the element of another origin", { skip }, async () => {
    await at("?q=zanthor");
    assert.equal(await page.evaluate(() => globalThis.hacked), undefined);
    assert.equal(await count("main img"), 0);
    const elsewhere = world.service.address.replace("127.0.0.1", "localhost");
    await page.goto(`${elsewhere}healthz`);
    await page.evaluate(async (address) => {
      await import(`${address}widget/dateline-search.js`);
      const element = document.createElement("dateline-search");
      element.setAttribute("src", address);
      element.setAttribute("query", "crane");
      document.documentElement.append(element);
    }, world.service.address);
    await page.waitForFunction(() => document.querySelector("dateline-search").shadowRoot.querySelector("mark"));
  });

  test("Firefox ends", { skip }, () => browser.close());
}
