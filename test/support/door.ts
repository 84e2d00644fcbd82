import { connect, createServer, type Server, type Socket } from "node:net";

/** A TCP door in front of a server on loopback: while it is shut, connections are refused. */
export interface Door extends AsyncDisposable {
  readonly url: string;
  shut(): Promise<void>;
  open(): Promise<void>;
}

export async function startDoor(target: string): Promise<Door> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const serve = (): Server =>
    createServer((inside) => {
      const outside = connect(Number(port), hostname);
      for (const [one, other] of [
        [inside, outside],
        [outside, inside],
      ] as const) {
        sockets.add(one);
        one
          .on("error", () => other.destroy())
          .on("close", () => {
            sockets.delete(one);
            other.destroy();
          });
        one.pipe(other);
      }
    });
  let server = serve();
  const listen = (at: number) =>
    new Promise<void>((resolve, reject) => server.on("error", reject).listen(at, "127.0.0.1", resolve));
  await listen(0);
  const address = server.address();
  const own = typeof address === "object" && address ? address.port : 0;
  const shut = () =>
    new Promise<void>((resolve) => {
      if (!server.listening) return resolve();
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  return {
    url: `http://127.0.0.1:${own}`,
    shut,
    async open() {
      if (server.listening) return;
      server = serve();
      await listen(own);
    },
    [Symbol.asyncDispose]: shut,
  };
}
