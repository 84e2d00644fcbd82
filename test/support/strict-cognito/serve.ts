import type { IncomingMessage, ServerResponse } from "node:http";
import { awsError } from "../aws-error.ts";
import { answer, type Service } from "./answering.ts";
import { callerIdentity, callerOf } from "./identity.ts";
import { Refusal } from "./wire.ts";

/** Reads one HTTP request, answers it, and says what went wrong in AWS's way. */
export async function serve(
  service: Service,
  accounts: Readonly<Record<string, string>>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  const caller = callerOf(request.headers.authorization, accounts);
  const [api, operation = ""] = String(request.headers["x-amz-target"] ?? "").split(".");
  try {
    if (caller && new URLSearchParams(body).get("Action") === "GetCallerIdentity") {
      response.writeHead(200, { "content-type": "text/xml" }).end(callerIdentity(caller));
      return;
    }
    if (api !== "AWSCognitoIdentityProviderService") throw new Refusal("UnknownOperationException", "");
    const result = JSON.stringify(await answer(service, operation, caller, body));
    response
      .writeHead(200, { "content-type": "application/x-amz-json-1.1", "x-amzn-requestid": requestId })
      .end(result);
  } catch (error) {
    const { status, exception, message } =
      error instanceof Refusal ? error : new Refusal("InternalErrorException", String(error), 500);
    const refusal = awsError(status, exception, message);
    response.writeHead(refusal.status, refusal.headers).end(refusal.body);
  }
}

const requestId = "11111111-2222-3333-4444-555555555555";
