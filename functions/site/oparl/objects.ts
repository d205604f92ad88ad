import { startOfDay } from "../../content/instant.ts";
import type { Instant } from "../../content/instant.ts";
import type { Body, Case, CaseDocument, Contact, Id, Step } from "../../content/entry.ts";
import { outcomes, parts } from "../../../templates/decision-words-da.ts";
import type { ApiLibrary, Dates, Meeting } from "../api/api-library.ts";
import { areOnSite } from "../api/records.ts";
import { documentsShown, documentType } from "../case-documents.ts";
import type { NewsroomWithPages } from "../library.ts";
import { documentPath, entryPath, frontPath, keyOfPath, sectionPath } from "../paths.ts";
import { membershipsOf, oparlId, oparlPath, ownBody, typeUrl, versionUrl } from "./ids.ts";
import type { OparlType } from "./ids.ts";

/*
 * What the press room knows, as OParl 1.1 has it: the authority is the Body, our bodies are Organizations, a case is a
 * Paper, each of its steps a Consultation and an AgendaItem, and a body's steps of one day are a Meeting. OParl has one
 * language, and takes ours that counts; names in both are beside it under our own prefix. Undefined is absent in JSON.
 */

/** An object with what everyone asks of it. */
export interface OparlObject extends Dates {
  readonly id: string;
  readonly type: string;
  readonly [field: string]: unknown;
}

/** In these a body decides; in the others it prepares what another decides. */
const deciding = new Set<Step["action"]>(["approval", "decision"]);

export async function system(library: ApiLibrary): Promise<OparlObject> {
  const newsroom = await library.newsroom();
  const { url, name } = newsroom;
  return {
    id: oparlId(url, "system"),
    type: typeUrl("system"),
    oparlVersion: versionUrl,
    license: newsroom.dataLicence,
    body: oparlId(url, "body"),
    name: name.da,
    ...(await whoAnswers(library, newsroom)),
    website: url + frontPath("da"),
    web: url + sectionPath("data", "da"),
    ...(await datesOf(library, "newsroom", "newsroom")),
    "presserum:name": name,
  };
}

export async function bodyObject(library: ApiLibrary): Promise<OparlObject> {
  const newsroom = await library.newsroom();
  const { url, publisher } = newsroom;
  const list = (name: OparlType | "locationList" | "legislativeTermList") => `${url}${oparlPath}/${name}`;
  return {
    id: oparlId(url, "body", ownBody),
    type: typeUrl("body"),
    system: oparlId(url, "system"),
    name: publisher.da,
    website: url + frontPath("da"),
    license: newsroom.dataLicence,
    ...(await whoAnswers(library, newsroom)),
    organization: list("organization"),
    person: list("person"),
    meeting: list("meeting"),
    paper: list("paper"),
    legislativeTerm: [],
    agendaItem: list("agendaItem"),
    consultation: list("consultation"),
    file: list("file"),
    locationList: list("locationList"),
    legislativeTermList: list("legislativeTermList"),
    membership: list("membership"),
    web: url + sectionPath("bodies", "da"),
    ...(await datesOf(library, "newsroom", "newsroom")),
    "presserum:name": publisher,
  };
}

async function whoAnswers(library: ApiLibrary, { pressContact }: NewsroomWithPages): Promise<object> {
  const contact = pressContact === undefined ? undefined : await library.entry("contact", pressContact);
  return contact?.email === undefined ? {} : { contactEmail: contact.email, contactName: contact.name };
}

/** Undefined, as all below, for what has no pages on the site. */
export async function organization(library: ApiLibrary, body: Body): Promise<OparlObject | undefined> {
  const web = await pageOf(library, body);
  if (web === undefined) return undefined;
  const { url } = await library.newsroom();
  const contacts = await library.contacts({ body: body.id });
  const members = contacts.filter(isPerson);
  const { created, modified } = await datesOf(library, "body", body.id);
  const ofMembers = await Promise.all(members.map(({ id }) => datesOf(library, "contact", id)));
  const memberships = members.flatMap((contact) =>
    membershipsOf(contact)
      .filter((one) => one.body === body.id)
      .map(({ name }) => oparlId(url, "membership", contact.id, name)),
  );
  return {
    ...named(url, "organization", body.id),
    body: oparlId(url, "body", ownBody),
    name: body.name.da,
    organizationType: "Gremium",
    membership: memberships,
    meeting: `${oparlId(url, "organization", body.id)}/meeting`,
    website: body.url,
    web,
    created,
    modified: latest(modified, ...ofMembers.map((one) => one.modified)),
    "presserum:name": body.name,
  };
}

