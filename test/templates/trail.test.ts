import { describe, expect, it } from "vitest";
import { render } from "../../templates/html.ts";
import { shownStep } from "../../templates/release-blocks.ts";
import { trail } from "../../templates/trail.ts";
import type { StepView } from "../../templates/views.ts";

const step: StepView = {
  id: "vaekstforum",
  body: { text: "Vækstforum", path: "/da/organer/vaekstforum/" },
  date: "2008-05-26",
  action: "approval",
  subject: "Vækstforum godkender klyngeprogrammet.",
  outcome: "approved",
  state: "done",
};
const wordsOf = (markup: string) =>
  markup
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();

describe("a step of a case", () => {
  it("names the body and its part, and says what it does once", () => {
    expect(wordsOf(render(trail([step], "da")))).toBe(
      "26. maj 2008 · Godkendt Vækstforum · godkendende Vækstforum godkender klyngeprogrammet.",
    );
    expect(shownStep(step, "da")).toBe(
      "26. maj 2008: Vækstforum (godkendende). Vækstforum godkender klyngeprogrammet. Godkendt",
    );
  });

  it("names them in English too", () => {
    const english = {
      ...step,
      body: { ...step.body, text: "The Council" },
      action: "decision",
      subject: "Whether to build.",
    } as const;
    expect(wordsOf(render(trail([english], "en")))).toBe(
      "26 May 2008 · Approved The Council · deciding Whether to build.",
    );
  });
});
