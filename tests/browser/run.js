// All of them, one after another before one browser and one service: node tests/browser/run.js [FILE…]
import { after, before } from "node:test";
import { Service, startBrowser } from "./support.js";

export const world = {};

const ALL = ["query_test.js", "texts_test.js", "files_test.js", "search_test.js", "views_test.js", "safety_test.js", "feeds_test.js", "elements_test.js",
  "package_test.js", "accessibility_test.js", "firefox_test.js"];

before(async () => {
  const service = new Service();
  world.service = await service.start("--cors", "*", "--jwt-keys", service.keys);
  world.browser = await startBrowser();
});
after(async () => {
  await world.reader?.close();
  await world.browser?.close();
  await world.service?.end();
});
for (const file of process.argv.length > 2 ? process.argv.slice(2) : ALL) {
  const { tests } = await import(`./${file}`);
  tests(world);
}
