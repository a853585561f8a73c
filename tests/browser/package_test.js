// The elements as an npm package: packed, installed into a small Vite project beside it, built, and run.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { test } from "node:test";
import { openPage, WEB } from "./support.js";

const HERE = path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname));
const TYPES = { ".html": "text/html", ".js": "text/javascript" };

const MAIN = `import { DatelineSearch } from "dateline-elements";
import "dateline-elements/dateline-related.js";
const element = document.querySelector("dateline-search");
if (element instanceof DatelineSearch) element.search("crane");
`;

// As \`npm install\` would, without a registry: the package is unpacked where imports look for it.
function install(tarball, project) {
  const place = path.join(project, "node_modules/dateline-elements");
  fs.mkdirSync(place, { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "--strip-components=1", "-C", place]);
  fs.symlinkSync(path.join(HERE, "node_modules/vite"), path.join(project, "node_modules/vite"));
}

function serveFolder(folder) {
  const server = http.createServer((request, response) => {
    const file = path.join(folder, request.url === "/" ? "index.html" : path.normalize(request.url));
    if (!file.startsWith(folder) || !fs.existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": TYPES[path.extname(file)] ?? "application/octet-stream" });
    return response.end(fs.readFileSync(file));
  });
  return new Promise((resolve) => { server.listen(0, "127.0.0.1", () => resolve(server)); });
}

export function tests(world) {
  test("npm pack makes a package that a Vite project builds with, and that runs", async () => {
    const project = path.join(world.service.directory, "project");
    fs.mkdirSync(project);
    const [packed] = JSON.parse(execFileSync("npm", ["pack", "--json", "--pack-destination", project], { cwd: path.join(WEB, "elements"), encoding: "utf8" }));
    const names = packed.files.map((one) => one.path);
    for (const name of ["dateline-search.js", "dateline-elements.d.ts", "custom-elements.json", "README.md", "common/dom.js", "parts/base.js"]) assert.ok(names.includes(name), name);
    install(path.join(project, packed.filename), project);
    fs.writeFileSync(path.join(project, "package.json"), '{"type": "module"}');
    fs.writeFileSync(path.join(project, "main.js"), MAIN);
    fs.writeFileSync(path.join(project, "index.html"), `<!doctype html><html lang="en"><title>x</title><dateline-search src="${world.service.address}"></dateline-search><script type="module" src="/main.js"></script></html>`);
    execFileSync(process.execPath, ["node_modules/vite/bin/vite.js", "build", "--logLevel", "error"], { cwd: project });
    const server = await serveFolder(path.join(project, "dist"));
    const page = await openPage(world.browser);
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await page.waitForSelector("dateline-search mark");
    assert.deepEqual(page.complaints, []);
    await page.context().close();
    server.close();
  });

  test("TypeScript takes the types, and refuses what they do not have", () => {
    const source = path.join(world.service.directory, "use.ts");
    const compile = (text) => {
      fs.writeFileSync(source, `import { DatelineSearch } from "${path.join(WEB, "elements/dateline-elements")}";\n${text}\n`);
      try {
        execFileSync(process.execPath, [path.join(HERE, "node_modules/typescript/bin/tsc"), "--noEmit", "--strict", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler", source], { encoding: "utf8" });
        return "";
      } catch (error) {
        return error.stdout;
      }
    };
    assert.equal(compile('const e: DatelineSearch = document.createElement("dateline-search"); e.token = async () => "x"; e.addEventListener("dateline-select", (event) => { const id: string = event.detail.id; e.query = id; });'), "");
    assert.match(compile('document.createElement("dateline-search").queri = 1;'), /queri/);
  });
}
