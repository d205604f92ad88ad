import type { Newsroom, Release, Translation } from "../content/entry.ts";
import type { Locale } from "../content/locale.ts";
import { blocks as htmlBlocks } from "../../templates/blocks.ts";
import { html, render } from "../../templates/html.ts";
import { plainBlocks, plainInlines } from "../../templates/plain-text.ts";
import { shownFact, shownStep } from "../../templates/release-blocks.ts";
import { stringsOf } from "../../templates/strings.ts";
import type { PhotoView } from "../../templates/photo-views.ts";
import type { ContactCard, ReleasePage, TextBlock } from "../../templates/views.ts";
import { releaseTag } from "./release-tag.ts";

const standard = {
  name: "ninjs",
  version: "1.8",
  schema: "http://www.iptc.org/std/ninjs/ninjs-schema_1.8.json",
};

/**
 * A release as news agencies exchange news. What ninjs has a word for is said by that word; quotes and the programme's
 * facts, for which it has none, are components of their own, so that the whole is valid as it is.
 *
 * @see  https://iptc.org/standards/ninjs/, generation 1
 */
export function ninjsOf(
  newsroom: Newsroom,
  release: Release,
  translation: Translation,
  view: ReleasePage,
): object {
  const { url } = newsroom;
  const { locale, title, lead, blocks, hash } = translation;
  const uri = releaseTag(url, release, locale);
  const manner = { base: url, quotes: stringsOf(locale).quotes };
  const changes = release.corrections.map(({ at, note }) => `${at}: ${note[locale]}`);
  const parts = { ...quotes(view, uri, url), ...programme(view, uri), ...photos(view, uri, url, locale) };
  return {
    $standard: standard,
    uri,
    type: "text",
    profile: "press-release",
    representationtype: "complete",
    pubstatus: "usable",
    version: String(release.corrections.length + 1),
    firstcreated: release.released,
    versioncreated: release.corrections.at(-1)?.at ?? release.released,
    language: locale,
    headline: title,
    slugline: translation.slug,
    byline: newsroom.publisher[locale],
    description_text: lead,
    body_text: plainBlocks(blocks, manner),
    body_html: render(html`${htmlBlocks(absolute(blocks, url), locale)}`).trimEnd(),
    ...(changes.length === 0 ? {} : { ednote: changes.join("\n") }),
    infosource: [
      {
        name: newsroom.publisher[locale],
        rel: "publisher",
        contactinfo: [{ type: "web", value: `${url}/${locale}/` }],
      },
      ...view.contacts.map((card) => source(card, url)),
    ],
    subject: [
      ...view.topics.map((name) => ({ name, rel: "topic" })),
      ...(view.programme === undefined
        ? []
        : [named(view.programme.name, "programme", url + view.programme.path)]),
      ...(view.trail === undefined ? [] : [named(view.trail.title, "case", url + view.trail.path)]),
    ],
    event: (view.trail?.steps ?? []).map((step) => ({
      name: shownStep(step, locale),
      rel: step.state,
      code: step.id,
    })),
    renditions: Object.fromEntries([
      ["page", { href: view.frame.canonical, mimetype: "text/html" }],
      ...view.frame.formats.map(
        ({ name, path, type }) => [name, { href: url + path, mimetype: type }] as const,
      ),
    ]),
    altids: { id: release.id, sha256: hash },
    ...(Object.keys(parts).length === 0 ? {} : { associations: parts }),
  };
}

/** What is left of a release that was withdrawn: that it is, and why. */
export function canceledNinjs(newsroom: Newsroom, release: Release, locale: Locale): object {
  const { withdrawn } = release;
  return {
    $standard: standard,
    uri: releaseTag(newsroom.url, release, locale),
    type: "text",
    profile: "press-release",
    pubstatus: "canceled",
    language: locale,
    versioncreated: withdrawn?.at,
    ednote: withdrawn?.reason[locale],
  };
}

function named(name: string, rel: string, code: string): object {
  return { name, rel, code };
}

function source(card: ContactCard, url: string): object {
  const reach = [
    { type: "phone", value: card.phone?.e164 },
    { type: "mobile", value: card.mobile?.e164 },
    { type: "email", value: card.email },
    { type: "web", value: url + card.path },
  ];
  const [role] = card.roles;
  return {
    name: card.name,
    rel: "contact",
    code: card.id,
    contactinfo: reach
      .filter((one) => one.value !== undefined)
      .map((one) => ({ ...one, ...(role === undefined ? {} : { role: role.title }) })),
  };
}

type Parts = Readonly<Record<string, object>>;

function quotes({ blocks }: ReleasePage, uri: string, url: string): Parts {
  const said = blocks.filter((block) => block.type === "quote");
  return numbered("quote", said, ({ children, speaker }, name) => ({
    uri: `${uri}#${name}`,
    type: "component",
    profile: "quote",
    body_text: plainInlines(children, url),
    ...(speaker === undefined
      ? {}
      : {
          byline: speaker.role === undefined ? speaker.name : `${speaker.name}, ${speaker.role}`,
          person: [
            {
              name: speaker.name,
              rel: "speaker",
              ...(speaker.path === undefined ? {} : { code: url + speaker.path }),
            },
          ],
        }),
  }));
}

function programme({ frame, programme: box }: ReleasePage, uri: string): Parts {
  if (box === undefined) return {};
  const labels = stringsOf(frame.locale).facts;
  const facts = box.facts.map(({ kind, value }) => [
    `description_${kind}`,
    `${labels[kind]}: ${shownFact(value, frame.locale)}`,
  ]);
  return {
    programme: {
      uri: `${uri}#programme`,
      type: "component",
      profile: "facts",
      headline: box.name,
      description_text: box.summary,
      ...(Object.fromEntries(facts) as Readonly<Record<string, string>>),
    },
  };
}

function photos({ photos: list }: ReleasePage, uri: string, url: string, locale: Locale): Parts {
  return numbered("photo", list, (one, name) => ({
    uri: `${uri}#${name}`,
    type: "picture",
    mimetype: "image/jpeg",
    description_caption: one.caption,
    description_alt: one.picture.alt,
    byline: stringsOf(locale).credit(one.credit),
    copyrightnotice: one.copyright,
    usageterms: one.licence.terms,
    rightsinfo: { linkedrights: one.licence.href },
    renditions: renditions(one, url),
  }));
}

function renditions({ original, picture }: PhotoView, url: string): object {
  const { path, width, height, bytes } = original;
  const web = picture.sources.flatMap(({ type, files }) =>
    files.map((file) => [
      `${type.replace("image/", "")}_${file.width}`,
      { href: url + file.path, mimetype: type, width: file.width },
    ]),
  );
  const press = { href: url + path, mimetype: "image/jpeg", width, height, sizeinbytes: bytes };
  return { original: press, ...(Object.fromEntries(web) as object) };
}

function numbered<T>(word: string, list: readonly T[], make: (one: T, name: string) => object): Parts {
  return Object.fromEntries(
    list.map((one, index) => {
      const name = `${word}_${index + 1}`;
      return [name, make(one, name)];
    }),
  );
}

/** Whoever takes the text elsewhere takes its links along. */
export function absolute(blocks: readonly TextBlock[], url: string): readonly TextBlock[] {
  const anchorless = blocks.map((block) => (block.type === "quote" ? { ...block, id: undefined } : block));
  return JSON.parse(JSON.stringify(anchorless), (key, value: unknown) =>
    (key === "href" || key === "path") && typeof value === "string" && value.startsWith("/")
      ? url + value
      : value,
  ) as readonly TextBlock[];
}
