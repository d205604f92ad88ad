import type { Rights } from "../site/rights.ts";

/**
 * What a photo's files say of themselves, as an XMP packet: who made it, who is to be named, what it shows in both
 * languages, and what may be done with it. UTF-8, so that "Søren" stays Søren.
 *
 * @see  IPTC Photo Metadata Standard 2025.1, Core and Extension; PLUS LDF 2.0.1
 */
export function rightsXmp(rights: Rights): string {
  const { alt, caption, licence } = rights;
  const properties = [
    languages("dc:description", caption),
    languages("dc:rights", { da: rights.copyright, en: rights.copyright }),
    rights.creator === undefined
      ? simple("photoshop:Instructions", unknownCreator(rights))
      : sequence("dc:creator", [rights.creator]),
    simple("photoshop:Credit", rights.credit),
    simple("photoshop:City", rights.place),
    simple("photoshop:DateCreated", rights.taken),
    simple("xmpRights:Marked", "True"),
    bag("xmpRights:Owner", [rights.copyright]),
    simple("xmpRights:WebStatement", licence.url),
    languages("xmpRights:UsageTerms", {
      da: `${licence.name.da}. ${licence.terms.da}`,
      en: `${licence.name.en}. ${licence.terms.en}`,
    }),
    languages("Iptc4xmpCore:AltTextAccessibility", alt),
    bag("Iptc4xmpExt:PersonInImage", rights.people),
    rights.event === undefined ? "" : languages("Iptc4xmpExt:Event", { da: rights.event, en: rights.event }),
    rights.place === undefined
      ? ""
      : list("Bag", "Iptc4xmpExt:LocationCreated", [simple("Iptc4xmpExt:City", rights.place)]),
    simple("plus:Version", "2.0.1"),
    rights.creator === undefined
      ? ""
      : list("Seq", "plus:ImageCreator", [simple("plus:ImageCreatorName", rights.creator)]),
    list("Seq", "plus:CopyrightOwner", [simple("plus:CopyrightOwnerName", rights.copyright)]),
    // Search engines show this address beside the picture as the way to a licence.
    list("Seq", "plus:Licensor", [
      simple("plus:LicensorName", rights.copyright) + simple("plus:LicensorURL", licence.url),
    ]),
  ].join("");
  return (
    `<?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>` +
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
    `<rdf:Description rdf:about=""${Object.entries(namespaces)
      .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
      .join("")}>${properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`
  );
}

const namespaces = {
  dc: "http://purl.org/dc/elements/1.1/",
  photoshop: "http://ns.adobe.com/photoshop/1.0/",
  xmpRights: "http://ns.adobe.com/xap/1.0/rights/",
  Iptc4xmpCore: "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
  Iptc4xmpExt: "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
  plus: "http://ns.useplus.org/ldf/xmp/1.0/",
};

function simple(name: string, value: string | undefined): string {
  return value === undefined ? "" : `<${name}>${escaped(value)}</${name}>`;
}

/** The default comes first and is Danish, as the release is. */
function languages(name: string, said: { readonly da: string; readonly en: string }): string {
  const each = [
    ["x-default", said.da],
    ["da", said.da],
    ["en", said.en],
  ].map(([language, text = ""]) => `<rdf:li xml:lang="${language}">${escaped(text)}</rdf:li>`);
  return `<${name}><rdf:Alt>${each.join("")}</rdf:Alt></${name}>`;
}

function sequence(name: string, values: readonly string[]): string {
  return `<${name}><rdf:Seq>${items(values)}</rdf:Seq></${name}>`;
}

function bag(name: string, values: readonly string[]): string {
  return values.length === 0 ? "" : `<${name}><rdf:Bag>${items(values)}</rdf:Bag></${name}>`;
}

/** @param each  the properties of each thing in the list, as XMP has them */
function list(kind: "Bag" | "Seq", name: string, each: readonly string[]): string {
  const resources = each.map((properties) => `<rdf:li rdf:parseType="Resource">${properties}</rdf:li>`);
  return `<${name}><rdf:${kind}>${resources.join("")}</rdf:${kind}></${name}>`;
}

/** IPTC has no field for it, and a picture desk has to know: it must not name somebody of its own finding. */
function unknownCreator({ creatorUnknown }: Rights): string | undefined {
  return creatorUnknown && `Ophav ukendt: ${creatorUnknown.da}. Creator unknown: ${creatorUnknown.en}.`;
}

function items(values: readonly string[]): string {
  return values.map((value) => `<rdf:li>${escaped(value)}</rdf:li>`).join("");
}

function escaped(text: string): string {
  return text
    .replaceAll(/(?![\t\n])\p{Cc}/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
