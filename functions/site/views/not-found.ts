import type { NotFoundPage } from "../../../templates/views.ts";
import { stringsOf } from "../../../templates/strings.ts";
import type { Library } from "../library.ts";
import { frameOf } from "./frame.ts";

/** In both languages at once: an address with nothing behind it does not tell which one its reader has. */
export async function notFoundView(library: Library): Promise<NotFoundPage> {
  const newsroom = await library.newsroom();
  const frame = (locale: "da" | "en") =>
    frameOf(newsroom, { locale, ...stringsOf(locale).pages.notFound(newsroom.name[locale]), paths: {} });
  return { frames: { da: frame("da"), en: frame("en") } };
}
