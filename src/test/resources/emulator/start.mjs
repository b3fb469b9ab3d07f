// Starts WorkOS's emulator with a seed, prints its port, and ends when standard input does.
// node start.mjs <directory with node_modules> <seed.yaml>
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [home, seedFile] = process.argv.slice(2);
const load = (module) => import(pathToFileURL(path.join(home, 'node_modules', module)).href);
const { createEmulator } = await load('workos/dist/emulate/index.js');
const { parse } = (await load('yaml/dist/index.js')).default;

// The emulator listens on every interface and has no option for that, so the host is put in here.
const listen = net.Server.prototype.listen;
let server;
net.Server.prototype.listen = function (port, ...rest) {
  server = this;
  return listen.call(this, { port, host: '127.0.0.1' }, rest.at(-1));
};
const seed = parse(readFileSync(seedFile, 'utf8'));
await createEmulator({ port: 0, seed });
if (!server.listening) {
  await once(server, 'listening');
}
console.log(server.address().port);

process.stdin.resume();
process.stdin.on('end', () => process.exit());
