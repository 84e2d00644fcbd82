import * as vscode from "vscode";

const CFN_LINT = "kddejong.vscode-cfn-lint";
const TOOLKIT = "amazonwebservices.aws-toolkit-vscode";

/** Which other extensions serve templates in this window, as the server's `besideInTemplates` names them. */
export function besideInTemplates(): string[] {
  const toolkit = vscode.extensions.getExtension(TOOLKIT) !== undefined;
  const settings = vscode.workspace.getConfiguration("aws.cloudformation");
  const lints = toolkit && settings.get<boolean>("diagnostics.cfnLint.enabled") !== false;
  const completes = toolkit && settings.get<boolean>("completion.enabled") !== false;
  return [
    ...(lints || vscode.extensions.getExtension(CFN_LINT) ? ["cfn-lint"] : []),
    ...(completes ? ["toolkit"] : []),
  ];
}
