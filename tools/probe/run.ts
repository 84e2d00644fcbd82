import { createInterface } from "node:readline/promises";
import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { fromIni } from "@aws-sdk/credential-providers";
import { ask, report } from "./ask.ts";
import { harmless } from "./harmless.ts";

/** Says where it would work, asks for the account's id, and only then asks AWS. @returns the exit code */
export async function run(profile: string, region: string | undefined): Promise<number> {
  // The SDK takes a profile's `region` and `endpoint_url` from the environment's profile only.
  process.env["AWS_PROFILE"] = profile;
  const credentials = fromIni({ profile });
  const place = { credentials, ...(region === undefined ? {} : { region }), maxAttempts: 4 };
  const sts = new STSClient(place);
  const { Account, Arn } = await sts.send(new GetCallerIdentityCommand({}));
  sts.destroy();
  const api = new CognitoIdentityProviderClient(place);
  const where = await api.config.region();
  console.log(`Caller   ${harmless(String(Arn))}
Account  ${harmless(String(Account))}
Region   ${harmless(where)}

The probe makes two user pools in this account, some app clients in them, and deletes both pools again.
It touches nothing else. User pools without users cost nothing.`);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const typed = await Promise.race([
    terminal.question("Type the account's id to go on: "),
    new Promise<string>((resolve) => terminal.once("close", () => resolve(""))),
  ]);
  terminal.close();
  if (Account === undefined || typed.trim() !== Account) {
    console.error("That is not the account's id: nothing was made.");
    return 1;
  }
  const name = `cognito-app-client-probe-${new Date().toISOString().replace(/[:.]/g, "-")}`;
  const sections = await ask(api, name, (line) => console.log(line));
  api.destroy();
  console.log(`\n${harmless(report(sections))}\n\nPlease send this to the project, for docs/what-aws-does.md.`);
  return 0;
}
