import type { Contact, Id, Role } from "../../content/entry.ts";
import { oparlFolder } from "../../contract.ts";

/** Where OParl 1.1 stands; a later version would stand beside it. */
export const oparlPath = `/${oparlFolder}/v1.1`;

export const oparlTypes = [
  "organization",
  "person",
  "membership",
  "meeting",
  "agendaItem",
  "paper",
  "consultation",
  "file",
] as const;
export type OparlType = (typeof oparlTypes)[number];

/** What has no id of its own goes by those that it belongs to: "vaekstforum.2008-05-26", "klyngerne.vaekstforum". */
export const separator = ".";

export function oparlId(url: string, type: OparlType | "system" | "body", ...parts: readonly Id[]): string {
  return [url + oparlPath, type, ...(parts.length === 0 ? [] : [parts.join(separator)])].join("/");
}

/** The one body that there is: the authority whose press room it is. */
export const ownBody = "publisher";

/** "https://schema.oparl.org/1.1/Paper" */
export function typeUrl(type: OparlType | "system" | "body"): string {
  return `${versionUrl}${type.charAt(0).toUpperCase()}${type.slice(1)}`;
}
export const versionUrl = "https://schema.oparl.org/1.1/";

/** The memberships of somebody: the roles in a body, each with the second part of its name. */
export function membershipsOf({
  roles,
}: Contact): readonly { readonly name: string; readonly body: Id; readonly role: Role }[] {
  const times = new Map<Id, number>();
  return roles.flatMap((role) => {
    if (role.body === undefined) return [];
    const time = (times.get(role.body) ?? 0) + 1;
    times.set(role.body, time);
    return [{ name: time === 1 ? role.body : `${role.body}${separator}${time}`, body: role.body, role }];
  });
}
