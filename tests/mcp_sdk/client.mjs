// A client of the Model Context Protocol, made with the protocol's own SDK: connects, lists the tools and calls those that are asked
// for. What the SDK does not take for a right message ends it with an error.
//
//   node client.mjs stdio CALLS PROGRAM ARGUMENT…
//   node client.mjs http CALLS URL HEADERS
//
// CALLS and HEADERS are JSON: [{"name": "search", "arguments": {"q": "ferry"}}], {"X-Dateline-Groups": "desk"}. Prints one line of
// JSON: {server, tools, results}.
import {Client} from "@modelcontextprotocol/sdk/client/index.js";
import {StdioClientTransport} from "@modelcontextprotocol/sdk/client/stdio.js";
import {StreamableHTTPClientTransport} from "@modelcontextprotocol/sdk/client/streamableHttp.js";

const [way, calls, place, ...rest] = process.argv.slice(2);

function transport() {
  if (way === "stdio") return new StdioClientTransport({command: place, args: rest, stderr: "inherit"});
  return new StreamableHTTPClientTransport(new URL(place), {requestInit: {headers: JSON.parse(rest[0] ?? "{}")}});
}

const client = new Client({name: "dateline-test", version: "1.0.0"});
await client.connect(transport());
const {tools} = await client.listTools();
const results = [];
for (const call of JSON.parse(calls)) {
  // An error of the protocol is a result here, as any other.
  results.push(await client.callTool(call).catch(error => ({code: error.code, message: error.message})));
}
await client.ping();
const server = client.getServerVersion();
const instructions = client.getInstructions();
await client.close();
console.log(JSON.stringify({server, instructions, tools, results}));
