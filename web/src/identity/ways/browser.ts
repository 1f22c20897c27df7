/** Keys as the browser speaks of them: the server's JSON goes in, JSON for the server comes out. */
type Json = Record<string, unknown>;
type Parse<Options> = ((json: Json) => Options) | undefined;

interface KeyClass {
  parseCreationOptionsFromJSON?: Parse<PublicKeyCredentialCreationOptions>;
  parseRequestOptionsFromJSON?: Parse<PublicKeyCredentialRequestOptions>;
}

const keyClass = () => window.PublicKeyCredential as unknown as KeyClass;

/** Keys are bound to a name: at a bare address, or without HTTPS, a browser has none. */
export function canUseKeys(): boolean {
  return 'PublicKeyCredential' in window && !/^[\d.]+$|:/.test(window.location.hostname);
}

export async function makeKey(options: Json): Promise<Json> {
  const parse = keyClass().parseCreationOptionsFromJSON;
  const publicKey = parse ? parse.call(PublicKeyCredential, options) : (decoded(options) as unknown as PublicKeyCredentialCreationOptions);
  return told(await navigator.credentials.create({ publicKey }));
}

export async function showKey(options: Json): Promise<Json> {
  const parse = keyClass().parseRequestOptionsFromJSON;
  const publicKey = parse ? parse.call(PublicKeyCredential, options) : (decoded(options) as unknown as PublicKeyCredentialRequestOptions);
  return told(await navigator.credentials.get({ publicKey }));
}

/** The person closed the browser's window, or has no key here: nothing went wrong. */
export function isGivenUp(error: unknown): boolean {
  return error instanceof DOMException && ['NotAllowedError', 'AbortError'].includes(error.name);
}

/** This device holds a key of this person already. */
export function isKnown(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'InvalidStateError';
}

function bytes(text: string): ArrayBuffer {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (sign) => sign.codePointAt(0) ?? 0).buffer;
}

function letters(buffer: ArrayBuffer): string {
  const plain = Array.from(new Uint8Array(buffer), (byte) => String.fromCodePoint(byte)).join('');
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** For browsers of before 2024: the fields that are bytes. */
function decoded(options: Json): Json {
  const named = (list: unknown) => (list as { id: string }[] | undefined)?.map((one) => ({ ...one, id: bytes(one.id) }));
  const user = options['user'] as { id: string } | undefined;
  return {
    ...options,
    challenge: bytes(options['challenge'] as string),
    ...(user ? { user: { ...user, id: bytes(user.id) } } : {}),
    excludeCredentials: named(options['excludeCredentials']),
    allowCredentials: named(options['allowCredentials']),
  };
}

function told(credential: Credential | null): Json {
  if (!(credential instanceof PublicKeyCredential)) throw new DOMException('no key', 'NotAllowedError');
  if ('toJSON' in credential) return credential.toJSON() as Json;
  const { id, rawId, type, response } = credential as PublicKeyCredential;
  const parts = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'] as const;
  const said = Object.fromEntries(
    parts.flatMap((part) => {
      const value = (response as unknown as Record<string, ArrayBuffer | null>)[part];
      return value ? [[part, letters(value)]] : [];
    }),
  );
  return { id, rawId: letters(rawId), type, response: said };
}
