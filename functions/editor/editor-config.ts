import { kinds } from "../content/entry.ts";
import type { Kind } from "../content/entry.ts";
import type { Locale } from "../content/locale.ts";
import { schemaOf } from "../content/schema-of.ts";
import { folderOf } from "../content/unit-of.ts";
import { fieldsOf } from "./editor-fields.ts";
import type { EditorField } from "./editor-fields.ts";
import { editorWords } from "./editor-words.ts";

/** Where the repository is that the editor works on. @see https://sveltiacms.app/en/docs/backends */
export type Backend = Readonly<Record<string, unknown>> & { readonly name: "github" | "gitlab" };

export interface EditorConfig {
  readonly backend: Backend;
  readonly collections: readonly Collection[];
  /** Where the press room is; "/" where the page has to find out. */
  readonly site_url: string;
  readonly [option: string]: unknown;
}
export interface Collection {
  readonly name: string;
  readonly fields?: readonly EditorField[];
  readonly files?: readonly {
    readonly name: string;
    readonly label: string;
    readonly file: string;
    readonly format: string;
    readonly fields: readonly EditorField[];
  }[];
  readonly [option: string]: unknown;
}

/**
 * What Sveltia CMS is told: a collection for each kind of source, made from the shapes by which the check reads them.
 *
 * @param content     where the content lies in the repository: "content/", or "" for its root
 * @param largest     the largest file that may be uploaded, in bytes
 */
export function editorConfig(options: {
  readonly backend: Backend;
  readonly content: string;
  readonly largest: number;
  readonly locale: Locale;
  readonly site: string;
}): EditorConfig {
  const { backend, content, largest, locale, site } = options;
  const words = editorWords(locale);
  const folder = (kind: Kind) => `${content}${folderOf(kind)}`;
  return {
    backend,
    load_config_file: false,
    site_url: site,
    display_url: site,
    show_preview_links: false,
    media_folder: `${content}photos`,
    public_folder: "",
    media_libraries: {
      default: { config: { max_file_size: largest, slugify_filename: true } },
      stock_assets: { providers: [] },
    },
    i18n: { structure: "multiple_files", locales: ["da", "en"], default_locale: "da" },
    // What is left empty is left out: the check refuses a key behind which nothing stands.
    output: { omit_empty_optional_fields: true, yaml: { quote: "none" } },
    slug: { encoding: "ascii", clean_accents: true },
    collections: [
      {
        name: "releases",
        label: words.kinds.release,
        folder: folder("release"),
        // Sveltia CMS knows "NAME.da.md" where we have "da.md"; what it sends and gets is put right on the way.
        path: `{{fields.date | date('YYYY')}}/{{slug}}/${releaseFile}`,
        extension: "md",
        format: "yaml-frontmatter",
        create: true,
        slug: { template: "{{title}}", editable: ["create"] },
        identifier_field: "title",
        summary: "{{date}} {{title}}",
        sortable_fields: { fields: ["date", "title"], default: { field: "date", direction: "descending" } },
        i18n: { initial_locales: ["da", "en"] },
        fields: releaseFields(locale),
      },
      ...kinds.flatMap((kind): Collection[] => {
        if (kind === "release" || kind === "newsroom") return [];
        const fields = ofKind(kind, locale);
        const name = fields.some((field) => field.name === "title")
          ? "title"
          : kind === "photo"
            ? "alt"
            : "name";
        const inDanish =
          fields.find((field) => field.name === name)?.fields === undefined ? name : `${name}.da`;
        return [
          {
            name: folderOf(kind),
            label: words.kinds[kind],
            folder: folder(kind),
            extension: "yaml",
            format: "yaml",
            create: true,
            identifier_field: inDanish,
            slug: { template: `{{${inDanish}}}`, editable: ["create"] },
            summary: `{{${inDanish}}}`,
            ...(kind === "photo" ? { media_folder: "", public_folder: "", thumbnail: "file" } : {}),
            fields,
          },
        ];
      }),
      {
        name: "newsroom",
        label: words.kinds.newsroom,
        files: [
          {
            name: "newsroom",
            label: words.kinds.newsroom,
            file: `${content}newsroom.yaml`,
            format: "yaml",
            fields: ofKind("newsroom", locale),
          },
        ],
      },
    ],
  };
}

/** What Sveltia CMS calls the file of a release, before the language. */
export const releaseFile = "text";

/**
 * What is said in both languages comes first, so that it stands side by side; what both share stands in the Danish file
 * alone.
 */
function releaseFields(locale: Locale): readonly EditorField[] {
  const danish = fieldsOf(schemaOf("release", locale), locale);
  const english = fieldsOf(schemaOf("translation", locale), locale);
  const inBoth = new Set(english.map(({ name }) => name));
  const words = editorWords(locale);
  const body: EditorField = {
    name: "body",
    label: words.text,
    hint: words.textHint,
    // As it is written: a rich editor would make bullets of quotes, and a numbered list of "27. maj".
    widget: "markdown",
    modes: ["raw"],
    required: true,
    buttons: ["bold", "italic", "link", "bulleted-list"],
    editor_components: [],
  };
  const [title, ...others] = english;
  const said = [
    ...(title === undefined ? [] : [title]),
    ...others.filter(({ name }) => name === "lead"),
    body,
  ];
  const rest = others.filter(({ name }) => name !== "lead");
  return [
    ...[...said, ...rest].map((field) => ({ ...field, i18n: true })),
    ...danish.filter(({ name }) => !inBoth.has(name)),
  ];
}

function ofKind(kind: Exclude<Kind, "release">, locale: Locale): readonly EditorField[] {
  return fieldsOf(schemaOf(kind, locale), locale).map((field) =>
    kind === "photo" && field.name === "file"
      ? { ...field, widget: "image", accept: "image/jpeg", choose_url: false }
      : field,
  );
}
