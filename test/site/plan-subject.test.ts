import { describe, expect, it } from "vitest";
import {
  aboutToChange,
  notLinked,
  inDoubt,
  isSettled,
  mayBeLinked,
  planSubject,
  settled,
  waves,
} from "../../functions/site/plan-subject.ts";
import { page } from "../../functions/site/site-object.ts";

const a = page("a/index.html", "a");
const b = page("b/index.html", "b");
const keys = (objects: readonly { readonly key: string }[]) => objects.map(({ key }) => key);

describe("the plan of a subject", () => {
  it("puts what is not there, changes what differs, takes away what is no longer wanted", () => {
    const plan = planSubject("front", [a, b], { "a/index.html": "another digest", "c/index.html": "x" });
    expect(keys(plan.new)).toEqual(["b/index.html"]);
    expect(keys(plan.changed)).toEqual(["a/index.html"]);
    expect(plan.leaving).toEqual(["c/index.html"]);
  });

  it("puts an advance copy when all that is new is there, since its reader needs no link to come", () => {
    const copy = page("advance/6d657474/da/index.html", "copy");
    const plan = planSubject("front", [a, copy], {});
    expect([keys(plan.new), keys(plan.changed)]).toEqual([[a.key], [copy.key]]);
  });

  it("leaves nothing to plan once it is carried out", () => {
    const plan = planSubject("front", [a, b], { "c/index.html": "x" });
    const after = settled(plan, waves);
    expect(isSettled(planSubject("front", [a, b], after))).toBe(true);
  });

  it("takes nothing for granted of what a publication that broke off was about to do", () => {
    const first = planSubject("front", [a, b], { "a/index.html": "old" });
    const doubtful = inDoubt(first, ["new", "changed"]);
    expect(doubtful).toEqual({ "a/index.html": aboutToChange, "b/index.html": notLinked });

    const again = planSubject("front", [a, b], doubtful);
    expect(keys(again.new)).toEqual(["b/index.html"]);
    expect(keys(again.changed)).toEqual(["a/index.html"]);
  });

  it("puts back what may have been taken away, before what links to it", () => {
    const first = planSubject("front", [], { "a/index.html": a.digest });
    const doubtful = inDoubt(first, waves);
    expect(keys(planSubject("front", [a], doubtful).new)).toEqual(["a/index.html"]);
  });

  it("takes away what may have come, when it is not wanted any more", () => {
    expect(planSubject("front", [], { "b/index.html": notLinked }).leaving).toEqual(["b/index.html"]);
  });

  it("takes pages away before the pictures that they show", () => {
    const plan = planSubject("front", [], { "photos/1/bro.jpg": "x", "a/index.html": "y", "a.json": "z" });
    expect(plan.leaving).toEqual(["a/index.html", "a.json"]);
    expect(plan.gone).toEqual(["photos/1/bro.jpg"]);
  });

  it("keeps the account of the other waves when only one is carried out", () => {
    const plan = planSubject("front", [a, b], { "a/index.html": "old", "c/index.html": "x" });
    expect(settled(plan, ["changed"])).toEqual({ "a/index.html": a.digest, "c/index.html": "x" });
  });

  it("puts what nothing leads to yet before the rest, where it has become another, and else leaves it", () => {
    const come = settled(planSubject("front", [a, b], {}), ["new"]);
    expect(isSettled(planSubject("front", [a, b], come))).toBe(true);
    const other = { ...b, digest: "another" };
    expect(planSubject("front", [a, other], come)).toMatchObject({ new: [other], changed: [] });
    expect(planSubject("front", [a], come).leaving).toEqual(["b/index.html"]);
    const linked = mayBeLinked(come);
    expect(linked).toEqual({ "a/index.html": a.digest, "b/index.html": b.digest });
    expect(planSubject("front", [a, other], linked)).toMatchObject({ new: [], changed: [other] });
    expect(mayBeLinked(linked)).toBe(linked);
  });
});
