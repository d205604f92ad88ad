import type { Kind } from "./entry.ts";
import type { Localised } from "./locale.ts";

/** What people call an entry of a kind, at the beginning of a sentence and where there is none of it. */
export const kindWords: Readonly<Record<Kind, { readonly the: Localised; readonly none: Localised }>> = {
  newsroom: {
    the: { da: "Presserummet", en: "The press room" },
    none: { da: "intet presserum", en: "no press room" },
  },
  release: {
    the: { da: "Meddelelsen", en: "The release" },
    none: { da: "ingen meddelelse", en: "no release" },
  },
  photo: { the: { da: "Fotoet", en: "The photo" }, none: { da: "intet foto", en: "no photo" } },
  contact: { the: { da: "Kontakten", en: "The contact" }, none: { da: "ingen kontakt", en: "no contact" } },
  programme: {
    the: { da: "Programmet", en: "The programme" },
    none: { da: "intet program", en: "no programme" },
  },
  case: { the: { da: "Sagen", en: "The case" }, none: { da: "ingen sag", en: "no case" } },
  page: { the: { da: "Siden", en: "The page" }, none: { da: "ingen side", en: "no page" } },
  body: { the: { da: "Organet", en: "The body" }, none: { da: "intet organ", en: "no body" } },
};
