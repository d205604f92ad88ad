import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Stories start engines and photos take seconds; a hang still ends.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    env: { TZ: "Pacific/Auckland" }, // no test may lean on the machine's own time zone
  },
});
