/** Every answer that an editor may ask for in a template, at places all over it: none throws, and none is about what is not ours. */
import { expect, test } from "vitest";
import { clientsIn } from "../../server/src/engine/clients/clients-in.ts";
import { complete } from "../../server/src/engine/features/completion/complete.ts";
import { convert } from "../../server/src/engine/features/convert.ts";
import { foldingSpans } from "../../server/src/engine/features/folding.ts";
import { hover } from "../../server/src/engine/features/hover.ts";
import { lenses } from "../../server/src/engine/features/lens.ts";
import { symbols } from "../../server/src/engine/features/symbols.ts";
import { OpenSpec } from "../../server/src/lsp/open-spec.ts";
import { opened, recommended, templateCorpus } from "../support/template-corpus.ts";

test("an editor's document is a spec by its name or language, else a template by its content", () => {
  const [sample] = templateCorpus().filter(({ path }) => path === "cfn/refresh-zero.yaml");
  if (!sample) throw new Error("the corpus has no such file");
  const kinds = (uri: string, language: string) =>
    clientsIn(new OpenSpec(uri, language, 1, sample.text).document).map(({ host }) => host);
  expect(kinds("file:///stack.yaml", "yaml")).toEqual(["template"]);
  expect(kinds("file:///web.cognito-client.yaml", "yaml")).toEqual(["spec"]);
  expect(kinds("file:///stack.yaml", "cognito-client-yaml")).toEqual(["spec"]);
});

test.each(templateCorpus().filter((_, index) => index % 4 === 0))("$path", ({ path, text, dialect }) => {
  const document = opened(text, dialect, path);
  if (!document) return;
  const context = { settings: recommended };
  expect(symbols(document)).toEqual([]);
  expect(foldingSpans(document)).toEqual([]);
  expect(convert(document)).toBeUndefined();
  // An app client made beside its stack would be an orphan.
  expect(lenses(document).filter(({ action }) => action === "create")).toEqual([]);
  const clients = clientsIn(document);
  for (let offset = 0; offset < document.text.length; offset += 23) {
    const isOurs = clients.some(({ base, extent }) => base + extent.start <= offset && offset <= base + extent.end);
    const answers = [hover(document, offset, context), complete(document, offset, context)];
    if (!isOurs) expect(answers.filter((answer) => (Array.isArray(answer) ? answer.length > 0 : answer))).toEqual([]);
  }
});
