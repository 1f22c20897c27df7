/** The one way to the server over HTTP: same origin, JSON, the session's CSRF token, a time limit. */
import { readProblem, unreachable, type ApiError } from './error';
import { randomId } from './random';
import { Silence } from './silence';

type Query = Record<string, string | number | boolean | null | undefined>;

export interface CallOptions {
  query?: Query;
  body?: unknown;
  signal?: AbortSignal;
  /** Milliseconds of silence after which the call gives up with the code `timeout`; what still comes is waited for. */
  timeout?: number;
  /** Repeating a call with the same key does its work once. */
  idempotencyKey?: string;
  /** Lets the call finish after the page is left. */
  keepalive?: boolean;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const TIMEOUT = 30_000;

let csrf: string | null = null;
let language = 'ru';
const onEnd = new Set<(why: ApiError) => void>();

export function rememberCsrf(token: string | null): void {
  csrf = token;
}

export function speak(locale: string): void {
  language = locale;
}

/** Hears that the server no longer knows this session, or that it lacks something first. */
export function whenSessionEnds(hear: (why: ApiError) => void): () => void {
  onEnd.add(hear);
  return () => onEnd.delete(hear);
}

export function address(path: string, query: Query = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined || value === null || value === '' ? [] : [[name, String(value)]],
  );
  return pairs.length ? `${path}?${new URLSearchParams(pairs)}` : path;
}

/** Headers every unsafe request needs; uploads that do not go through `call` use them too. */
export function unsafeHeaders(idempotencyKey: string = randomId()): Record<string, string> {
  return {
    'Accept-Language': language,
    'Idempotency-Key': idempotencyKey,
    ...(csrf ? { 'X-CSRF-Token': csrf } : {}),
  };
}

async function call<Answer>(method: Method, path: string, options: CallOptions = {}): Promise<Answer> {
  const { query, body, signal, timeout = TIMEOUT, idempotencyKey, keepalive } = options;
  const silence = new Silence(timeout);
  const response = await fetch(address(path, query), {
    method,
    headers: {
      Accept: 'application/json',
      ...(method === 'GET' ? { 'Accept-Language': language } : unsafeHeaders(idempotencyKey)),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
    signal: signal ? AbortSignal.any([signal, silence.signal]) : silence.signal,
    keepalive: keepalive ?? false,
  }).catch((thrown: unknown) => {
    silence.end();
    throw unreachable(thrown);
  });
  const text = await silence.readAll(response).catch((thrown: unknown) => {
    throw unreachable(thrown);
  });
  if (!response.ok) {
    const error = await readProblem(response.status, async () => JSON.parse(text) as unknown);
    if (error.code === 'sign_in_first' || error.code === 'second_factor_first') onEnd.forEach((hear) => hear(error));
    throw error;
  }
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}

export const api = {
  get: <Answer>(path: string, query?: Query, options?: CallOptions) => call<Answer>('GET', path, { ...options, query }),
  post: <Answer>(path: string, body?: unknown, options?: CallOptions) =>
    call<Answer>('POST', path, { ...options, body }),
  put: <Answer>(path: string, body?: unknown, options?: CallOptions) => call<Answer>('PUT', path, { ...options, body }),
  patch: <Answer>(path: string, body?: unknown, options?: CallOptions) =>
    call<Answer>('PATCH', path, { ...options, body }),
  delete: <Answer = void>(path: string, options?: CallOptions) => call<Answer>('DELETE', path, options),
};
