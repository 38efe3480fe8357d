import { createServer, type AddressInfo } from 'node:net';

/** A program that has nothing to do with us and counts who talks to it. */
export interface Stranger {
  readonly port: number;
  readonly visits: () => number;
  close(): Promise<void>;
}

/** Listens on a free port, on loopback or on every address. */
export function listenAsStranger(host: '127.0.0.1' | '0.0.0.0'): Promise<Stranger> {
  let visits = 0;
  const server = createServer((socket) => {
    visits += 1;
    socket.destroy();
  });
  const close = (): Promise<void> =>
    new Promise((resolve) =>
      server.close(() => {
        resolve();
      }),
    );
  return new Promise((resolve) =>
    server.listen(0, host, () => {
      resolve({ port: (server.address() as AddressInfo).port, visits: () => visits, close });
    }),
  );
}
