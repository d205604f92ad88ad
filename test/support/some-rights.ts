import type { Rights } from "../../functions/site/rights.ts";

/** Rights with every field, and every letter and sign that has gone wrong in a photo's metadata before. */
export const someRights: Rights = {
  alt: { da: "Rødgrød på et bord", en: "Red porridge on a table" },
  caption: { da: 'Æblefest i Århus <1> & "to"', en: "Apple feast in Aarhus" },
  credit: "Søren Ærø / Region Midtjylland",
  creator: "Søren Ærø",
  copyright: "Region Midtjylland",
  licence: {
    url: "https://creativecommons.org/publicdomain/zero/1.0/",
    name: { da: "CC0", en: "CC0" },
    terms: { da: "Fri brug", en: "Free use" },
  },
  people: ["Åse Ørsted"],
  place: "Århus",
  event: "Æblefest 2008",
  taken: "2008-04",
};
