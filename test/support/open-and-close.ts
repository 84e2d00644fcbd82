/** Run with --expose-gc: opens, edits and closes specs in a server of this process, and prints the heap after each round as JSON. */
import { connect, pullingClient } from "./lsp.ts";
import { examples, samples } from "./storm.ts";

const perRound = Number(process.argv[2]);
const rounds = Number(process.argv[3]);
const collect = (globalThis as { gc?: () => void }).gc;
if (!collect) throw new Error("node --expose-gc is needed");

const client = connect();
await client.initialize(pullingClient);
const texts = [...examples(), ...samples().filter(({ name }) => name.startsWith("stream."))];

async function round(first: number): Promise<number> {
  for (let n = first; n < first + perRound; n++) {
    const { name, text } = texts[n % texts.length] as (typeof texts)[number];
    // No two alike, so that nothing can be kept under a name or a text that comes again.
    const uri = `file:///round/${n}/${name}`;
    await client.open(uri, `${text}${name.endsWith("ml") ? `# ${n}\n` : " ".repeat(n % 50)}`);
    await client.pull(uri);
    const start = { line: 0, character: 0 };
    await client.change(uri, { range: { start, end: start }, text: name.endsWith("ml") ? `# edited ${n}\n` : "\n" });
    await client.pull(uri);
    await client.request("textDocument/hover", uri, { line: 3, character: 4 });
    await client.request("textDocument/completion", uri, { line: 3, character: 4 });
    await client.request("textDocument/documentSymbol", uri);
    await client.close(uri);
  }
  // An answer shows that the last close has been taken in.
  await client.pull("file:///none.cognito-client.yaml");
  for (let turn = 0; turn < 3; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
    collect?.();
  }
  return process.memoryUsage().heapUsed;
}

const heaps: number[] = [];
for (let n = 0; n < rounds; n++) heaps.push(await round(n * perRound));
console.log(JSON.stringify({ documents: perRound * rounds, heaps }));
process.exit(0);
