// How long after the service's answer the first hit is painted, as the browser tells by its Element Timing: of a page that is opened, and
// of searches in an open one. A measurement and no test, since it depends on what else the machine does, which it tells beside it.
//
//   node tests/browser/paint.js [ROUNDS [opened]]      with "opened", no searches in the open page
import fs from "node:fs";
import { openPage, Service, settled, startBrowser } from "./support.js";

const QUERIES = ["tide", "bridge", "harbour", "ferry", "crane", "inquiry"];
const ROUNDS = Number(process.argv[2] ?? 5);

// In the page: each new first hit is watched from before it is painted.
function watchPaints() {
  globalThis.paints = [];
  let count = 0;
  new MutationObserver(() => {
    const headline = document.querySelector(".hit h2:not([elementtiming])");
    if (headline && headline === document.querySelector(".hit h2")) headline.setAttribute("elementtiming", `hit-${count++}`);
  }).observe(document, { subtree: true, childList: true });
  new PerformanceObserver((list) => globalThis.paints.push(...list.getEntries().map((entry) => entry.renderTime))).observe({ type: "element", buffered: true });
}

// So long (ms) the page is left alone. It is asked when all is painted: what is run in it before would take its turn between the answer and the paint.
const QUIET = 1500;
const painted = (page, count) => page.waitForTimeout(QUIET).then(() => page.waitForFunction((least) => globalThis.paints.length >= least, count)).then(() => page.evaluate(() => {
  const isHits = (name) => name.includes("/search?") && !name.includes("facet");
  const answer = performance.getEntriesByType("resource").filter((entry) => isHits(entry.name)).pop();
  return { after: globalThis.paints.at(-1) - answer.responseEnd, all: globalThis.paints.at(-1) };
}));

// Of the processors' time, the share that somebody waited for one, since `before`.
function waiting(before) {
  const total = Number(/^some .*total=(\d+)/m.exec(fs.readFileSync("/proc/pressure/cpu", "utf8"))?.[1] ?? NaN);
  const now = performance.now();
  return before ? { share: (total - before.total) / 1000 / (now - before.now) } : { total, now };
}

function told(name, waits) {
  const sorted = [...waits].sort((a, b) => a - b);
  const place = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(0);
  return `${name}: median ${place(0.5)} ms, nine in ten within ${place(0.9)}, longest ${place(1)} (of ${waits.length})`;
}

const service = await new Service().start();
const browser = await startBrowser();
const [opened, whole, searched] = [[], [], []];
const before = waiting();
for (let round = 0; round < ROUNDS; round += 1) {
  const page = await openPage(browser);
  await page.addInitScript(watchPaints);
  await page.waitForTimeout(QUIET); // a new window has work of its own
  await page.goto(`${service.address}?q=${QUERIES.at(-1)}`);
  const { after, all } = await painted(page, 1);
  opened.push(after);
  whole.push(all);
  for (const [i, query] of process.argv[3] === "opened" ? [] : QUERIES.entries()) {
    await settled(page);
    await page.waitForTimeout(100);
    await page.fill("#q", query);
    await page.keyboard.press("Enter");
    searched.push((await painted(page, i + 2)).after);
  }
  await page.context().close();
}
console.log(told("a page that is opened", opened));
console.log(told("a page that is opened, from its address to the first hit", whole));
if (searched.length > 0) console.log(told("a search in an open page", searched));
console.log(`load ${fs.readFileSync("/proc/loadavg", "utf8").split(" ", 1)}; somebody waited for a processor in ${(100 * waiting(before).share).toFixed(0)} % of the time`);
await browser.close();
await service.end();
