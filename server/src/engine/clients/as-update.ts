import type { AppClientContent } from "./app-client.ts";

/** The same app client, read as the update of one that exists. Kept as long as the text is, as its original. */
export function asUpdate(content: AppClientContent): AppClientContent {
  if (content.target !== "create") return content;
  let update = updates.get(content);
  if (!update) {
    update = { ...content, target: "update" };
    updates.set(content, update);
  }
  return update;
}
const updates = new WeakMap<AppClientContent, AppClientContent>();
