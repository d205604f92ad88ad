import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { listen, stopListening } from "../../functions/local/listen.ts";

export const account = "111122223333";

/** An error as AWS documents it for the service. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  /** 400 when left out. */
  readonly status?: number;
}

/** What AWS says; nothing is left out but what it says yes to. */
export interface Answers {
  /** To everybody, whatever they ask. */
  readonly all?: Refusal;
  readonly s3?: Refusal;
  /** To who reads an object, where that is another answer. */
  readonly s3Get?: Refusal;
  readonly dynamo?: Refusal;
  /** Whether the CDK finds what `npx cdk bootstrap` leaves; true when left out. */
  readonly isBootstrapped?: boolean;
  /** The status of the stack, which refuses to be changed. */
  readonly stack?: string;
}

export interface RefusingAws {
  readonly url: string;
  /** Each request: its action, or its method and path. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** The part of AWS that the commands and the CDK meet before they are refused. */
export async function refusingAws(answers: Answers): Promise<RefusingAws> {
  const asked: string[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    const target = request.headers["x-amz-target"]?.toString().split(".").at(-1);
    const action = target ?? new URLSearchParams(body).get("Action") ?? undefined;
    asked.push(action ?? `${request.method} ${request.url}`);
    const other = () => (action === undefined ? byS3(answers, request) : byQuery(answers, action));
    const { status, body: said } = target === undefined ? other() : byJson(answers, target);
    response.writeHead(status, {
      "content-type": target === undefined ? "text/xml" : "application/x-amz-json-1.0",
    });
    response.end(said);
  };
  const server = createServer((request, response) => void answer(request, response));
  const port = await listen(server, 0);
  return { url: `http://127.0.0.1:${port}`, asked, close: () => stopListening(server) };
}

/** DynamoDB and SSM. */
function byJson({ all, dynamo, isBootstrapped = true }: Answers, action: string): Answer {
  const refused = all ?? (action === "GetParameter" ? undefined : dynamo);
  const error = refused ?? (action === "GetParameter" && !isBootstrapped ? notFound : undefined);
  if (error !== undefined) {
    const { code, message, status = 400 } = error;
    return { status, body: JSON.stringify({ __type: `com.amazon.coral.service#${code}`, message }) };
  }
  return {
    status: 200,
    body: JSON.stringify({ Parameter: { Name: "version", Type: "String", Value: "99" } }),
  };
}

const notFound: Refusal = { code: "ParameterNotFound", message: "not found" };

function byS3({ all, s3, s3Get }: Answers, { method, url = "/" }: IncomingMessage): Answer {
  const refused = all ?? (method === "GET" ? (s3Get ?? s3) : s3);
  if (refused !== undefined) return { status: refused.status ?? 400, body: xmlOf(refused) };
  if (url.includes("location"))
    return { status: 200, body: "<LocationConstraint>eu-north-1</LocationConstraint>" };
  if (url.includes("encryption"))
    return {
      status: 404,
      body: xmlOf({ code: "ServerSideEncryptionConfigurationNotFoundError", message: "" }),
    };
  if (url.includes("list-type"))
    return { status: 200, body: "<ListBucketResult><KeyCount>0</KeyCount></ListBucketResult>" };
  return { status: 200, body: "" };
}

/** STS and CloudFormation. */
function byQuery({ all, stack }: Answers, action: string): Answer {
  const refusal = (error: Refusal): Answer => ({
    status: error.status ?? 400,
    body: `<ErrorResponse>${xmlOf(error)}</ErrorResponse>`,
  });
  const result = (inner: string): Answer => ({
    status: 200,
    body: `<${action}Response><${action}Result>${inner}</${action}Result></${action}Response>`,
  });
  if (all !== undefined) return refusal(all);
  const id = `arn:aws:cloudformation:eu-north-1:${account}:stack/presserum-dev-press-room/1`;
  switch (action) {
    case "GetCallerIdentity":
      return result(`<Arn>arn:aws:iam::${account}:user/ane</Arn><Account>${account}</Account>`);
    case "DescribeStacks":
      return stack === undefined
        ? refusal({
            code: "ValidationError",
            message: "Stack with id presserum-dev-press-room does not exist",
          })
        : result(
            `<Stacks><member><StackName>presserum-dev-press-room</StackName><StackId>${id}</StackId><CreationTime>2026-11-26T10:00:00Z</CreationTime><StackStatus>${stack}</StackStatus></member></Stacks>`,
          );
    case "GetTemplate":
      return result("<TemplateBody>{}</TemplateBody>");
    case "DeleteChangeSet":
    case "DescribeStackEvents":
      return result("");
    case "DescribeChangeSet":
      return refusal({ code: "ChangeSetNotFound", message: "ChangeSet does not exist", status: 404 });
    case "CreateChangeSet":
    case "DeleteStack":
      return refusal({
        code: "ValidationError",
        message: `Stack:${id} is in ${stack} state and can not be updated.`,
      });
    default:
      return refusal({ code: "AccessDenied", message: "It is so.", status: 403 });
  }
}

function xmlOf({ code, message }: Refusal): string {
  return `<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
}
