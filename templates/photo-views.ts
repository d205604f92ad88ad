import type { Frame, LinkView, ReleaseTeaser } from "./views.ts";

/* What photos are shown with, and the pages of photos. */

/** The renditions of one photo, narrowest first, by type in the order in which a browser should prefer them. */
export interface PictureView {
  readonly alt: string;
  readonly sources: readonly {
    readonly type: string;
    readonly files: readonly { readonly path: string; readonly width: number }[];
  }[];
  /** For `img`: the fallback file and the pixel size that reserves its place. */
  readonly fallback: { readonly path: string; readonly width: number; readonly height: number };
}

export interface PhotoView {
  readonly picture: PictureView;
  /** A data: address of some hundred bytes: what is in the picture's place while it is on its way. */
  readonly placeholder: string;
  readonly caption: string;
  readonly credit: string;
  /** The photographer's name, or why there is none. */
  readonly creator: { readonly name: string } | { readonly unknownBecause: string };
  readonly copyright: string;
  readonly licence: { readonly name: string; readonly href: string; readonly terms: string };
  readonly original: {
    readonly path: string;
    /** As the reader's computer is to name it: "rodin-genoff-industri-summit-2008.jpg". */
    readonly fileName: string;
    readonly format: "JPEG" | "PNG" | "TIFF" | "WebP";
    /** "image/jpeg" */
    readonly type: string;
    readonly width: number;
    readonly height: number;
    readonly bytes: number;
    /** 64 hex digits. */
    readonly sha256: string;
  };
}

/** What is known of a photo besides its words and rights. */
export interface PhotoFacts {
  readonly people: readonly string[];
  readonly place?: string;
  readonly event?: string;
  /** As precisely as is known: "2008-04". */
  readonly taken?: string;
  /** The last day on which it may be shown, "2027-08-18", or the minute at which that ends, "2027-08-18T14:00". */
  readonly shownUntil?: string;
}

/** A photo's own page. */
export interface PhotoPage {
  readonly frame: Frame;
  readonly photo: PhotoView;
  readonly facts: PhotoFacts;
  /** Who is in it, each with the list of their photos. */
  readonly people: readonly LinkView[];
  readonly programmes: readonly LinkView[];
  /** What shows it. */
  readonly releases: readonly ReleaseTeaser[];
  readonly contacts: readonly LinkView[];
}

/** In the place of a photo's page, once it may not be shown any more. */
export interface PhotoGonePage {
  readonly frame: Frame;
}

/** A list of photos. */
export interface GalleryPage {
  readonly frame: Frame;
  readonly photos: readonly GalleryPhoto[];
  readonly licences: readonly { readonly name: string; readonly count: number }[];
  readonly people: readonly FacetView[];
  readonly programmes: readonly FacetView[];
  readonly months: readonly LinkView[];
  /** Where those are found that are too old for this list; undefined where it has them all. */
  readonly older?: LinkView;
  readonly portraits?: LinkView;
}

export interface GalleryPhoto {
  readonly path: string;
  readonly picture: PictureView;
  readonly caption: string;
  readonly credit: string;
  readonly orientation: "landscape" | "portrait" | "square";
  /** Large enough for the width of a printed page. */
  readonly printReady: boolean;
  /** Which of the page's licences it has. */
  readonly licence: number;
}

/** A list that these photos are in too, and how many of them. */
export interface FacetView extends LinkView {
  readonly count: number;
}
