import { apiPath } from "../paths.ts";

const titles = {
  400: "Bad Request",
  404: "Not Found",
  410: "Gone",
  503: "Service Unavailable",
} as const;

/** There is no answer; the message says why, and what to ask instead. @see RFC 9457 */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly status: keyof typeof titles;
  constructor(status: keyof typeof titles, detail: string) {
    super(detail);
    this.status = status;
  }
  answer() {
    const { status, message: detail } = this;
    const body = `${JSON.stringify({ type: "about:blank", title: titles[status], status, detail })}\n`;
    return { status, contentType: "application/problem+json", body } as const;
  }
}

export function badRequest(detail: string): ApiProblem {
  return new ApiProblem(400, detail);
}

/** The same for what never was and for what is not out yet. */
export function notFound(): ApiProblem {
  return new ApiProblem(404, `There is nothing of that name. What there is: ${apiPath}/openapi.json`);
}

export function nothingPublished(): ApiProblem {
  return new ApiProblem(503, "Nothing is published here yet. Ask again in a moment.");
}
