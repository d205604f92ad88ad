import type { Case, CaseDocument } from "../content/entry.ts";
import type { Instant } from "../content/instant.ts";
import { isLive } from "./library.ts";
import type { Library } from "./library.ts";
import { documentPath, keyOfPath } from "./paths.ts";
import { authorsFile } from "./site-object.ts";
import type { SiteObject } from "./site-object.ts";

export const documentType = "application/pdf";

/** Those that readers may have by now: some come later than their case. */
export function documentsShown({ documents }: Case, instant: Instant): readonly CaseDocument[] {
  return documents.filter((one) => isLive(one, instant));
}

/** Their files. A case that readers may not know of has none. */
export function documentObjects(library: Pick<Library, "instant">, matter: Case): readonly SiteObject[] {
  return documentsShown(matter, library.instant).map((one) =>
    authorsFile(keyOfPath(documentPath(matter.id, one)), one.object, documentType, one.file),
  );
}
