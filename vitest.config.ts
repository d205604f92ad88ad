import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Stories start engines and photos take seconds; a hang still ends.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    maxWorkers: 2, // a test is a press room with engines, functions and sharp's threads: two of them fill a laptop
    env: {
      TZ: "Pacific/Auckland", // no test may lean on the machine's own time zone
      STORY_CALLS: join(tmpdir(), `presserum-calls-${process.pid}`), // what the stories called, for test/after
    },
    // It imports JSON as bundlers take it, and Node.js does not.
    server: { deps: { inline: [/@actions\//] } },
    projects: [
      {
        extends: true,
        test: {
          name: "test",
          include: ["test/**/*.test.ts"],
          exclude: ["test/after/**"],
          sequence: { groupOrder: 1 }, // not 0: with one worker vitest puts group 0 behind all others
        },
      },
      {
        extends: true,
        test: { name: "after", include: ["test/after/*.test.ts"], sequence: { groupOrder: 2 } },
      },
    ],
  },
});
