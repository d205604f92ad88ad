import { App, Tags } from "aws-cdk-lib";
import { edgeRegion, stackName } from "../functions/contract.ts";
import { EdgeWatchStack } from "./edge-watch-stack.ts";
import { FrontDoorStack, needsFrontDoor } from "./front-door-stack.ts";
import { PressRoomStack } from "./press-room-stack.ts";
import { readStage } from "./read-stage.ts";

const app = new App();
// One stage at a time, so that nobody deploys two with one word. Without a word, the one where nothing can go wrong.
const name = String(app.node.tryGetContext("stage") ?? "dev");
const stage = readStage(app.node.tryGetContext("stages"), name);

const edge = { env: { region: edgeRegion } };
if (needsFrontDoor(stage)) new FrontDoorStack(app, stackName(name, "front-door"), { ...edge, stage });
new PressRoomStack(app, stackName(name, "press-room"), { ...edge, env: { region: stage.region }, stage });
new EdgeWatchStack(app, stackName(name, "edge-watch"), { ...edge, stage });
Tags.of(app).add("presserum:stage", name);

// At home nothing is validated, and a start would wait for it.
if (process.env["CDK_VALIDATION"] !== "false") (await import("./checks.ts")).addChecks(app);
app.synth();
