import { buildSchema, graphql } from "graphql";
import type { ExecutionResult } from "graphql";
import type { Locale } from "../../content/locale.ts";
import { ForAuthors } from "../for-authors.ts";
import type { Commit, ContentRepository } from "./content-repository.ts";

/**
 * Of GitHub's GraphQL schema what the editor asks for, under GitHub's names: a question that GitHub would refuse is
 * refused here.
 *
 * @see  https://docs.github.com/graphql/reference, "createCommitOnBranch", "Repository", "Blob"
 */
const schema = buildSchema(`
scalar GitObjectID
scalar Base64String
scalar DateTime
scalar URI
type Query { repository(owner: String!, name: String!): Repository }
type Repository {
  defaultBranchRef: Ref
  ref(qualifiedName: String!): Ref
  object(oid: GitObjectID): GitObject
}
type Ref { name: String! target: GitObject }
interface GitObject { oid: GitObjectID! }
type Blob implements GitObject { oid: GitObjectID! text: String isTruncated: Boolean! }
type Commit implements GitObject {
  oid: GitObjectID!
  message: String!
  committedDate: DateTime!
  author: GitActor
  history(first: Int, path: String): CommitHistoryConnection!
  file(path: String!): TreeEntry
}
type CommitHistoryConnection { nodes: [Commit] }
type TreeEntry { oid: GitObjectID! }
type GitActor { name: String email: String avatarUrl: URI! user: User }
type User { databaseId: Int login: String! }
type Mutation { createCommitOnBranch(input: CreateCommitOnBranchInput!): CreateCommitOnBranchPayload }
input CreateCommitOnBranchInput {
  branch: CommittableBranch!
  expectedHeadOid: GitObjectID!
  fileChanges: FileChanges
  message: CommitMessage!
}
input CommittableBranch { repositoryNameWithOwner: String branchName: String }
input CommitMessage { headline: String! body: String }
input FileChanges { additions: [FileAddition!] deletions: [FileDeletion!] }
input FileAddition { path: String! contents: Base64String! }
input FileDeletion { path: String! }
type CreateCommitOnBranchPayload { commit: Commit }
`);

interface CommitInput {
  readonly expectedHeadOid: string;
  readonly message: { readonly headline: string; readonly body?: string };
  readonly fileChanges?: {
    readonly additions?: readonly { readonly path: string; readonly contents: string }[];
    readonly deletions?: readonly { readonly path: string }[];
  };
}

/**
 * Answers a GraphQL question about the repository as GitHub would.
 *
 * @param language  of those who write: what they can mend is said in it
 */
export async function answerGraphQl(
  repository: ContentRepository,
  question: { readonly query: string; readonly variables?: Readonly<Record<string, unknown>> },
  language: Locale,
): Promise<object> {
  const files = remembered((commit: string) => repository.files(commit));
  const lastCommits = remembered(() => repository.lastCommits());

  const commitAnswer = (commit: Commit): object => ({
    __typename: "Commit",
    oid: commit.oid,
    message: commit.message,
    committedDate: commit.date,
    author: { name: commit.name, email: commit.email, avatarUrl: "", user: null },
    async history({ first = 100, path }: { first?: number; path?: string }) {
      // Asked for each file there is, the newest commit is looked up in one reading of the history.
      const newest = first === 1 && path !== undefined ? (await lastCommits("")).get(path) : undefined;
      const found = newest === undefined ? await repository.history(path, first) : [newest];
      return { nodes: found.map(commitAnswer) };
    },
    async file({ path }: { path: string }) {
      const found = (await files(commit.oid)).find((file) => file.path === path);
      return found === undefined ? null : { oid: found.object };
    },
  });
  const branchAnswer = async (): Promise<object> => ({
    name: await repository.branch(),
    target: commitAnswer(await repository.head()),
  });

  const answer = await graphql({
    schema,
    source: question.query,
    variableValues: question.variables ?? {},
    rootValue: {
      repository: () => ({
        defaultBranchRef: branchAnswer,
        ref: async ({ qualifiedName }: { qualifiedName: string }) =>
          qualifiedName === (await repository.branch()) ? branchAnswer() : null,
        object: async ({ oid }: { oid: string }) => ({
          __typename: "Blob",
          oid,
          text: (await repository.blob(oid)).toString("utf-8"),
          isTruncated: false,
        }),
      }),
      async createCommitOnBranch({ input }: { input: CommitInput }) {
        const { expectedHeadOid, message, fileChanges = {} } = input;
        const commit = await repository.commit({
          on: expectedHeadOid,
          message: [message.headline, ...(message.body === undefined ? [] : [message.body])].join("\n\n"),
          additions: (fileChanges.additions ?? []).map(({ path, contents }) => ({
            path,
            bytes: Buffer.from(contents, "base64"),
          })),
          deletions: (fileChanges.deletions ?? []).map(({ path }) => path),
        });
        return { commit: commitAnswer(commit) };
      },
    },
  });
  return saidIn(language, answer);
}

/** The answer, with what a writer can mend said in their language. */
function saidIn(language: Locale, { errors, ...answer }: ExecutionResult): object {
  if (errors === undefined) return answer;
  const said = errors.map((error) => ({
    ...error.toJSON(),
    ...(error.originalError instanceof ForAuthors ? { message: error.originalError.said[language] } : {}),
  }));
  return { ...answer, errors: said };
}

/** Within one question nothing is asked of Git twice. */
function remembered<T>(ask: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (name) => {
    const answer = known.get(name) ?? ask(name);
    known.set(name, answer);
    return answer;
  };
}
