import {
  CreateManagedLoginBrandingCommand,
  DescribeManagedLoginBrandingByClientCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { type Answer, asked, type Lab } from "./lab.ts";

/** Reads after writes, two writers at once, and corner cases of setting something back. */
export async function writes(lab: Lab): Promise<Answer[]> {
  const id = await lab.create({});
  const flows = (await lab.describe(id)).ExplicitAuthFlows;
  let stale = 0;
  for (let validity = 4; validity <= 13; validity++) {
    await lab.update(id, { AuthSessionValidity: validity });
    if ((await lab.glance(id)).AuthSessionValidity !== validity) stale++;
  }
  const [one, other] = await Promise.all(
    [4, 5].map((validity) => asked(() => lab.update(id, { AuthSessionValidity: validity }).then(() => "accepted"))),
  );
  const cleared = await lab.create({ ReadAttributes: ["email"] });
  const emptied = await asked(async () => {
    await lab.update(cleared, { ReadAttributes: [] });
    return JSON.stringify((await lab.describe(cleared)).ReadAttributes ?? "absent");
  });
  return [
    { about: "ExplicitAuthFlows of an app client that has none", found: JSON.stringify(flows ?? "absent") },
    { about: "descriptions right after an update that were stale", found: `${stale} of 10` },
    { about: "two updates at once", found: `${one}; ${other}` },
    { about: "ReadAttributes after an update to []", found: emptied },
  ];
}

/** The default style: one for each app client. */
export async function styles(lab: Lab): Promise<Answer[]> {
  const pair = { UserPoolId: lab.poolId, ClientId: await lab.create({}) };
  const look = () => lab.api.send(new DescribeManagedLoginBrandingByClientCommand(pair)).then(() => "there is one");
  const make = () =>
    lab.api
      .send(new CreateManagedLoginBrandingCommand({ ...pair, UseCognitoProvidedValues: true }))
      .then(() => "accepted");
  const before = await lab.describe(pair.ClientId);
  const answers = [
    { about: "the style of an app client that has none", found: await asked(look) },
    { about: "making the default style", found: await asked(make) },
    { about: "making it again", found: await asked(make) },
  ];
  const after = await lab.describe(pair.ClientId);
  const touched = before.LastModifiedDate?.getTime() !== after.LastModifiedDate?.getTime();
  return [...answers, { about: "a style changes LastModifiedDate", found: touched ? "yes" : "no" }];
}

/** What a pool of the Lite plan makes of things that nobody has tried there. */
export async function lite(lab: Lab): Promise<Answer[]> {
  const id = await lab.create({});
  const update = (Feature: "ENABLED" | "DISABLED") =>
    asked(() =>
      lab
        .update(id, { ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH"], RefreshTokenRotation: { Feature } })
        .then(() => "accepted"),
    );
  return [
    { about: "Lite: rotation DISABLED, said", found: await update("DISABLED") },
    { about: "Lite: rotation ENABLED", found: await update("ENABLED") },
    ...(await styles(lab)).map(({ about, found }) => ({ about: `Lite: ${about}`, found })),
  ];
}
