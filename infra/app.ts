import { App } from "aws-cdk-lib";
import { PressRoomStack } from "./press-room-stack.ts";

const app = new App();
new PressRoomStack(app, "Presserum", {
  description: "A press room that lives in a Git repository.",
});
app.synth();
