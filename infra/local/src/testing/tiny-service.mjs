// Stands for any service: answers /readyz on PORT. STUBBORN ignores SIGTERM, NEVER_READY keeps saying 503.
import { createServer } from 'node:http';

const { PORT, STUBBORN, NEVER_READY } = process.env;
if (STUBBORN) process.on('SIGTERM', () => console.log('SIGTERM? Not me.'));
const server = createServer((_, response) => response.writeHead(NEVER_READY ? 503 : 200).end());
server.listen(Number(PORT), '127.0.0.1', () => console.log('the tiny service listens'));
