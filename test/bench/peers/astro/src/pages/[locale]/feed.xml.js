import { day, newest } from "../../newest.js";

export const getStaticPaths = () => ["da", "en"].map((locale) => ({ params: { locale } }));
const safe = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

export async function GET({ params: { locale } }) {
  const entries = (await newest(locale))
    .slice(0, 50)
    .map(
      ({ data }) =>
        `<entry><title>${safe(data.title)}</title><id>https://presse.example${data.path}</id><updated>${day(data.date)}T00:00:00Z</updated><link href="https://presse.example${data.path}"/><summary>${safe(data.lead)}</summary></entry>`,
    );
  return new Response(
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>Presserum</title><id>https://presse.example/${locale}/</id><updated>2026-12-01T00:00:00Z</updated>\n${entries.join("\n")}</feed>\n`,
  );
}
