import { expect, test } from "vitest";
import { clientsIn } from "../clients/clients-in.ts";
import { applyEdits } from "../document/edit/edit.ts";
import { parseSpec } from "../document/parse.ts";
import type { Dialect } from "../document/part.ts";
import { writeMembers } from "./write-members.ts";

const members = {
  RefreshTokenValidity: 90,
  TokenValidityUnits: { RefreshToken: "hours" },
  CallbackURLs: ["https://a"],
};

test.each<[string, Dialect, string, string]>([
  [
    "beside comments, in YAML",
    "yaml",
    "# mine\nClientName: web # its name\n",
    "# mine\nClientName: web # its name\nRefreshTokenValidity: 90\nTokenValidityUnits:\n  RefreshToken: hours\nCallbackURLs:\n  - https://a\n",
  ],
  [
    "an object keeps what is not named",
    "yaml",
    "ClientName: web\nRefreshTokenValidity: 30\nTokenValidityUnits:\n  AccessToken: minutes # short\n",
    "ClientName: web\nRefreshTokenValidity: 90\nTokenValidityUnits:\n  AccessToken: minutes # short\n  RefreshToken: hours\nCallbackURLs:\n  - https://a\n",
  ],
  [
    "in JSON",
    "json",
    '{\n  "ClientName": "web"\n}\n',
    '{\n  "ClientName": "web",\n  "RefreshTokenValidity": 90,\n  "TokenValidityUnits": {\n    "RefreshToken": "hours"\n  },\n  "CallbackURLs": [\n    "https://a"\n  ]\n}\n',
  ],
])("%s", (_, dialect, text, wanted) => {
  const [client] = clientsIn(parseSpec(text, dialect));
  const edits = client && writeMembers(client, members);
  expect(edits && applyEdits(text, edits)).toBe(wanted);
});

test("the second of a stream is edited in the file's places, and what cannot be read is left alone", () => {
  const text = "ClientName: a\n---\nClientName: b\n";
  const [, second] = clientsIn(parseSpec(text, "yaml"));
  const edits = second && writeMembers(second, { AuthSessionValidity: 5 });
  expect(edits && applyEdits(text, edits)).toBe("ClientName: a\n---\nClientName: b\nAuthSessionValidity: 5\n");
  const [broken] = clientsIn(parseSpec('{"ClientName": "a",, }', "json"));
  expect(broken && writeMembers(broken, { AuthSessionValidity: 5 })).toBeUndefined();
});
