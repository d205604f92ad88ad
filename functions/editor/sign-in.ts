import { html, render } from "../../templates/html.ts";

/** What the sign-in reaches out for. */
export interface SignInPorts {
  /** Of the application that is registered with GitHub. */
  readonly clientId: string;
  /** Changes a code that GitHub gave for a token. @throws where GitHub cannot be reached */
  exchange(code: string): Promise<{ readonly token: string } | { readonly error: string }>;
  /** Nobody can guess it; another one each time. */
  random(): string;
}

export interface SignInRequest {
  /** "/admin/auth" */
  readonly path: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** "name=value", as the browser sends them. */
  readonly cookies: readonly string[];
}

export interface SignInAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: string;
}

export const signInPath = "/admin/auth";
export const callbackPath = "/admin/callback";
/** The script of the page that hands the token on. */
export const signedInScript = `const { message } = document.querySelector("main").dataset;
addEventListener("message", ({ data, origin }) => {
  if (origin === location.origin && data === "authorizing:github") opener.postMessage(message, origin);
});
opener?.postMessage("authorizing:github", location.origin);
`;

/** Ten minutes for a person to find their password. */
const patience = 600;
const cookieName = "__Secure-presserum-sign-in";
const cookie = (value: string, age: number) =>
  `${cookieName}=${value}; Path=/admin/; Max-Age=${age}; Secure; HttpOnly; SameSite=Lax`;

/**
 * Signs a writer in with GitHub: sends them there, and hands the token that comes back to the window that asked, which
 * has to be a page of ours. Whoever comes back has to have been sent by us.
 *
 * @see  https://docs.github.com/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps; RFC 6749, 10.12
 */
export async function signIn(request: SignInRequest, ports: SignInPorts): Promise<SignInAnswer | undefined> {
  if (request.path === signInPath) {
    const state = ports.random();
    const question = new URLSearchParams({ client_id: ports.clientId, scope: "repo", state });
    const headers = {
      location: `https://github.com/login/oauth/authorize?${question}`,
      "cache-control": "no-store",
    };
    return { status: 302, headers, cookies: [cookie(state, patience)], body: "" };
  }
  if (request.path !== callbackPath) return undefined;
  const { code, state } = request.query;
  const isOurs = state !== undefined && state !== "" && request.cookies.includes(`${cookieName}=${state}`);
  if (!isOurs || code === undefined)
    return handOn(400, {
      error: "The sign-in was not begun here, or took too long. Close this window and sign in again.",
    });
  const result = await ports.exchange(code);
  return handOn("token" in result ? 200 : 400, result);
}

function handOn(
  status: number,
  result: { readonly token: string } | { readonly error: string },
): SignInAnswer {
  const outcome = "token" in result ? "success" : "error";
  const message = `authorization:github:${outcome}:${JSON.stringify({ provider: "github", ...result })}`;
  const body = render(html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>GitHub</title><script type="module" src="signed-in.js"></script></head>
<body><main data-message="${message}">${"error" in result && html`<p>${result.error}</p>`}</main></body></html>`);
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
  };
  return { status, headers, cookies: [cookie("", 0)], body };
}
