/**
 * What a text consists of, as data. There is no HTML in it: whatever an author typed is a `text`, and the
 * templates escape it. Everything here survives JSON.
 */
export type Inline =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "strong" | "emphasis"; readonly children: readonly Inline[] }
  | { readonly type: "code"; readonly text: string }
  /** `href` is https, http, mailto, tel, or a path on this site that begins with "/" or "#". */
  | { readonly type: "link"; readonly href: string; readonly children: readonly Inline[] }
  | { readonly type: "break" };

/** Who said it. `role` as the text gives it; absent where the text gives none, at this quote or an earlier one. */
export interface Speaker {
  readonly name: string;
  readonly role?: string;
}

export type Block =
  | { readonly type: "paragraph"; readonly children: readonly Inline[] }
  /** `id` is unique within the text, made from its words; `level` is 2 to 4: the page's own headline is 1. */
  | {
      readonly type: "heading";
      readonly level: 2 | 3 | 4;
      readonly id: string;
      readonly children: readonly Inline[];
    }
  /** A spoken line, without its dash or quotation marks and without "siger …": that is `speaker`. */
  | { readonly type: "quote"; readonly children: readonly Inline[]; readonly speaker?: Speaker }
  /** A passage quoted from another text, written with ">". */
  | { readonly type: "excerpt"; readonly blocks: readonly Block[] }
  | {
      readonly type: "list";
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly Block[])[];
    }
  | { readonly type: "code"; readonly text: string }
  | {
      readonly type: "table";
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly type: "rule" };
