import { defineConfig } from "astro/config";

export default defineConfig({
  site: "https://presse.example",
  trailingSlash: "always",
  build: { format: "directory" },
  devToolbar: { enabled: false },
});
