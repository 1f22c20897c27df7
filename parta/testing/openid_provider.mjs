// A real OpenID Connect provider (panva's oidc-provider) with a sign-in page of two buttons.
// One line of JSON on stdin says everything: {module, port, client, redirect, accounts: {login: claims}}.
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const [line] = await new Promise((resolve) => createInterface(process.stdin).once('line', (text) => resolve([text])));
const told = JSON.parse(line);
const { default: Provider } = await import(pathToFileURL(told.module));

const provider = new Provider(`http://127.0.0.1:${told.port}`, {
  clients: [{ client_id: told.client, client_secret: told.secret, redirect_uris: [told.redirect] }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], phone: ['phone_number', 'phone_number_verified'] },
  cookies: { keys: ['only for tests'] },
  features: { devInteractions: { enabled: false } },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...told.accounts[id] }) }),
  interactions: { url: (_, { uid }) => `/enter/${uid}` },
  // What the person is asked is who they are; consent is given with it.
  loadExistingGrant: async (ctx) => {
    const grant = new ctx.oidc.provider.Grant({
      clientId: ctx.oidc.client.clientId,
      accountId: ctx.oidc.session.accountId,
    });
    grant.addOIDCScope('openid email phone');
    await grant.save();
    return grant;
  },
});

const PAGE = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Вход</title><h1>Областной вход</h1>
<form method="post"><label>Логин <input name="login"></label>
<button name="act" value="enter">Войти</button><button name="act" value="cancel">Отмена</button></form>`;

async function enter(request, response) {
  if (request.method !== 'POST') {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(PAGE);
    return;
  }
  let body = '';
  for await (const piece of request) body += piece;
  const form = new URLSearchParams(body);
  const cancelled = form.get('act') === 'cancel';
  const result = cancelled
    ? { error: 'access_denied', error_description: 'the person has cancelled' }
    : { login: { accountId: form.get('login') } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

const callback = provider.callback();
createServer((request, response) =>
  request.url.startsWith('/enter/') ? enter(request, response) : callback(request, response),
).listen(told.port, '127.0.0.1', () => console.log('ready'));
