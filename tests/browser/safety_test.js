// Strangers' text stays text, whatever is in it; and a service that is slow, stopped or refuses is told of.
import assert from "node:assert/strict";
import { ATTACK, ODD_ID, SCRIPT_ADDRESS } from "./articles.js";
import { readerOf, settled } from "./support.js";

export function tests(world) {
  let page;
  const reader = readerOf(world);
  const at = async (address, options) => { page = await reader.at(address, options); };
  const over = (name, run) => reader.over(name, run);
  const untouched = async () => {
    assert.equal(await page.evaluate(() => globalThis.hacked), undefined);
    assert.equal(await page.locator("body img, body script, body iframe, [onerror], [onload], [onclick]").count(), 0);
    assert.equal(await page.locator(`a[href^="javascript"]`).count(), 0);
  };

  over("no field of an article becomes markup in the list, and none is altered", async () => {
    await at("?q=zanthor");
    await untouched();
    const shown = await page.locator('.hit[data-id="attack"]').textContent();
    for (const field of ["Zanthor headline", "Source", "Section", "Author", "Zed of person", "Zed of organisation", "Zed of place"]) assert.ok(shown.includes(`${field} ${ATTACK}`), field);
    assert.ok((await page.locator(".snippet").allTextContents()).some((text) => text.includes(`Zanthor body ${ATTACK} & "quoted" &lt;b&gt; text.`)));
    for (const name of ["Source", "Section", "Tags"]) {
      const values = await page.locator("section.facet").filter({ hasText: name }).locator(".value").allTextContents();
      assert.ok(values.some((value) => value.includes("<img")), name);
    }
  });

  over("nor in the article, beside it and in its citation", async () => {
    await at("?view=article&id=attack&q=zanthor");
    await untouched();
    const text = await page.locator(".article-text").textContent();
    for (const field of ["Zanthor headline", "Standfirst", "Author", "Place", "Agency", "Tag", "More of Zanthor"]) assert.ok(text.includes(`${field} ${ATTACK}`), field);
    assert.equal(await page.locator(".outside").count(), 0, `no link to ${SCRIPT_ADDRESS}`);
    assert.ok((await page.inputValue("#citation")).includes(ATTACK));
    for (const kind of ["person", "organisation", "place"]) {
      await page.click(`.article-rail .chip.${kind}`);
      await page.waitForURL(/view=entity/);
      await settled(page);
      assert.equal(await page.locator("h1").textContent(), `Zed of ${kind} ${ATTACK}`);
      await untouched();
      await page.goBack();
      await page.waitForSelector(".article-rail .chip");
    }
    await page.click(".article-text .chips a");
    await page.waitForURL(/q=tag/);
    await settled(page);
    await untouched();
  });

  over("an id that is no plain word is picked, opened and cited as any other", async () => {
    await at("?q=zanthor+odd");
    await page.check(".pick input");
    await page.click(".hit h2 a");
    await page.waitForSelector(".article-text");
    await settled(page);
    await untouched();
    assert.equal(await page.locator("h1").textContent(), "Zanthor of an odd id");
    assert.ok((await page.inputValue("#citation")).includes(`id: ${ODD_ID}`));
    assert.equal(await page.getAttribute(".outside", "href"), "https://zanthor.example/?a=%22onclick=%22window.hacked=1&b=%3Cscript%3E");
  });

  over("nor a query, in the box, the title, an error, a trend, a completion", async () => {
    const attack = encodeURIComponent(`${ATTACK} (`);
    for (const address of [`?q=${attack}`, `?q=${encodeURIComponent(ATTACK)}`, `?view=trend&q=${encodeURIComponent(ATTACK)}`, `?view=entity&name=${attack}`, `?view=article&id=${attack}&q=${attack}`, `?from=${attack}&sort=${attack}&index=`]) {
      await at(address);
      await untouched();
    }
    await at("");
    await page.locator("#q").pressSequentially("zanthor head");
    await page.waitForSelector("#completions:not([hidden])");
    await untouched();
  });

  over("the policy stops what would be injected all the same", async () => {
    await at("");
    const outcome = await page.evaluate(() => {
      const script = document.createElement("script");
      const tries = [() => { document.body.innerHTML = "<b>x</b>"; }, () => { script.text = "globalThis.hacked = 1"; }, () => { script.src = "https://elsewhere.example/x.js"; }];
      const said = tries.map((one) => { try { one(); return "ran"; } catch { return "stopped"; } });
      script.append("globalThis.hacked = 1");
      document.body.append(script);
      return [...said, globalThis.hacked ?? "stopped"];
    });
    assert.deepEqual(outcome, ["stopped", "stopped", "stopped", "stopped"]);
    page.complaints = [];
  });

  over("what is read from right to left is shown so, and Chinese, Japanese and Korean are marked", async () => {
    await at("?q=%D8%AC%D8%B3%D8%B1");
    const hit = page.locator('.hit[data-id="arabic"]');
    assert.equal(await hit.locator("h2").evaluate((one) => getComputedStyle(one).direction), "rtl");
    assert.ok((await hit.locator("mark").count()) > 0);
    assert.equal(await hit.locator("h2").getAttribute("lang"), "ar");
    await at(`?q=${encodeURIComponent("新しい橋")}`);
    assert.ok((await page.locator('.hit[data-id="japanese"] mark').allTextContents()).join("").includes("新しい橋"));
    await at("?view=article&id=arabic");
    for (const day of [".article-text .kicker time", ".article-text .published bdi"]) {
      assert.equal(await page.locator(day).first().evaluate((one) => getComputedStyle(one).direction), "ltr", "an English day among Arabic keeps its order");
    }
    await at("?view=article&id=hebrew");
    assert.equal(await page.locator(".article-text").evaluate((one) => getComputedStyle(one).direction), "rtl");
  });

  over("an article with next to nothing is shown with what it has", async () => {
    await at("?q=quillon");
    assert.match(await page.locator('.hit[data-id="bare"]').textContent(), /no date.*\(no headline\)/s);
    await at("?view=article&id=bare");
    assert.equal(await page.locator("h1").textContent(), "(no headline)");
  });

  over("a service that is stopped is told of in every view, and asked again when it is back", async () => {
    await at("?q=tide");
    const address = page.url();
    await world.service.stop();
    try {
      await page.click(".hit h2 a");
      await page.waitForSelector(".problem");
      assert.match(await page.locator(".problem").textContent(), /cannot be reached/);
      await page.goBack();
      await page.waitForFunction((url) => location.href === url && document.querySelector(".hit"), address);
      await page.fill("#q", "crane");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".problem");
    } finally {
      await world.service.again();
    }
    await page.click(".problem button");
    await page.waitForSelector(".hit");
    assert.equal(await page.locator(".problem").count(), 0);
  });

  over("a service that does not answer for a while is told of, and then its answer is shown", async () => {
    await at("");
    world.service.halt();
    try {
      await page.fill("#q", "crane");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.getElementById("status").textContent.startsWith("Still searching"));
      assert.equal(await page.getAttribute("main", "aria-busy"), "true");
    } finally {
      world.service.goOn();
    }
    await settled(page);
    assert.match(await page.locator(".hit h2").first().textContent(), /crane/);
  });

  over("an answer that has been overtaken is not shown", async () => {
    await at("");
    let release;
    const held = new Promise((resolve) => { release = resolve; });
    await page.route(/search\?q=tide&/, async (route) => {
      await held;
      await route.continue().catch(() => {});
    });
    await page.fill("#q", "tide");
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=tide/);
    await page.fill("#q", "crane");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("h1").textContent.includes("crane") && !document.querySelector("main[aria-busy]"));
    release();
    await settled(page);
    assert.match(await page.locator(".hit h2").first().textContent(), /crane/);
  });

  over("what the service refuses is told in words: a token that has expired, too much to do", async () => {
    const cases = [[401, "token", /session has ended/], [403, "access", /may not ask/], [503, "busy", /too much to do/], [429, "busy", /too much to do/], [500, "internal", /makes no sense/]];
    await at("");
    let refusal;
    await page.route("**/api/v1/search**", (route) => route.fulfill({ status: refusal.status, contentType: "application/problem+json", body: JSON.stringify(refusal) }));
    for (const [status, kind, words] of cases) {
      refusal = { type: `urn:x-dateline:problem:${kind}`, title: kind, status };
      await page.fill("#q", `tide ${status}`);
      await page.keyboard.press("Enter");
      await page.waitForFunction((given) => location.search.includes(given) && !document.querySelector("main[aria-busy]"), String(status));
      assert.match(await page.locator(".problem").textContent(), words);
    }
  });
}
