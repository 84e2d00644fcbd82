import type { Host } from "./host.ts";
import { templateClients } from "./template/document.ts";

/** CloudFormation, SAM, CDK and Serverless files. */
export const templateHost: Host = { id: "template", clientsIn: templateClients };
