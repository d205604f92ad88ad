import type { Frame, LinkView, TextBlock } from "./views.ts";

/* What became of a release: its corrections, its versions, its translation, and its end. */

export interface CorrectionView {
  /** In the newsroom's zone: "2008-05-28T09:30"; `at` is the instant. */
  readonly minute: string;
  readonly at: string;
  readonly change: "major" | "minor";
  readonly note: string;
}

/** One stretch of a text compared with an earlier one. */
export interface DiffPart {
  readonly type: "same" | "added" | "removed";
  readonly text: string;
}

/** The Danish text that an English one was made from. */
export interface FollowedView {
  /** In the newsroom's zone: "2008-05-28T09:30", or "2008-05-27" where no hour was given; `at` is the instant. */
  readonly minute: string;
  readonly at: string;
  /** The page that keeps it. */
  readonly path: string;
}

/** A release's Danish and English text side by side. */
export interface ComparePage {
  readonly frame: Frame;
  /** The release in each language. */
  readonly releases: { readonly da: LinkView; readonly en: LinkView };
  readonly state: "current" | "stale" | "unmarked";
  readonly follows?: FollowedView;
  readonly changedSince: number;
  readonly pairs: readonly {
    readonly da?: PassageView;
    readonly en?: PassageView;
    readonly since: "same" | "changed" | "added" | "removed";
  }[];
}

/** A part of a release that has its counterpart in the other language. */
export type PassageView =
  | { readonly type: "title"; readonly text: string }
  | { readonly type: "lead"; readonly text: string }
  | { readonly type: "point"; readonly text: string }
  | TextBlock;

/** What was changed in a release, newest first. */
export interface HistoryPage {
  readonly frame: Frame;
  readonly release: LinkView;
  readonly versions: readonly {
    readonly number: number;
    readonly path: string;
    readonly hash: string;
    /** "2008-05-27T00:00" in the newsroom's zone; `at` is the instant. */
    readonly minute: string;
    readonly at: string;
    /** Absent on the first version. */
    readonly correction?: CorrectionView;
    /** Against the version before, paragraph by paragraph; those without a change are left out. */
    readonly changes: readonly (readonly DiffPart[])[];
  }[];
}

/** One text of a release as readers saw it. */
export interface VersionPage {
  readonly frame: Frame;
  readonly number: number;
  readonly of: number;
  /** When it was published, in the newsroom's zone: "2008-05-27T00:00"; `at` is the instant. */
  readonly minute: string;
  readonly at: string;
  readonly title: string;
  readonly lead: string;
  readonly brief: readonly string[];
  readonly blocks: readonly TextBlock[];
  readonly hash: string;
  readonly release: LinkView;
  /** Absent where nothing was corrected. */
  readonly historyPath?: string;
}

/** What stands at the address of a release that was withdrawn. */
export interface WithdrawnPage {
  readonly frame: Frame;
  readonly minute: string;
  readonly at: string;
  readonly reason: string;
}
