import type {
  CreateUserPoolClientResponse,
  DeleteUserPoolClientRequest,
  DescribeUserPoolClientRequest,
  DescribeUserPoolClientResponse,
  UpdateUserPoolClientResponse,
} from "@aws-sdk/client-cognito-identity-provider";
import { type Incoming, type Operation, operation, text } from "./call.ts";
import { appClientMembers } from "./constraints.ts";
import { answerOf } from "./normal-form.ts";
import { updated, updatedUnknown } from "./omitted.ts";
import { refuse } from "./refusals.ts";
import { invalid, type Json, type JsonObject, notFound, type OnTheWire } from "./wire.ts";
import { type AppClient, appClientOf, type Pool, poolOf, randomText } from "./world.ts";

type Described = OnTheWire<DescribeUserPoolClientResponse["UserPoolClient"]>;

/** The catalogue, which a type test ties to the SDK, is what gives an answer its members. */
const told = (...given: Parameters<typeof answerOf>) => answerOf(...given) as unknown as Described;

/** Lets reads lag behind a write that is about to happen. */
function remember({ knobs }: Pick<Incoming, "knobs">, pool: Pool, appClient: AppClient, isNew = false): void {
  if (knobs.describeLag === 0) return;
  appClient.stale = { answer: isNew ? undefined : answerOf(pool, appClient, knobs), left: knobs.describeLag };
}

/** A secret of the user's own, or one that Cognito makes. AWS documents the id as `<client-id>--<epoch-create-time>`. */
export function newSecret(clientId: string, now: number, own: Json | undefined, original: boolean) {
  const value = typeof own === "string" ? own : randomText(51);
  return { id: `${clientId}--${now}`, value, created: now, original };
}

const create: Operation = {
  members: appClientMembers("create"),
  locks: false,
  run(call): OnTheWire<CreateUserPoolClientResponse> {
    const { request, knobs, now } = call;
    const pool = poolOf(call.world, call.place, request["UserPoolId"]);
    const { GenerateSecret: generate, ClientSecret: own } = request;
    // Documented as impossible; the words are ours.
    if (generate === true && typeof own === "string")
      throw invalid("GenerateSecret and ClientSecret cannot be specified together.");
    const hasSecret = generate === true || typeof own === "string";
    const settings = updated({}, request, "reset");
    refuse({ operation: "create", pool, settings, hasSecret });
    const id = randomText(26);
    const secrets = hasSecret ? [newSecret(id, now, own, true)] : [];
    const { newMembers } = knobs;
    const appClient: AppClient = { id, type: "REGULAR", settings, newMembers, secrets, created: now, modified: now };
    pool.appClients.set(id, appClient);
    remember(call, pool, appClient, true);
    return { UserPoolClient: told(pool, appClient, knobs) };
  },
};

const update: Operation = {
  members: appClientMembers("update"),
  locks: true,
  run(call): OnTheWire<UpdateUserPoolClientResponse> {
    const { request, knobs } = call;
    const pool = poolOf(call.world, call.place, request["UserPoolId"]);
    const appClient = appClientOf(pool, request["ClientId"]);
    const settings = updated(appClient.settings, request, knobs.omitted);
    refuse({ operation: "update", pool, settings, hasSecret: appClient.secrets.length > 0 });
    remember(call, pool, appClient);
    appClient.settings = settings;
    appClient.newMembers = updatedUnknown(appClient.newMembers, knobs.omitted);
    appClient.modified = call.now;
    return { UserPoolClient: told(pool, appClient, knobs) };
  },
};

const describe = operation<DescribeUserPoolClientRequest, DescribeUserPoolClientResponse>(
  { UserPoolId: { required: text }, ClientId: { required: text } },
  ({ world, place, request, knobs }) => {
    const pool = poolOf(world, place, request.UserPoolId);
    const id = String(request.ClientId);
    const { stale } = pool.appClients.get(id) ?? pool.deleted.get(id) ?? {};
    if (stale && stale.left > 0) {
      stale.left--;
      if (stale.answer === undefined) throw notFound(`User pool client ${id} does not exist.`);
      return { UserPoolClient: stale.answer as unknown as Described };
    }
    return { UserPoolClient: told(pool, appClientOf(pool, id), knobs) };
  },
);

/** AWS's answer is empty. What hangs on the app client goes along with it. */
const remove = operation<DeleteUserPoolClientRequest, JsonObject>(
  { UserPoolId: { required: text }, ClientId: { required: text } },
  (call) => {
    const pool = poolOf(call.world, call.place, call.request.UserPoolId);
    const appClient = appClientOf(pool, call.request.ClientId);
    remember(call, pool, appClient);
    pool.appClients.delete(appClient.id);
    pool.deleted.set(appClient.id, appClient);
    return {};
  },
  true,
);

export const appClientOperations = {
  CreateUserPoolClient: create,
  UpdateUserPoolClient: update,
  DescribeUserPoolClient: describe,
  DeleteUserPoolClient: remove,
};
