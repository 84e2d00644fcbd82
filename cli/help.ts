/** The text of `cognito-client help [command]`. */
export function help(command?: string): string {
  return (command !== undefined && Object.hasOwn(commands, command) && commands[command]) || overview;
}

const overview = `cognito-client: checks and creates Amazon Cognito app clients defined in JSON or YAML

  cognito-client lint [options] [FILE|GLOB|FOLDER|-]...   check specs, without AWS
  cognito-client create --profile NAME FILE...            create app clients in AWS
  cognito-client facts --profile NAME POOL_ID             print what is known of a user pool
  cognito-client rules [--json]                           list the rules
  cognito-client --version

"cognito-client help lint" tells the options of a command.
`;

const commands: Readonly<Record<string, string>> = {
  create: `cognito-client create --profile NAME [options] FILE...

Shows what would be sent to AWS and what Cognito fills in, asks, and creates each app client once.
A lost answer is looked up in the user pool; nothing is sent twice.

  --profile NAME       profile of the AWS config files (else AWS_PROFILE, else the environment's own keys)
  --region REGION      only where the pool id gives none
  --pool POOL_ID       user pool for specs without UserPoolId
  --dry-run            show the plan and end
  --yes                do not ask (needed where there is no terminal)
  --output text|json   what is printed (text)
  --show-secret        print a client secret that AWS returns

Exit code: 0 all created (or the plan shown), 1 findings, refused or not created, 2 bad usage or a file that cannot
be read, 3 it is not certain what became of a request.
`,
  facts: `cognito-client facts --profile NAME [--region REGION] POOL_ID

Prints what is known of a user pool as JSON, for "cognito-client lint --facts FILE". Without secrets.
What the profile may not read is left out and told on standard error.

Exit code: 0 printed, 1 not to be had, 2 bad usage.
`,
  lint: `cognito-client lint [options] [FILE|GLOB|FOLDER|-]...

Checks specs without AWS. Without a file: every spec below the current folder
(*.cognito-client.{json,jsonc,yaml,yml} and the like). "-" is standard input.

  --format text|json|sarif|github   how findings are printed (text)
  --fix                             apply the safe fixes and write the files
  --preset recommended|strict       which rules (recommended)
  --rule ID=LEVEL                   off, hint, info, warning or error; may be repeated
  --max-warnings N                  exit 1 when there are more warnings
  --stdin-filename NAME             what standard input is called, which tells its syntax
  --facts FILE                      what "cognito-client facts" printed, for the rules that need a pool

A cognito-client.config.json in a file's folder, or the nearest above it, sets preset and rules.

Exit code: 0 no errors, 1 errors (or too many warnings), 2 bad usage or a file that cannot be read.
`,
};
