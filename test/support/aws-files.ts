/** The shared AWS config and credentials files of a user who works with an emulator. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The environment variables that point the SDK to these files and to nothing of the machine. */
export interface AwsEnvironment {
  AWS_CONFIG_FILE: string;
  AWS_SHARED_CREDENTIALS_FILE: string;
  AWS_EC2_METADATA_DISABLED: string;
}

/** A section's name (as in the file, such as `profile local`) and its keys. */
export type Sections = Record<string, Record<string, string>>;

/** The text of an ini file. */
export function ini(sections: Sections): string {
  return Object.entries(sections)
    .map(
      ([name, keys]) =>
        `[${name}]\n${Object.entries(keys)
          .map(([key, value]) => `${key} = ${value}\n`)
          .join("")}`,
    )
    .join("\n");
}

/** Writes `config` and `credentials` into `folder`. */
export function writeAwsFiles(folder: string, config: Sections, credentials: Sections): AwsEnvironment {
  mkdirSync(folder, { recursive: true });
  const environment = {
    AWS_CONFIG_FILE: join(folder, "config"),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, "credentials"),
    AWS_EC2_METADATA_DISABLED: "true",
  };
  writeFileSync(environment.AWS_CONFIG_FILE, ini(config));
  writeFileSync(environment.AWS_SHARED_CREDENTIALS_FILE, ini(credentials), { mode: 0o600 });
  return environment;
}

/** One profile whose calls go to `endpoint`, as a user of an emulator writes it. */
export function emulatorProfile(folder: string, profile: string, endpoint: string, region: string): AwsEnvironment {
  return writeAwsFiles(
    folder,
    { [`profile ${profile}`]: { region, endpoint_url: endpoint } },
    { [profile]: { aws_access_key_id: "local", aws_secret_access_key: "local" } },
  );
}
