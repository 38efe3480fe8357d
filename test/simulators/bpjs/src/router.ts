import { Problem } from './problem.ts';

/** A request, as far as a route needs it. */
export interface Call {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly idempotencyKey: string | undefined;
  /** Reads the body as JSON. */
  readonly json: () => Promise<unknown>;
}

/** What is sent back, as JSON. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One operation of `openapi.yaml`; `path` is written as there. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly handle: (call: Call) => Answer | Promise<Answer>;
}

/** A route and the values of its path parameters. */
export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

function matchPath(template: string, parts: readonly string[]): Readonly<Record<string, string>> | undefined {
  const names = template.split('/');
  if (names.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const part = parts[index] ?? '';
    if (name.startsWith('{')) params[name.slice(1, -1)] = part;
    else if (name !== part) return undefined;
  }
  return params;
}

function decodeParts(pathname: string): string[] {
  try {
    return pathname.split('/').map(decodeURIComponent);
  } catch {
    throw new Problem(400, 'invalid-path', 'The address cannot be read', {
      field: 'path:',
      rule: 'percent-encoded UTF-8',
      remedy: 'encode the address',
    });
  }
}

/** The first route that fits. @throws Problem 404 or 405 */
export function matchRoute(routes: readonly Route[], method: string, pathname: string): Match {
  const parts = decodeParts(pathname);
  const fitting = routes.flatMap((route): Match[] => {
    const params = matchPath(route.path, parts);
    return params ? [{ route, params }] : [];
  });
  const match = fitting.find(({ route }) => route.method === (method === 'HEAD' ? 'GET' : method));
  if (match) return match;
  if (fitting.length === 0) {
    throw new Problem(404, 'no-such-address', 'There is nothing at this address', {
      field: 'path:',
      rule: 'the addresses of openapi.yaml',
      remedy: 'correct the address',
    });
  }
  const allow = [...new Set(fitting.map(({ route }) => route.method))].join(', ');
  throw new Problem(
    405,
    'wrong-method',
    'This address takes another method',
    { field: 'path:', rule: `one of ${allow}`, remedy: 'correct the method' },
    { headers: { allow } },
  );
}
