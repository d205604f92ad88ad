import type { Backend } from "./editor-config.ts";
import { signInPath } from "./sign-in.ts";

/** Where the repository is that the editor in the cloud works on, and what follows from that. */
export interface RepositoryHost {
  readonly backend: Backend;
  /** The one origin besides our own that the editor's page may ask. */
  readonly origin: string;
  /** The largest file that it takes in one commit, in bytes. */
  readonly largest: number;
  /**
   * Whether the editor's page and the window that signs in know each other though both go to another origin and back.
   *
   * @see  HTML, "Cross-origin opener policies"
   */
  readonly opener: "same-origin-allow-popups" | "unsafe-none";
}

/** What GitHub takes in one commit, with room for its Base64; more through a browser is nobody's pleasure elsewhere either. */
const largest = 25_000_000;
const gitHubApi = "https://api.github.com";

export function atGitHub({ repository, branch }: { repository: string; branch: string }): RepositoryHost {
  return {
    backend: {
      name: "github",
      repo: repository,
      branch,
      api_root: gitHubApi,
      auth_endpoint: signInPath.slice(1),
    },
    origin: gitHubApi,
    largest,
    opener: "same-origin-allow-popups",
  };
}

/**
 * Writers sign in with GitLab from the browser alone: it takes a proof that the one who fetches the token is the one who
 * asked for it, so there is no secret for a function to keep.
 *
 * @param url  the origin: "https://gitlab.com"
 * @see        RFC 7636; https://sveltiacms.app/en/docs/backends/gitlab
 */
export function atGitLab(options: {
  readonly repository: string;
  readonly branch: string;
  readonly applicationId: string;
  readonly url: string;
}): RepositoryHost {
  const { repository, branch, applicationId, url } = options;
  return {
    backend: {
      name: "gitlab",
      repo: repository,
      branch,
      base_url: url,
      api_root: `${url}/api/v4`,
      auth_type: "pkce",
      app_id: applicationId,
    },
    origin: url,
    largest,
    // The window that signs in begins and ends at this very page: one that were stricter would not know who opened it.
    opener: "unsafe-none",
  };
}

/** Below which everything is the repository's: GitLab has its questions beside each other, "/api/v4" and "/api/graphql". */
export function repositoryRoot({ name }: Pick<Backend, "name">, apiRoot: string): string {
  return name === "gitlab" ? apiRoot.replace(/v4\/?$/, "") : apiRoot;
}
