/**
 * What the log may hold of an LSP message: its direction, kind and method, and how long it took.
 * Never its content: a `didOpen` carries the whole spec, and with it a `ClientSecret` that somebody wrote there.
 *
 * @param message as vscode-languageclient words it for its trace channel.
 * @returns one line, or `undefined` when the message is not of the known form.
 */
export function traceLine(message: string): string | undefined {
  const match = /^(Sending|Received) (notification|request|response) '([\w$/.-]+)/.exec(message);
  if (!match) return undefined;
  const [, direction, kind, method] = match;
  const time = / in (\d+)ms/.exec(message.split("\n", 1)[0] ?? "")?.[1];
  return `${direction} ${kind} ${method}${time === undefined ? "" : ` in ${time} ms`}`;
}
