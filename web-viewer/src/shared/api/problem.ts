import { seconds } from './retry-after.js';

/** A refusal by a server: problem details (RFC 9457). */
export interface Problem {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  /** Seconds until it may be tried again, where the server said so. */
  readonly wait: number | null;
}

const PREFIX = 'https://rostrum.io/problems/';

export function problem(code: string, status = 0, detail = ''): Problem {
  return { code, status, title: '', detail, wait: null };
}

/**
 * Reads whatever came as a problem; never throws.
 *
 * @param wait seconds that the headers name; without them those of its own field
 */
export function toProblem(body: unknown, status: number, wait: number | null = null): Problem {
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
  const type = text('type');
  return {
    code: type.startsWith(PREFIX) ? type.slice(PREFIX.length) : type || `http-${status}`,
    status: typeof fields.status === 'number' ? fields.status : status,
    title: text('title'),
    detail: text('detail'),
    wait: wait ?? seconds(fields.retryAfter),
  };
}

export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail || problem.code);
  }
}
