import { day, newest } from "../newest.js";

export async function GET() {
  const all = (await Promise.all(["da", "en"].map((locale) => newest(locale)))).flat();
  const lines = all.map(
    ({ data }) =>
      `<url><loc>https://presse.example${data.path}</loc><lastmod>${day(data.date)}</lastmod></url>`,
  );
  return new Response(
    `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${lines.join("\n")}</urlset>\n`,
  );
}
