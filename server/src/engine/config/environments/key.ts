/** The two halves of a key of `clients`, or what is wrong with it. */
export type SpecKey =
  | { readonly path: string; readonly clientName?: string; readonly problem?: undefined }
  | { readonly problem: string };

/**
 * Reads a key of `clients`: a relative path below the file's folder, with `/`, and `#` with the ClientName where the spec holds
 * several app clients. A path that leads out of the folder is refused here; whoever opens the file still follows links (realpath)
 * and refuses again, since a symbolic link cannot be seen in a name.
 */
export function readSpecKey(key: string): SpecKey {
  const hash = key.indexOf("#");
  const path = hash < 0 ? key : key.slice(0, hash);
  const clientName = hash < 0 ? undefined : key.slice(hash + 1);
  if (path === "") return { problem: "It names no file. Write the spec's path, from this file's folder." };
  if (path.includes("\\")) return { problem: "Write the path with / between its folders, on Windows, too." };
  if (/^(?:\/|[A-Za-z][A-Za-z0-9+.-]*:)/.test(path))
    return { problem: "It is an absolute path. Write it from this file's folder, so that it holds on each machine." };
  const steps = path.split("/");
  if (steps.some((step) => step === ".."))
    return { problem: "It leads out of this file's folder. Move this file up to a folder that holds all its specs." };
  if (steps.some((step) => step === "" || step === "."))
    return { problem: "It has an empty step. Write it as folder/web.cognito-client.yaml." };
  if (clientName === "") return { problem: "Behind # stands the ClientName of one app client of that file." };
  return clientName === undefined ? { path } : { path, clientName };
}

/** @returns the key that names a spec, or one of its app clients. */
export function specKey(path: string, clientName: string | undefined): string {
  return clientName === undefined ? path : `${path}#${clientName}`;
}
