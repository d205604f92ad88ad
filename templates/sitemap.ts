import { html } from "./html.ts";
import { xml } from "./xml.ts";
import type { NewsSitemapView, SitemapPage, SitemapView } from "./feed-views.ts";

/** @see https://www.sitemaps.org/protocol.html, with hreflang and images as search engines read them */
export function sitemap({ pages }: SitemapView): string {
  return xml(html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
${pages.map(page)}</urlset>
`);
}

function page({ href, changed, alternates, image }: SitemapPage) {
  return html`<url>
<loc>${href}</loc>
${
  changed !== undefined &&
  html`<lastmod>${changed}</lastmod>
`
}${alternates.map(
    (one) => html`<xhtml:link rel="alternate" hreflang="${one.locale}" href="${one.href}"/>
`,
  )}${
    image !== undefined &&
    html`<image:image><image:loc>${image}</image:loc></image:image>
`
  }</url>
`;
}

/** @param hrefs  where the sitemaps are */
export function sitemapIndex(hrefs: readonly string[]): string {
  return xml(html`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${hrefs.map(
  (href) => html`<sitemap><loc>${href}</loc></sitemap>
`,
)}</sitemapindex>
`);
}

/** @see https://www.google.com/schemas/sitemap-news/0.9/ */
export function newsSitemap({ pages }: NewsSitemapView): string {
  return xml(html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${pages.map(
  (one) => html`<url>
<loc>${one.href}</loc>
<news:news><news:publication><news:name>${one.publication}</news:name><news:language>${one.locale}</news:language></news:publication><news:publication_date>${one.published}</news:publication_date><news:title>${one.title}</news:title></news:news>
</url>
`,
)}</urlset>
`);
}
