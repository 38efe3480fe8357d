// Asks a service on this container whether it is ready: the image has no curl. Usage: node healthcheck.mjs <port>
const response = await fetch(`http://127.0.0.1:${process.argv[2]}/readyz`, { signal: AbortSignal.timeout(4000) });
process.exit(response.ok ? 0 : 1);
