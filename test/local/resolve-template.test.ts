import { describe, expect, it } from "vitest";
import { resolveTemplate } from "../../functions/local/resolve-template.ts";
import { pressStack } from "./press-stack.ts";

const outputOf = (Value: unknown) =>
  resolveTemplate(pressStack({ outputs: { Out: { Value } } }), "localhost:8080").outputs["Out"];

describe("a reference in a template", () => {
  it.each([
    ["to a bucket is its name", { Ref: "Source" }, "source"],
    ["to a pseudo parameter is what it is at home", { Ref: "AWS::Region" }, "eu-north-1"],
    ["to a parameter is its default", { Ref: "BootstrapVersion" }, "/cdk/version"],
    ["to an ARN is the ARN", { "Fn::GetAtt": ["Source", "Arn"] }, "arn:aws:s3:::source"],
    ["within a join is joined", { "Fn::Join": ["-", ["a", { Ref: "Site" }]] }, "a-site"],
    [
      "within a text is put in its place",
      { "Fn::Sub": "${Source}/${Index.Arn}/${!Kept}" },
      "source/arn:aws:dynamodb:eu-north-1:000000000000:table/index/${Kept}",
    ],
    [
      "to a variable of a text is that variable",
      { "Fn::Sub": ["${Name}!", { Name: { Ref: "Site" } }] },
      "site!",
    ],
  ])("%s", (_, value, wanted) => {
    expect(outputOf(value)).toBe(wanted);
  });

  it("to an attribute that is not known at home stops the start", () => {
    expect(() => outputOf({ "Fn::GetAtt": ["Source", "WebsiteURL"] })).toThrow(
      "Outputs.Out: the attribute WebsiteURL of Source is not known at home.",
    );
  });

  it("to nothing stops the start", () => {
    expect(() => outputOf({ Ref: "Nobody" })).toThrow("Outputs.Out: there is no resource Nobody.");
  });
});

describe("an intrinsic function that is not known at home", () => {
  it("stops the start, and is named with its place", () => {
    expect(() => outputOf({ "Fn::ImportValue": "x" })).toThrow(
      "Outputs.Out uses Fn::ImportValue, which is not known at home.",
    );
  });
});
