import { exactMoney, shownBytes, shownDate, shownMinute, shownMoney } from "./format.ts";
import { stringsOf } from "./strings.ts";
import type { PhotoView } from "./photo-views.ts";
import type { ContactCard, FactView, Inline, Locale, ReleasePage, StepView, TextBlock } from "./views.ts";

/**
 * All that a release's page says, as one text without a page around it: for the formats that are nothing but text.
 * The contacts come last, where a reporter looks for them.
 *
 * @param base  what stands before the paths of this site: "https://presse.example"
 */
export function releaseBlocks(view: ReleasePage, base: string): readonly TextBlock[] {
  const { locale, canonical } = view.frame;
  const strings = stringsOf(locale);
  return [
    said(`${strings.pressRelease} · ${shownDate(view.date, locale)} · ${view.frame.newsroom.publisher}`),
    ...notices(view),
    said(view.lead),
    ...view.blocks,
    ...section(strings.aboutProgramme, view.programme && facts(view.programme, locale, base)),
    ...section(strings.trail, view.trail && steps(view.trail.steps, locale)),
    ...section(strings.photos, view.photos.length > 0 && view.photos.map((one) => photo(one, locale, base))),
    ...section(
      strings.more,
      view.links.length > 0 && view.links.map((one) => [link(one.text, one.href, base)]),
    ),
    ...section(
      strings.corrections,
      view.corrections.length > 0 &&
        view.corrections.map(({ change, minute, note }) => [
          text(`${strings.change[change]} ${shownMinute(minute, locale)}: ${note}`),
        ]),
    ),
    ...(canonical === undefined ? [] : [paragraph([link(strings.readOnline, canonical, base)])]),
    ...section(
      strings.contacts,
      view.contacts.length > 0 && view.contacts.map((one) => contact(one, locale)),
    ),
  ];
}

function notices({ frame, sample, imported, translation }: ReleasePage): readonly TextBlock[] {
  const strings = stringsOf(frame.locale);
  return [
    ...(sample ? [said(strings.sampleRelease)] : []),
    ...(translation === undefined ? [] : [said(strings.translation[translation.state])]),
    ...(imported?.titleReconstructed === true ? [said(strings.titleReconstructed)] : []),
  ];
}

function section(
  heading: string,
  items: readonly (readonly Inline[])[] | false | undefined,
): readonly TextBlock[] {
  if (items === undefined || items === false) return [];
  return [
    { type: "heading", level: 2, id: "", children: [text(heading)] },
    { type: "list", ordered: false, start: 1, items: items.map((item) => [paragraph(item)]) },
  ];
}

function facts(
  { name, path, facts: list }: NonNullable<ReleasePage["programme"]>,
  locale: Locale,
  base: string,
): readonly (readonly Inline[])[] {
  const labels = stringsOf(locale).facts;
  return [
    [link(name, path, base)],
    ...list.map(({ kind, value }) => [text(`${labels[kind]}: ${shownFact(value, locale)}`)]),
  ];
}

/** A fact in one line. */
export function shownFact(value: FactView["value"], locale: Locale): string {
  switch (value.type) {
    case "text":
      return value.text;
    case "list":
      return value.items.join("; ");
    case "period":
      return `${value.from}–${value.to}`;
    case "money": {
      const { exact, currency } = value.money;
      return `${shownMoney(exact, currency, locale)} (${stringsOf(locale).exactly(exactMoney(exact, currency, locale))})`;
    }
    case "link":
      return value.href;
  }
}

function steps(list: readonly StepView[], locale: Locale): readonly (readonly Inline[])[] {
  return list.map((step) => [text(shownStep(step, locale))]);
}

/** "26. maj 2008: Vækstforum (godkendende). Vækstforum godkender klyngeprogrammet. Godkendt" */
export function shownStep({ date, body, action, subject, outcome, state }: StepView, locale: Locale): string {
  const strings = stringsOf(locale);
  const open = state === "overdue" ? strings.overdue : strings.pending;
  const end = outcome === undefined ? open : strings.outcomes[outcome];
  return `${shownDate(date, locale)}: ${body.text} (${strings.parts[action]}). ${subject} ${end}`;
}

function photo({ caption, credit, original }: PhotoView, locale: Locale, base: string): readonly Inline[] {
  const { width, height, bytes } = original;
  const size = `${stringsOf(locale).pixels(String(width), String(height))}, ${shownBytes(bytes, locale)}`;
  return [
    text(`${caption} ${stringsOf(locale).credit(credit)} (${size}) `),
    link(original.fileName, original.path, base),
  ];
}

function contact(card: ContactCard, locale: Locale): readonly Inline[] {
  const strings = stringsOf(locale);
  const roles = card.roles.map(({ title, department }) => [title, department].filter(Boolean).join(", "));
  const reach = [
    card.phone && `${strings.phone} ${card.phone.shown}`,
    card.mobile && `${strings.mobile} ${card.mobile.shown}`,
    card.email,
    card.historicalOn !== undefined && strings.historical(card.historicalOn),
  ];
  return [text([[card.name, ...roles].join(", "), ...reach].filter(Boolean).join(". ").replace(/\.?$/, ""))];
}

function said(words: string): TextBlock {
  return paragraph([text(words)]);
}
function paragraph(children: readonly Inline[]): TextBlock {
  return { type: "paragraph", children };
}
function text(words: string): Inline {
  return { type: "text", text: words };
}
function link(words: string, to: string, base: string): Inline {
  return { type: "link", href: to.startsWith("/") ? base + to : to, children: [text(words)] };
}
