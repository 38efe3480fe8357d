import { DataSource } from 'typeorm';

/** A pool for one service. `jit` is off: these statements are short, and compiling one costs more than running it. */
export function dataSource(url: string, poolSize = 10, name = 'titian'): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [],
    synchronize: false,
    applicationName: name,
    poolSize,
    extra: { options: '-c jit=off', connectionTimeoutMillis: 10_000, idleTimeoutMillis: 60_000 },
  });
}
