import {
  AddUserPoolClientSecretCommand,
  DeleteUserPoolClientSecretCommand,
  ListUserPoolClientSecretsCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { type Answer, asked, type Lab } from "./lab.ts";

/** What happens to an app client when it gets and loses secrets. No value of a secret leaves this function. */
export async function secrets(lab: Lab): Promise<Answer[]> {
  const { api, poolId: UserPoolId } = lab;
  const add = (ClientId: string) => api.send(new AddUserPoolClientSecretCommand({ UserPoolId, ClientId }));
  const list = async (ClientId: string) =>
    (await api.send(new ListUserPoolClientSecretsCommand({ UserPoolId, ClientId }))).ClientSecrets ?? [];
  const remove = (ClientId: string, ClientSecretId: string | undefined) =>
    api.send(new DeleteUserPoolClientSecretCommand({ UserPoolId, ClientId, ClientSecretId }));
  const accepted = (call: Promise<unknown>) => call.then(() => "accepted");

  const id = await lab.create({ GenerateSecret: true });
  const open = await lab.create({});
  const before = await lab.describe(id);
  const { ClientSecretDescriptor: added } = await add(id);
  const both = await lab.describe(id);
  const [original] = (await list(id)).filter(({ ClientSecretId }) => ClientSecretId !== added?.ClientSecretId);
  const answers: Answer[] = [
    { about: "an added secret's value is told", found: added?.ClientSecretValue === undefined ? "no" : "yes" },
    {
      about: "form of a secret's id",
      found: String(added?.ClientSecretId)
        .replace(id, "<client id>")
        .replace(/\d+/g, (digits) => `<${digits.length} digits>`),
    },
    { about: "adding a secret changes LastModifiedDate", found: sameDate(before, both) ? "no" : "yes" },
    {
      about: "with two secrets the description shows",
      found: shown(both.ClientSecret, before.ClientSecret),
    },
    { about: "a third secret", found: await asked(() => accepted(add(id))) },
    { about: "a secret for a public app client", found: await asked(() => accepted(add(open))) },
    {
      about: "the secrets of a public app client",
      found: await asked(async () => `${(await list(open)).length} listed`),
    },
  ];
  await remove(id, original?.ClientSecretId);
  const after = await lab.describe(id);
  return [
    ...answers,
    { about: "without the original the description shows", found: shown(after.ClientSecret, before.ClientSecret) },
    { about: "deleting the only secret", found: await asked(() => accepted(remove(id, added?.ClientSecretId))) },
    { about: "deleting a secret that is not there", found: await asked(() => accepted(remove(id, `${id}--1`))) },
  ];
}

const shown = (secret: string | undefined, original: string | undefined): string => {
  if (secret === undefined) return "no secret";
  return secret === original ? "the original" : "another one";
};

const sameDate = (one: { LastModifiedDate?: Date | undefined }, other: { LastModifiedDate?: Date | undefined }) =>
  one.LastModifiedDate?.getTime() === other.LastModifiedDate?.getTime();
