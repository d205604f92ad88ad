import type { Case, Id, Kind, Release } from "../content/entry.ts";
import type { Locale } from "../content/locale.ts";
import { topicPath, entryPath } from "./paths.ts";
import type { Library, ReleaseList } from "./library.ts";
import { isLive } from "./library.ts";
import type { Subject } from "./subject.ts";
import { topicNames } from "./topics.ts";

/** What has a list for each year: of releases, or, of a body, of its steps. */
export type Listed = "topic" | "programme" | "case" | "contact" | "body";

/** A list that goes on from year to year, by what it is about: "topic/erhverv", "contact/bent-hansen". */
export type ListName = `${Listed}/${string}`;

/** @param list  "contact/bent-hansen" */
export function listNamed(list: string): { readonly of: Listed; readonly id: Id } {
  const slash = list.indexOf("/");
  return { of: list.slice(0, slash) as Listed, id: list.slice(slash + 1) };
}

/** One year of a list, as it stands in the name of its subject: "contact/bent-hansen/2008". */
export function listYearNamed(name: string): { readonly list: ListName; readonly year: string } {
  const slash = name.lastIndexOf("/");
  return { list: name.slice(0, slash) as ListName, year: name.slice(slash + 1) };
}

/** What another entry has where this subject is: its own pages, or the same year of its list. */
export function counterpart(
  subject: Subject,
  { kind, id }: { readonly kind: Kind; readonly id: Id },
): Subject {
  const isYearOfList = subject.startsWith("list:");
  return (isYearOfList ? `list:${kind}/${id}/${listYearNamed(subject).year}` : `${kind}:${id}`) as Subject;
}

/** The releases of a list; undefined for one that is of steps. */
export function releasesIn(list: ListName): ReleaseList | undefined {
  const { of, id } = listNamed(list);
  switch (of) {
    case "topic":
      return { topic: id };
    case "programme":
      return { programme: id };
    case "case":
      return { case: id };
    case "contact":
      return { contact: id };
    case "body":
      return undefined;
  }
}

/** The lists that a release is in. */
export function listsOfRelease(
  release: Pick<Release, "topics" | "programme" | "case" | "contacts">,
): readonly ListName[] {
  return [
    ...topicNames(release.topics).map((topic): ListName => `topic/${topic}`),
    ...(release.programme === undefined ? [] : [`programme/${release.programme}` as const]),
    ...(release.case === undefined ? [] : [`case/${release.case}` as const]),
    ...release.contacts.map((id): ListName => `contact/${id}`),
  ];
}

/** The years of bodies' lists that a case has steps in. */
export function listYearsOfCase({ steps }: Pick<Case, "steps">): readonly { list: ListName; year: string }[] {
  return steps.map(({ body, date }) => ({ list: `body/${body}`, year: date.slice(0, 4) }));
}

/** The kinds whose citers among releases make a list. */
export const citedKinds = ["programme", "case", "contact"] as const;

/** Where the list itself stands; undefined where it is of something that readers may not know of, or that is gone. */
export async function listPath(
  library: Library,
  list: ListName,
  locale: Locale,
): Promise<string | undefined> {
  const { of, id } = listNamed(list);
  if (of === "topic") return topicPath(id, locale);
  const entry = await library.entry(of, id);
  return entry === undefined || !isLive(entry, library.instant) ? undefined : entryPath(entry, locale);
}
