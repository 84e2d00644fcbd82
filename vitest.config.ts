import { defineConfig } from "vitest/config";

/**
 * One project per test level; CONTRIBUTING.md says what each level may fake.
 *
 * Test files of a level that only reads the sources share a worker's modules (`isolate: false`): loading the engine anew for
 * each of some 270 files took longer than the tests. So module-level state is not allowed in them, as in the product.
 * Times to wait are for what hangs; nothing asserts how long anything takes.
 */
const expectation = { poll: { timeout: 30_000 } };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          isolate: false,
          maxWorkers: "100%",
          testTimeout: 60_000,
          expect: expectation,
          setupFiles: ["test/support/seed.ts"],
          include: [
            "server/src/**/*.test.ts",
            "deploy/**/*.test.ts",
            "cli/**/*.test.ts",
            "client/**/*.test.ts",
            "tools/**/*.test.ts",
            "test/unit/**/*.test.ts",
          ],
        },
      },
      { test: { name: "recipes", include: ["test/recipes/**/*.test.ts"], testTimeout: 900_000, hookTimeout: 120_000 } },
      { test: { name: "lsp", include: ["test/lsp/**/*.test.ts"], testTimeout: 20_000, expect: expectation } },
      {
        test: {
          name: "aws",
          include: ["test/aws/**/*.test.ts"],
          isolate: false,
          maxWorkers: "100%",
          testTimeout: 60_000,
          hookTimeout: 120_000,
          expect: expectation,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          testTimeout: 180_000,
          hookTimeout: 600_000,
          fileParallelism: false,
          maxWorkers: 1,
        },
      },
    ],
  },
});
