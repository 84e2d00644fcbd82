import type {
  ListUserPoolClientsRequest,
  ListUserPoolClientsResponse,
  ListUserPoolsRequest,
  ListUserPoolsResponse,
} from "@aws-sdk/client-cognito-identity-provider";
import { operation, results, text } from "./call.ts";
import { invalid, seconds } from "./wire.ts";
import { poolOf } from "./world.ts";

/** Where a list goes on; `empty` pages come before others where the knob says so. */
interface Mark {
  readonly empty: boolean;
  readonly from: number;
}

const written = ({ empty, from }: Mark): string => Buffer.from(`${empty ? "e" : "f"}${from}`).toString("base64url");

function readMark(token: string | undefined, first: Mark): Mark {
  if (token === undefined) return first;
  const found = /^([ef])(\d+)$/.exec(Buffer.from(token, "base64url").toString());
  // The words are ours; that such a token is refused is not doubted.
  if (!found) throw invalid("Invalid pagination token");
  return { empty: found[1] === "e", from: Number(found[2]) };
}

/** One page of a list, and the token of the next. */
export function page<Item>(
  items: readonly Item[],
  { size, token, emptyFirst = false }: { size: number; token: string | undefined; emptyFirst?: boolean },
): { readonly items: readonly Item[]; readonly next: { NextToken?: string } } {
  const mark = readMark(token, { empty: emptyFirst, from: 0 });
  if (mark.empty && mark.from < items.length)
    return { items: [], next: { NextToken: written({ ...mark, empty: false }) } };
  const end = mark.from + size;
  const more = end < items.length ? { NextToken: written({ empty: emptyFirst, from: end }) } : {};
  return { items: items.slice(mark.from, end), next: more };
}

/**
 * Three members of each app client. The filter is applied to pages, so that a page may be short or empty and still have a
 * token, as the operation's reference says.
 */
const listAppClients = operation<ListUserPoolClientsRequest, ListUserPoolClientsResponse>(
  {
    UserPoolId: { required: text },
    MaxResults: results(60),
    NextToken: text,
    ClientType: { type: "string", values: ["REGULAR", "DCR"].map((value) => ({ value, doc: "" })) },
  },
  ({ world, place, request, knobs }) => {
    const pool = poolOf(world, place, request.UserPoolId);
    const size = Math.min(request.MaxResults ?? 60, knobs.pageSize);
    const { items, next } = page([...pool.appClients.values()], {
      size,
      token: request.NextToken,
      emptyFirst: knobs.emptyPages,
    });
    const UserPoolClients = items
      .filter(({ type }) => request.ClientType === undefined || request.ClientType === type)
      .map(({ id, settings }) => ({
        ClientId: id,
        UserPoolId: pool.id,
        ClientName: String(settings["ClientName"]),
      }));
    return { UserPoolClients, ...next };
  },
);

const listPools = operation<ListUserPoolsRequest, ListUserPoolsResponse>(
  { NextToken: text, MaxResults: { required: results(60) } },
  ({ world, place, request }) => {
    const own = [...world.pools.values()].filter(
      ({ account, region }) => account === place.account && region === place.region,
    );
    const { items, next } = page(own, { size: request.MaxResults ?? 60, token: request.NextToken });
    const UserPools = items.map(({ id, name, created }) => ({
      Id: id,
      Name: name,
      LambdaConfig: {},
      CreationDate: seconds(created),
      LastModifiedDate: seconds(created),
    }));
    return { UserPools, ...next };
  },
);

export const listOperations = { ListUserPoolClients: listAppClients, ListUserPools: listPools };
