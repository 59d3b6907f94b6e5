import { serveEmbedded } from '#eventstore/embedded/serve.ts';

/** A process of its own that serves the file named by its first argument, and prints its address. */
const [file = '', socket = ''] = process.argv.slice(2);
const server = await serveEmbedded({ file, listen: { socket } });
process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)));
process.stdout.write(`${server.address}\n`);
