import { defineConfig } from "vitest/config";

/** One project per test level; CONTRIBUTING.md says what each level may fake. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
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
      { test: { name: "lsp", include: ["test/lsp/**/*.test.ts"], testTimeout: 20_000 } },
      { test: { name: "aws", include: ["test/aws/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 120_000 } },
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
