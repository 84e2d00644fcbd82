/**
 * The engine's one face: whoever is no part of the engine imports nothing deeper (tools/borders.ts).
 * A function is exported where somebody needs it; what it is and returns is said beside its code.
 */

export { isSpecFile, specLanguages } from "../file-names.ts";
export { countOf } from "./catalogue/count-of.ts";
export { effectiveDefaults, membersOf } from "./catalogue/defaults.ts";
export type { IntegerType, Property } from "./catalogue/entry.ts";
export { lifetimeOf, UNITS, unitOf } from "./catalogue/lifetime.ts";
export { nearest, slips } from "./catalogue/nearest.ts";
export { comparable, type Difference, differences, isSame, isSilence, normalForm } from "./catalogue/normal-form.ts";
export { membersFor } from "./catalogue/properties.ts";
export { type UpdateSettings, updateSettings } from "./catalogue/update-request.ts";
export type { AppClient, Scope, ScopeValue, Target } from "./clients/app-client.ts";
export { clientAt, clientsIn } from "./clients/clients-in.ts";
export { looksLikeAppClient } from "./clients/looks-like.ts";
export { openNamed, reopen } from "./clients/open.ts";
export type { FactsByPool, IdentityProvider, PoolFacts, ResourceServer } from "./clients/pool-facts.ts";
export { isTemplate, loopsWithClients, openTemplate } from "./clients/template/document.ts";
export { holdsAppClient, isGenerated } from "./clients/template/recognise.ts";
export { allRules } from "./config/all-rules.ts";
export { CONFIG_FILE, configLimits, ruleProblem } from "./config/config-file.ts";
export { configFinder, type FoundConfig } from "./config/config-finder.ts";
export {
  ENVIRONMENTS_FILES,
  type Environment,
  type EnvironmentsFile,
  isEnvironmentsFile,
  type Link,
  type LinkedSpec,
} from "./config/environments/file.ts";
export { specKey } from "./config/environments/key.ts";
export { mergePatch } from "./config/environments/patch.ts";
export { type FileText, NearestFile, type ReadFile } from "./config/nearest.ts";
export { type SettingsSources, settingsFor } from "./config/settings.ts";
export { dialectOf } from "./document/dialect.ts";
export { applyEdits } from "./document/edit/edit.ts";
export { emit, type PlainValue } from "./document/edit/emit.ts";
export { limits } from "./document/limits.ts";
export { findMember, type Member, type Span, type SpecNode, stringValue, touches } from "./document/node.ts";
export { parseSpec } from "./document/parse.ts";
export type { Comment, Dialect, Part, SpecDocument, Syntax, TextEdit, Unit } from "./document/part.ts";
export { plainOf } from "./document/plain.ts";
export { smallestEdit } from "./document/text-edit.ts";
export { configurations } from "./features/application/configurations.ts";
export { type Setup, setupOf } from "./features/application/setup.ts";
export { signIn } from "./features/application/sign-in.ts";
export { blameOf } from "./features/blame.ts";
export { check, findingsIn, isMissingPool } from "./features/check.ts";
export type { CheckContext } from "./features/check-context.ts";
export { complete } from "./features/completion/complete.ts";
export { completionDocumentation } from "./features/completion/documentation.ts";
export type { Completion, DocKey } from "./features/completion/item.ts";
export { openingCharacters } from "./features/completion/opening.ts";
export type { Context, WorkspaceNames } from "./features/context.ts";
export { convert } from "./features/convert.ts";
export { asCommand, asResource, asSpec } from "./features/copy.ts";
export {
  checkEnvironments,
  type EnvironmentsFinding,
  fileOf,
  type SpecsBeside,
} from "./features/environments/check.ts";
export { completeEnvironments } from "./features/environments/complete.ts";
export { environmentsFixesAt, type OfferedEnvironmentsFix } from "./features/environments/fixes.ts";
export { hoverEnvironments } from "./features/environments/hover.ts";
export { findingsInEnvironment } from "./features/environments/in-environment.ts";
export { accountEdits, linkEdits, newEnvironmentsText, unlinkEdits } from "./features/environments/link.ts";
export {
  appClientOf,
  environmentsWith,
  type Target as EnvironmentTarget,
  targetsOf,
} from "./features/environments/linked.ts";
export { environmentsLinks } from "./features/environments/links.ts";
export { mergedRequest, requestOf, written } from "./features/environments/merged.ts";
export { placeInSet } from "./features/environments/merged-findings.ts";
export { renameLinks } from "./features/environments/rename-links.ts";
export { type NamedSpec, namedSpec, pathFrom, specKeysBelow } from "./features/environments/spec-keys.ts";
export { findsSeveral } from "./features/finds-several.ts";
export { fixAll } from "./features/fix-all.ts";
export { fixesAt, type OfferedFix } from "./features/fixes.ts";
export { foldingSpans } from "./features/folding.ts";
export { format } from "./features/format.ts";
export { hints } from "./features/hints.ts";
export { hover } from "./features/hover.ts";
export { lenses } from "./features/lens.ts";
export { links } from "./features/links.ts";
export { refactoringsAt } from "./features/refactorings.ts";
export { occurrences, renameSpans } from "./features/references.ts";
export { selectionSpans } from "./features/selection.ts";
export { suppressionsAt } from "./features/suppress.ts";
export { type SpecSymbol, symbols } from "./features/symbols.ts";
export { namesElsewhere, referencedAt } from "./features/template/reference.ts";
export { requestOfTemplate } from "./features/template/request-of-template.ts";
export { whatIsLeft } from "./features/what-is-left.ts";
export { namesIn } from "./features/workspace-names.ts";
export { writeMembers } from "./features/write-members.ts";
export { type Finding, shift } from "./lint/finding.ts";
export { isPreset, presets } from "./lint/levels.ts";
export { pageOf } from "./lint/page.ts";
export { secretSpans } from "./lint/quotable.ts";
export type { Fix, Level, Preset, Report, Rule, RuleMeta, Severity } from "./lint/rule.ts";
export { defaultSettings, type Settings } from "./lint/settings.ts";
export { nameOf } from "./reading/name.ts";
export { isRegion, regionOf } from "./reading/pool-region.ts";
export { specOf } from "./reading/spec.ts";
export { readUrl } from "./reading/url.ts";
