/** The text of `cognito-client help [command]`. */
export function help(command?: string): string {
  return (command !== undefined && commands[command]) || overview;
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