export function isPerson({ type, roles }: Contact): boolean {
  return type === "person" && roles.some(({ body }) => body !== undefined);
}

export async function person(library: ApiLibrary, contact: Contact): Promise<OparlObject | undefined> {
  const memberships = await membershipObjects(library, contact);
  const web = await pageOf(library, contact);
  if (memberships.length === 0 || web === undefined) return undefined;
  const { url } = await library.newsroom();
  const { name, phone, mobile, email, roles, historicalOn } = contact;
  const numbers = [phone, mobile].filter((one) => one !== undefined);
  return {
    ...named(url, "person", contact.id),
    body: oparlId(url, "body", ownBody),
    name,
    phone: numbers.length === 0 ? undefined : numbers,
    email: email === undefined ? undefined : [email],
    status: roles.map(({ title }) => title.da),
    membership: memberships,
    web,
    ...(await datesOf(library, "contact", contact.id)),
    "presserum:historicalOn": historicalOn,
  };
}

export async function membershipObjects(
  library: ApiLibrary,
  contact: Contact,
): Promise<readonly OparlObject[]> {
  const web = await pageOf(library, contact);
  if (web === undefined || !isPerson(contact)) return [];
  const { url } = await library.newsroom();
  const dates = await datesOf(library, "contact", contact.id);
  return membershipsOf(contact).map(({ name, body, role }) => ({
    ...named(url, "membership", contact.id, name),
    person: oparlId(url, "person", contact.id),
    organization: oparlId(url, "organization", body),
    role: role.title.da,
    startDate: role.from,
    endDate: role.to,
    web,
    ...dates,
    "presserum:role": role.title,
  }));
}

/** A body's steps of one day. Their hour is nobody's to know: it starts when the day does. */
export async function meeting(
  library: ApiLibrary,
  body: Body,
  { date, steps }: Meeting,
): Promise<OparlObject | undefined> {
  const there = (
    await Promise.all(steps.map(async (one) => ((await pageOf(library, one.case)) ? [one] : [])))
  ).flat();
  const web = await pageOf(library, body);
  if (web === undefined || there.length === 0) return undefined;
  const { url, zone } = await library.newsroom();
  const items = await Promise.all(there.map(({ case: matter, step }) => agendaItem(library, matter, step)));
  const isHeld = there.every(({ step }) => step.outcome !== undefined);
  return {
    ...named(url, "meeting", body.id, date),
    name: `${body.name.da}, ${date}`,
    meetingState: isHeld ? "durchgeführt" : "terminiert", // the words that OParl recommends
    start: startOfDay(date, zone),
    organization: [oparlId(url, "organization", body.id)],
    agendaItem: items,
    web,
    created: items.map(({ created }) => created).toSorted()[0] ?? library.instant,
    modified:
      items
        .map(({ modified }) => modified)
        .toSorted()
        .at(-1) ?? library.instant,
  };
}

export async function agendaItem(library: ApiLibrary, matter: Case, step: Step): Promise<OparlObject> {
  const { url } = await library.newsroom();
  const files = documentsShown(matter, library.instant).filter((one) => one.step === step.id);
  const found = await Promise.all(files.map((one) => fileObject(library, matter, one)));
  const there = found.filter((one) => one !== undefined);
  return {
    ...named(url, "agendaItem", matter.id, step.id),
    meeting: oparlId(url, "meeting", step.body, step.date),
    name: step.subject.da,
    consultation: oparlId(url, "consultation", matter.id, step.id),
    result: step.outcome === undefined ? undefined : outcomes[step.outcome],
    auxiliaryFile: there.length === 0 ? undefined : there,
    web: url + pathOf(matter),
    ...(await caseDates(library, matter)),
    "presserum:name": step.subject,
    "presserum:outcome": step.outcome,
  };
}

