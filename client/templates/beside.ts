import * as vscode from "vscode";

const CFN_LINT = "kddejong.vscode-cfn-lint";
const TOOLKIT = "amazonwebservices.aws-toolkit-vscode";

/**
 * Which other extensions serve templates in this window, as the server's `besideInTemplates` names them. The Toolkit's settings are those of
 * its 4.12: `aws.cloudformation.{hover.enabled,completion.enabled,diagnostics.cfnLint.enabled}`, all on by default.
 */
export function besideInTemplates(): string[] {
  const toolkit = vscode.extensions.getExtension(TOOLKIT) !== undefined;
  const settings = vscode.workspace.getConfiguration("aws.cloudformation");
  const lints = toolkit && settings.get<boolean>("diagnostics.cfnLint.enabled") !== false;
  const completes = toolkit && settings.get<boolean>("completion.enabled") !== false;
  const hovers = toolkit && settings.get<boolean>("hover.enabled") !== false;
  return [
    ...(lints || vscode.extensions.getExtension(CFN_LINT) ? ["cfn-lint"] : []),
    ...(completes ? ["toolkit"] : []),
    ...(hovers ? ["toolkit-hover"] : []),
  ];
}
