import { defineConfig } from 'vitest/config';

/** A suite by name: `npm test -- NAME` or `npx vitest run --project NAME`. The heavy ones run one file at a time; `atOnce` of its concurrent tests run together. */
function suite(name: string, include: string[], minutes = 1, heavy = false, exclude: string[] = [], atOnce = heavy ? 2 : 5) {
  return {
    test: {
      name,
      include,
      exclude,
      environment: 'node',
      testTimeout: minutes * 60_000,
      hookTimeout: minutes * 60_000,
      fileParallelism: !heavy,
      maxConcurrency: atOnce,
      retry: 0,
      // A suite's own globals, never vitest's.
      globals: false,
    },
  } as const;
}

export default defineConfig({
  test: {
    projects: [
      suite('unit', ['src/**/*.test.ts']),
      suite('layers', ['test/architecture/**/*.test.ts']),
      suite('backend', ['test/backend/**/*.test.ts'], 1, false, ['test/backend/docker/**/*.test.ts']),
      suite('backend-docker', ['test/backend/docker/**/*.test.ts'], 4, true),
      suite('conformance', ['test/conformance/**/*.test.ts'], 3),
      suite('fuzz', ['test/fuzz/**/*.test.ts'], 5, true),
      suite('clients', ['test/clients/**/*.test.ts']),
      // Much of a recording's time is the engine's and the steps' own waiting.
      suite('recordings', ['test/recordings/**/*.test.ts'], 15, true, [], 3),
      suite('pages', ['test/pages/**/*.test.ts'], 5, true, ['test/pages/docker/**/*.test.ts']),
      suite('pages-docker', ['test/pages/docker/**/*.test.ts'], 5, true),
    ],
  },
});
