import { startApp } from './app.ts';

// Serves a desk with the data of a folder until it is killed, and says where: `node tests/support/servedApart.ts <folder>`.

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Which folder?');
const { url } = await startApp({}, folder);
process.stdout.write(`${url}\n`);
