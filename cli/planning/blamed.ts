import { relative } from "node:path";
import type { Problem } from "../../deploy/index.ts";
import { placeInSet } from "../../server/src/engine/index.ts";
import type { Target } from "../targets/target.ts";

/**
 * Puts the blame of a refusal where the member was said: in the environments file, if its `set` says it.
 * @param root how many steps lead from the app client's root to the request.
 */
export function blamedIn(problem: Problem, { entry, environments }: Target, root: number, cwd: string): Problem {
  const { blame } = problem;
  if (!blame || !entry || !environments) return problem;
  const file = relative(cwd, environments.path).replaceAll("\\", "/");
  const placed = blame.map((each) => {
    const place = placeInSet(entry, each.path.slice(root));
    return place ? { ...each, file, path: place.path } : each;
  });
  return { ...problem, blame: placed };
}
