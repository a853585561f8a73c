// The elements as an npm package: packed, installed into a small Vite project beside it, built, and run.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { test } from "node:test";
import ts from "typescript";
import { readerOf, WEB } from "./support.js";

const HERE = path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname));
const TYPES = { ".html": "text/html", ".js": "text/javascript" };

const MAIN = `import { DatelineSearch } from "dateline-elements";
import "dateline-elements/dateline-related.js";
const element = document.querySelector("dateline-search");
if (element instanceof DatelineSearch) element.search("crane");
`;

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
  const reader = readerOf(world);
  reader.over("npm pack makes a package that a Vite project builds with, and that runs", async () => {
    const project = path.join(world.service.directory, "project");
    fs.mkdirSync(project);
    const [packed] = JSON.parse(execFileSync("npm", ["pack", "--json", "--pack-destination", project], { cwd: path.join(WEB, "elements"), encoding: "utf8" }));
    const names = packed.files.map((one) => one.path);
    for (const name of ["dateline-search.js", "dateline-elements.d.ts", "custom-elements.json", "README.md", "common/dom.js", "parts/base.js"]) assert.ok(names.includes(name), name);
    fs.writeFileSync(path.join(project, "package.json"), '{"type": "module"}');
    execFileSync("npm", ["install", "--offline", "--no-audit", "--no-fund", "--loglevel=error", `./${packed.filename}`], { cwd: project });
    fs.writeFileSync(path.join(project, "main.js"), MAIN);
    fs.writeFileSync(path.join(project, "index.html"), `<!doctype html><html lang="en"><title>x</title><dateline-search src="${world.service.address}"></dateline-search><script type="module" src="/main.js"></script></html>`);
    execFileSync(process.execPath, [path.join(HERE, "node_modules/vite/bin/vite.js"), "build", "--logLevel", "error"], { cwd: project });
    const server = await serveFolder(path.join(project, "dist"));
    const page = await reader.open();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await page.waitForSelector("dateline-search mark");
    server.closeAllConnections();
    server.close();
  });

  test("TypeScript takes the types, and refuses what they do not have", () => {
    const uses = {
      right: 'const e: DatelineSearch = document.createElement("dateline-search"); e.token = async () => "x"; e.addEventListener("dateline-select", (event) => { const id: string = event.detail.id; e.query = id; });',
      wrong: 'document.createElement("dateline-search").queri = 1;',
    };
    const files = Object.entries(uses).map(([name, text]) => {
      const file = path.join(world.service.directory, `${name}.ts`);
      fs.writeFileSync(file, `import { DatelineSearch } from "${path.join(WEB, "elements/dateline-elements")}";\n${text}\n`);
      return file;
    });
    const program = ts.createProgram(files, {
      noEmit: true, strict: true, skipDefaultLibCheck: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler,
    });
    const complaints = ts.getPreEmitDiagnostics(program).map((one) => `${path.basename(one.file?.fileName ?? "")}: ${ts.flattenDiagnosticMessageText(one.messageText, " ")}`);
    assert.equal(complaints.length, 1, complaints.join("\n"));
    assert.match(complaints[0], /^wrong\.ts: .*queri/);
  });
}
