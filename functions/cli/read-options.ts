import { parseArgs } from "node:util";
import type { ParseArgsOptionsConfig } from "node:util";
import type { Localised } from "../content/locale.ts";
import { BadOption } from "./options.ts";

interface Read<T extends ParseArgsOptionsConfig> {
  readonly allowPositionals: true;
  readonly options: T;
}

/**
 * What stands behind a command, read as its options say.
 *
 * @param usage  the command as it is meant to be written
 * @throws       BadOption, for an option that it does not have, or one without its value
 */
export function readOptions<const T extends ParseArgsOptionsConfig>(
  usage: string | Localised,
  options: T,
): ReturnType<typeof parseArgs<Read<T>>> {
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    if (!code.startsWith("ERR_PARSE_ARGS_")) throw error;
    const [name = ""] = /-{1,2}[\w-]+/.exec(message) ?? [];
    const asMeant = typeof usage === "string" ? { da: usage, en: usage } : usage;
    const isUnknown = code === "ERR_PARSE_ARGS_UNKNOWN_OPTION";
    throw new BadOption(
      {
        da: `${isUnknown ? `Kommandoen har intet, der hedder ${name}` : `${name} er skrevet uden sin værdi, eller med en, den ikke tager`}. Gør sådan: ${asMeant.da}`,
        en: `${isUnknown ? `This command has no ${name}` : `${name} is written without its value, or with one that it does not take`}. Fix: ${asMeant.en}`,
      },
      { cause: error },
    );
  }
}
