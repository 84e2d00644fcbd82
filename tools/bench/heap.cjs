/** Loaded into a server that is measured: on SIGUSR2 it collects its garbage and writes how many bytes of its heap are in use. */
const { writeFileSync } = require("node:fs");

process.on("SIGUSR2", () => {
  globalThis.gc();
  writeFileSync(process.env.COGNITO_BENCH_HEAP, String(process.memoryUsage().heapUsed));
});
