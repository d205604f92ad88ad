import { BadOption } from "./options.ts";

/**
 * Keeps a workflow that runs for another branch from sending its commit. The role refuses it too, with less to go on.
 *
 * @param environment  PRESSERUM_BRANCH, where somebody set it; GITHUB_REF_NAME is the workflow's own
 * @throws             BadOption
 */
export function refuseOtherBranch(environment: NodeJS.ProcessEnv): void {
  const { PRESSERUM_BRANCH: wanted, GITHUB_REF_NAME: given } = environment;
  if (wanted === undefined || wanted === "" || given === undefined || given === wanted) return;
  throw new BadOption({
    da: `Dette er grenen ${given}, men presserummet bliver udgivet fra ${wanted}. Gør sådan: merge den ind i ${wanted}.`,
    en: `This is the branch ${given}, but the press room is published from ${wanted}. Fix: merge it into ${wanted}.`,
  });
}
