import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';

import { Silence } from './silence';

let server: Server;

/** A server that sends its pieces at these moments (ms), and its address. */
async function speaking(pieces: [after: number, text: string][]): Promise<string> {
  server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    for (const [after, text] of pieces) setTimeout(() => response.write(text), after);
    setTimeout(() => response.end(), Math.max(...pieces.map(([after]) => after)) + 10);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

afterEach(() => server.closeAllConnections());

it('waits for a long answer as long as it still comes', async () => {
  const address = await speaking([[0, '{"a":'], [500, '"я'], [1000, 'щ'], [1500, 'ик"}']]);
  const silence = new Silence(1200);
  const response = await fetch(address, { signal: silence.signal });
  expect(JSON.parse(await silence.readAll(response))).toEqual({ a: 'ящик' });
});

it('gives up on one that has gone silent', async () => {
  const address = await speaking([[0, '{"a":'], [9000, '1}']]);
  const silence = new Silence(1000);
  const response = await fetch(address, { signal: silence.signal });
  await expect(silence.readAll(response)).rejects.toMatchObject({ name: 'TimeoutError' });
});
