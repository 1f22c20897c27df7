/**
 * Runs the client's reducer over a fixture, so that the server's tests can prove
 * "old snapshot + events = new snapshot". Reads {me, conversations, pages, events} from standard input,
 * where `pages` are answers of …/messages by conversation; prints {conversations, messages}.
 */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const at = (path) => fileURLToPath(new URL(`../src/core/store/${path}`, import.meta.url));
const load = async (path) => (await runnerImport(at(path), { configFile: false, logLevel: 'error' })).module;

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { me, conversations = [], pages = {}, events = [] } = JSON.parse(Buffer.concat(chunks).toString());

const { apply } = await load('apply.ts');
const { mergeConversation, mergePage } = await load('merge.ts');
const { emptyState, snapshotOf } = await load('state.ts');

let state = conversations.reduce(mergeConversation, emptyState(me));
for (const [id, page] of Object.entries(pages)) state = mergePage(state, Number(id), page, { limit: 100 });
for (const { stream, seq, event } of events) state = apply(state, stream, seq, event);
process.stdout.write(`${JSON.stringify(snapshotOf(state))}\n`);
