// Stands for `temporal server start-dev`: says yes to every gRPC call on --port.
import { createServer } from 'node:http2';

const port = Number(process.argv[process.argv.indexOf('--port') + 1]);
const server = createServer();
server.on('stream', (stream) => {
  stream.respond({ ':status': 200, 'content-type': 'application/grpc', 'grpc-status': '0' }, { endStream: true });
});
server.listen(port, '127.0.0.1');
console.log('the fake Temporal listens');
