import { locales } from "../../content/locale.ts";
import type { Locale } from "../../content/locale.ts";
import type { FrontPage, WelcomePage } from "../../../templates/views.ts";
import { stringsOf } from "../../../templates/strings.ts";
import type { Library } from "../library.ts";
import { entryPath, frontPath, sectionPath } from "../paths.ts";
import { organisation } from "../structured-data.ts";
import { cardsOf } from "./release.ts";
import { frameOf } from "./frame.ts";
import { teaserOf, teaserWithPicture } from "./teaser.ts";
import { linkToCase, stepView } from "./trail.ts";

/** As many as fit two screens; the archive has the rest. */
const newestOnFront = 10;
const pendingOnFront = 5;
const newestOnWelcome = 3;

export async function frontView(library: Library, locale: Locale): Promise<FrontPage> {
  const [newsroom, cards, pending, programmes] = await Promise.all([
    library.newsroom(),
    library.releases("all", newestOnFront),
    library.pendingSteps(pendingOnFront),
    library.programmes(),
  ]);
  const [newest, steps, [pressContact]] = await Promise.all([
    Promise.all(cards.map((card) => teaserWithPicture(library, card, locale))),
    Promise.all(
      pending.map(async ({ case: matter, step }) => ({
        case: linkToCase(matter, locale),
        step: await stepView(library, step, locale),
      })),
    ),
    cardsOf(library, [], locale),
  ]);
  return {
    frame: frameOf(newsroom, {
      locale,
      title: newsroom.name[locale],
      description: newsroom.about[locale],
      paths: { da: frontPath("da"), en: frontPath("en") },
      forAll: "/",
      current: "front",
      structuredData: [{ "@context": "https://schema.org", ...organisation(newsroom, locale) }],
    }),
    newest,
    pending: steps,
    programmes: programmes.flatMap((programme) => {
      const path = entryPath(programme, locale);
      return path === undefined
        ? []
        : [{ name: programme.name[locale], path, summary: programme.summary[locale] }];
    }),
    ...(pressContact === undefined ? {} : { pressContact }),
    archivePath: sectionPath("archive", locale),
  };
}

/** The page at "/": no guess from where a reader sits or what a browser asks for; each language offers itself. */
export async function welcomeView(library: Library): Promise<WelcomePage> {
  const [newsroom, cards] = await Promise.all([library.newsroom(), library.releases("all", newestOnWelcome)]);
  const { title, description } = stringsOf("da").pages.welcome(newsroom.name.da);
  const frame = frameOf(newsroom, { locale: "da", title, description, paths: {} });
  return {
    frame: {
      ...frame,
      canonical: `${newsroom.url}/`,
      alternates: [
        ...locales.map((hreflang) => ({ hreflang, href: newsroom.url + frontPath(hreflang) })),
        { hreflang: "x-default", href: `${newsroom.url}/` },
      ],
    },
    languages: locales.map((locale) => ({
      locale,
      name: stringsOf(locale).languageName,
      newsroom: newsroom.name[locale],
      path: frontPath(locale),
      newest: cards.map((card) => teaserOf(card, locale)),
    })),
  };
}
