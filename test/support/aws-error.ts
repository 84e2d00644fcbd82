import type { Answer } from "./count-proxy.ts";

/** AWS's wire form of a refusal or failure: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html */
export function awsError(status: number, name: string, message: string): Answer {
  return {
    status,
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amzn-requestid": "11111111-2222-3333-4444-555555555555",
      "x-amzn-errortype": `${name}:`,
      "x-amzn-errormessage": message.replace(/[^\x20-\x7e]/g, "?"),
    },
    body: Buffer.from(JSON.stringify({ __type: name, message })),
  };
}
