// Who may watch the invented channels: what a host says at his desk, and what viewers are asked.
import { problem, sendJson } from './files.mjs';

const PASSWORD = 'open sesame';

export function fakeAccess(base) {
  const kept = new Map();
  const of = (id) => kept.get(id) ?? { visibility: 'public', password: false };
  const told = (id) => ({
    ...of(id),
    page: `${base}/watch/${id}`,
    invitation:
      of(id).visibility === 'private' ? `${base}/watch/${id}?invite=eyJhbGciOiJIUzI1NiJ9.${id}` : null,
  });
  return {
    set: (id, visibility) => kept.set(id, { visibility, password: visibility === 'private' }),
    private: (id) => of(id).visibility === 'private',
    /** Whether the request was about access, and is answered. */
    answers(request, response, path) {
      const [, , , id, what] = path.split('/');
      if (what !== 'access' && what !== 'watch') return false;
      let body = '';
      request.on('data', (more) => (body += more));
      request.on('end', () => {
        const { visibility, password } = JSON.parse(body || '{}');
        if (what === 'access') {
          if (visibility) kept.set(id, { visibility, password: of(id).password || !!password });
          sendJson(response, told(id));
        } else if (password === PASSWORD) {
          kept.set(id, { ...of(id), visibility: 'public' });
          sendJson(response, { token: 't', expiresAt: new Date().toISOString() });
        } else sendJson(response, problem('wrong-password', 403), 403);
      });
      return true;
    },
  };
}
