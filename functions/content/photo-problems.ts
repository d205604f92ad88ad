import type { Localised } from "./locale.ts";
import type { Place } from "./place.ts";
import type { Problem, ProblemCode } from "./problem.ts";

/** Why nothing can be made of a photo's file. */
export type PhotoReason =
  | "unreadable"
  | "other-format"
  | "wrong-ending"
  | "too-heavy"
  | "too-large"
  | "too-slow"
  | "too-small"
  | "signed-with-position";

interface Words {
  readonly code: ProblemCode;
  /** To be followed by what readers get. */
  readonly message: (file: string, why: Localised) => Localised;
  readonly fix: Localised;
}

const words: Readonly<Record<PhotoReason, Words>> = {
  unreadable: {
    code: "photo-unreadable",
    message: (file, why) => ({
      da: `Billedet ${file} kan ikke åbnes (${why.da})`,
      en: `The picture ${file} cannot be opened (${why.en})`,
    }),
    fix: {
      da: "eksportér fotoet igen fra det program, det kommer fra, for eksempel som JPEG, og erstat filen.",
      en: "export the photo again from the program that it comes from, for example as JPEG, and replace the file.",
    },
  },
  "other-format": {
    code: "photo-format",
    message: (file, why) => ({
      da: `Billedet ${file} er ${why.da}, og en billedredaktion vil have JPEG, PNG, TIFF eller WebP`,
      en: `The picture ${file} is ${why.en}, and a picture desk wants JPEG, PNG, TIFF or WebP`,
    }),
    fix: {
      da: "eksportér det som JPEG i bedste kvalitet, og gem det ved siden af sidecarfilen, for eksempel moellen.jpg.",
      en: "export it as JPEG in the best quality, and save it beside the sidecar, for example moellen.jpg.",
    },
  },
  "wrong-ending": {
    code: "photo-format",
    message: (file, why) => ({
      da: `Filen ${file} er ${why.da} indeni, så programmer, der går efter navnet, ikke kan åbne den`,
      en: `The file ${file} is ${why.en} inside, so programs that go by the name would not open it`,
    }),
    fix: {
      da: "giv filen den endelse, den er, for eksempel moellen.png, eller eksportér den som JPEG.",
      en: "give the file the ending of what it is, for example moellen.png, or export it as JPEG.",
    },
  },
  "too-heavy": {
    code: "photo-too-large",
    message: (file, why) => ({
      da: `Billedet ${file} fylder ${why.da}, mere end nogen redaktion åbner`,
      en: `The picture ${file} has ${why.en}, more than any newsroom opens`,
    }),
    fix: {
      da: "eksportér det som JPEG i en størrelse, der er god til tryk, for eksempel 6000 pixel bredt.",
      en: "export it as JPEG in a size that prints well, for example 6000 pixels wide.",
    },
  },
  "too-large": {
    code: "photo-too-large",
    message: (file, why) => ({
      da: `Billedet ${file} har ${why.da} pixel, flere end der kan arbejdes med`,
      en: `The picture ${file} has ${why.en} pixels, more than can be worked on`,
    }),
    fix: {
      da: "eksportér det mindre, for eksempel 10000 pixel bredt, eller skær det vigtige ud.",
      en: "export it smaller, for example 10000 pixels wide, or cut out what matters.",
    },
  },
  "too-slow": {
    code: "photo-too-large",
    message: (file) => ({
      da: `Billedet ${file} er så længe om at blive åbnet, at det må være lavet til at standse den, der prøver`,
      en: `The picture ${file} takes so long to open that it must have been made to stop whoever tries`,
    }),
    fix: {
      da: "åbn det i et billedprogram, og eksportér det igen som JPEG, for eksempel 6000 pixel bredt.",
      en: "open it in a picture program and export it again as JPEG, for example 6000 pixels wide.",
    },
  },
  "too-small": {
    code: "photo-too-small",
    message: (file, why) => ({
      da: `Billedet ${file} har ${why.da} pixel, for få til at nogen kan se, hvad det viser`,
      en: `The picture ${file} has ${why.en} pixels, too few for anybody to see what it shows`,
    }),
    fix: {
      da: "læg originalen her og ikke en miniature af den; til tryk skal den være 3000 pixel bred.",
      en: "put the original here and not a thumbnail of it; for print it wants 3000 pixels across.",
    },
  },
  "signed-with-position": {
    code: "photo-signed-position",
    message: (file) => ({
      da: `Billedet ${file} har indholdsoplysninger (C2PA), der siger god for, hvor det er taget, og de ville gå i stykker uden stedet`,
      en: `The picture ${file} has content credentials (C2PA) that vouch for where it was taken, and they would break without the place`,
    }),
    fix: {
      da: "eksportér det uden position, og lad programmet underskrive det igen, for eksempel fra Lightroom, eller uden indholdsoplysninger.",
      en: "export it without its position and let the program sign it anew, for example from Lightroom, or without content credentials.",
    },
  },
};

/**
 * What is wrong with a photo's file. It keeps nothing else from going live: readers get the pages without the photo.
 *
 * @param place  where the sidecar names the file
 * @param why    the detail that only this file has: one of `photoFaults`, or what is the same in both languages: "6 × 4", "GIF"
 */
export function photoProblem(reason: PhotoReason, place: Place, file: string, why: Localised): Problem {
  const { code, message, fix } = words[reason];
  const said = message(file, why);
  return {
    code,
    place,
    message: {
      da: `${said.da}; læserne får siden uden det.`,
      en: `${said.en}; readers get the page without it.`,
    },
    fix,
  };
}
