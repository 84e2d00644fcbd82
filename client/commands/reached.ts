import * as vscode from "vscode";

/** Steps of the walkthrough that a command leads to. A step is ticked when its aim is reached, not when the command was called. */
export type Step = "newSpec" | "fixAll" | "connectPool" | "create";

export function reached(step: Step): void {
  void vscode.commands.executeCommand("setContext", `cognitoClient.reached.${step}`, true);
}
