import type { Locale } from "../../content/locale.ts";
import { stringsOf } from "../../../templates/strings.ts";
import { dataLists } from "../../../templates/views.ts";
import type { DataPage } from "../../../templates/views.ts";
import { pageSize } from "../api/page-size.ts";
import type { NewsroomWithPages } from "../library.ts";
import { oparlPath } from "../oparl/ids.ts";
import { apiPath, sectionPath } from "../paths.ts";
import { frameOf, sectionCrumbs } from "./frame.ts";

export function dataView(newsroom: NewsroomWithPages, locale: Locale): Required<DataPage> {
  return {
    frame: frameOf(newsroom, {
      locale,
      ...stringsOf(locale).pages.data(newsroom.publisher[locale]),
      paths: { da: sectionPath("data", "da"), en: sectionPath("data", "en") },
      breadcrumbs: sectionCrumbs(locale),
    }),
    answers: {
      lists: dataLists.map((name) => ({ name, path: `${apiPath}/${name}` })),
      descriptionPath: `${apiPath}/openapi.json`,
      oparlPath: `${oparlPath}/system`,
      page: pageSize,
    },
  };
}