export async function paper(library: ApiLibrary, matter: Case): Promise<OparlObject | undefined> {
  const web = await pageOf(library, matter);
  if (web === undefined) return undefined;
  const { url } = await library.newsroom();
  const files = await fileObjects(library, matter);
  return {
    ...named(url, "paper", matter.id),
    body: oparlId(url, "body", ownBody),
    name: matter.title.da,
    reference: matter.number,
    auxiliaryFile: files.length === 0 ? undefined : files,
    consultation: await Promise.all(matter.steps.map((step) => consultation(library, matter, step))),
    web,
    ...(await caseDates(library, matter)),
    "presserum:name": matter.title,
  };
}

export async function consultation(library: ApiLibrary, matter: Case, step: Step): Promise<OparlObject> {
  const { url } = await library.newsroom();
  return {
    ...named(url, "consultation", matter.id, step.id),
    paper: oparlId(url, "paper", matter.id),
    agendaItem: oparlId(url, "agendaItem", matter.id, step.id),
    meeting: oparlId(url, "meeting", step.body, step.date),
    organization: [oparlId(url, "organization", step.body)],
    authoritative: deciding.has(step.action),
    role: parts[step.action],
    web: url + pathOf(matter),
    ...(await caseDates(library, matter)),
    "presserum:action": step.action,
  };
}

export async function fileObjects(library: ApiLibrary, matter: Case): Promise<readonly OparlObject[]> {
  const shown = documentsShown(matter, library.instant);
  const found = await Promise.all(shown.map((one) => fileObject(library, matter, one)));
  return found.filter((one) => one !== undefined);
}

async function fileObject(
  library: ApiLibrary,
  matter: Case,
  one: CaseDocument,
): Promise<OparlObject | undefined> {
  const path = documentPath(matter.id, one);
  if (!(await library.isOnSite(`case:${matter.id}`, keyOfPath(path)))) return undefined;
  const { url } = await library.newsroom();
  return {
    ...named(url, "file", matter.id, fileName(one)),
    name: one.title.da,
    fileName: one.file,
    mimeType: documentType,
    date: one.date,
    size: one.bytes,
    accessUrl: url + path,
    downloadUrl: url + path,
    paper: [oparlId(url, "paper", matter.id)],
    agendaItem: one.step === undefined ? undefined : [oparlId(url, "agendaItem", matter.id, one.step)],
    web: url + pathOf(matter),
    ...(await caseDates(library, matter)),
    "presserum:name": one.title,
    "presserum:language": one.language,
  };
}

/** "indstilling" of "indstilling.pdf" */
export function fileName({ file }: CaseDocument): string {
  return file.slice(0, -".pdf".length);
}

/** What is left of what was taken away. */
export function tombstone(
  url: string,
  type: OparlType,
  { id, created, modified }: Dates & { readonly id: Id },
): OparlObject {
  return { ...named(url, type, id), created, modified, deleted: true };
}

function named(
  url: string,
  type: OparlType,
  ...parts: readonly Id[]
): { readonly id: string; readonly type: string } {
  return { id: oparlId(url, type, ...parts), type: typeUrl(type) };
}

async function pageOf(library: ApiLibrary, entry: Body | Case | Contact): Promise<string | undefined> {
  const paths = { da: pathOf(entry), en: entryPath(entry, "en") };
  if (!(await areOnSite(library, `${entry.kind}:${entry.id}`, paths))) return undefined;
  const { url } = await library.newsroom();
  return url + paths.da;
}

function pathOf(entry: Body | Case | Contact): string {
  const path = entryPath(entry, "da");
  if (path === undefined) throw new Error(`${entry.kind} ${entry.id} has no page.`);
  return path;
}

async function datesOf(
  library: ApiLibrary,
  kind: "newsroom" | "body" | "contact" | "case",
  id: Id,
): Promise<Dates> {
  return (await library.datesOf(kind, id)) ?? { created: library.instant, modified: library.instant };
}

/** Of what waited for its hour, that hour: what was committed before it is nobody's to know. */
async function caseDates(library: ApiLibrary, matter: Case): Promise<Dates> {
  const { created, modified } = await datesOf(library, "case", matter.id);
  const since = matter.liveFrom ?? created;
  const shown = documentsShown(matter, library.instant).flatMap(({ liveFrom }) => liveFrom ?? []);
  return { created: latest(created, since), modified: latest(modified, since, ...shown) };
}

function latest(...instants: readonly [Instant, ...Instant[]]): Instant {
  return instants.reduce((one, other) => (one > other ? one : other));
}
