import { problem, ProblemError, toProblem } from './problem.js';
import { retryAfter } from './retry-after.js';

/** Asks for JSON; every failure, also of the network, comes out as a ProblemError. */
export async function json<T>(url: string, init?: RequestInit): Promise<T> {
  const response = await fetch(url, init).catch(() => {
    throw new ProblemError(problem('unreachable'));
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    const wait = retryAfter(response.headers.get('Retry-After'));
    throw new ProblemError(toProblem(body, response.status, wait));
  }
  return body as T;
}

export const post = <T>(url: string, body: unknown): Promise<T> =>
  json<T>(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

/** With a bearer token; an answer without a body is undefined. */
export const send = <T>(method: string, url: string, token: string, body?: unknown): Promise<T> =>
  json<T>(url, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

export const asProblem = (error: unknown) =>
  error instanceof ProblemError ? error.problem : problem('unexpected', 0, String(error));
