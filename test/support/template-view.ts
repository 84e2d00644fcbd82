import { readTemplates } from "../../server/src/engine/clients/template/read.ts";
import type { Template } from "../../server/src/engine/clients/template/template.ts";
import { TemplateView } from "../../server/src/engine/clients/template/view.ts";
import { findMember, type SpecNode } from "../../server/src/engine/document/node.ts";
import { templateAsJson } from "./template-json.ts";

/** @returns what a template says about its names. */
export function viewOf(text: string, syntax: "yaml" | "json" = "yaml"): TemplateView {
  const source = syntax === "yaml" ? text : templateAsJson(text);
  return new TemplateView(readTemplates(source, syntax, 0)[0] as Template);
}

/** @returns the value of a member of a section: `Outputs`, `Value`. */
export function valueIn(view: TemplateView, section: string, name: string): SpecNode | undefined {
  return view.members(section).find(({ member }) => member.key === name)?.member.value;
}

/** @returns a value under `Properties` of a resource. */
export function propertyOf(view: TemplateView, id: string, name: string): SpecNode | undefined {
  const resource = view.resources.get(id)?.piece()?.member.value;
  return findMember(findMember(resource, "Properties")?.value, name)?.value;
}
