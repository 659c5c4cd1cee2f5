// A streaming server with invented programs: the directory, its events, HLS, recordings.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fakeAccess } from './fake-access.mjs';
import { dist, problem, sendFile, sendJson } from './files.mjs';
import { livePlaylist, media, prepareMedia } from './media.mjs';

const ago = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString();

/** What stands above every picture here. */
const layer = (startedAt) => ({
  ...{ session: 's', startedAt: new Date(startedAt).toISOString(), revision: 'a-6', whole: true, over: true },
  events: [
    { at: 0, show: 'picture', name: 'Ana Gómez' },
    { at: 0, show: 'names', on: true },
    { at: 0, show: 'title', name: 'Ana Gómez', title: 'Harbour council, chair' },
    { at: 0, show: 'logo', text: 'Harbour TV' },
    { at: 0, show: 'clock', on: true },
    { at: 4, show: 'question', text: 'Will the new bridge be high enough for the old sailing ships?', name: 'Tobias' },
  ],
});

export async function fakeStreaming(port, friend = `http://127.0.0.1:${port - 1}`) {
  prepareMedia();
  const base = `http://127.0.0.1:${port}`;
  const access = fakeAccess(base);
  const startedAt = Date.now() - 90_000;
  const watchers = new Set();
  const channel = (id, title, host, minutes, viewers, picture) => ({
    ...{ id, title, host, startedAt: ago(minutes), viewers, session: `s-${id}`, picture: host },
    hls: `${base}/live/${id}/master.m3u8`,
    whep: `${base}/live/${id}/whep`,
    page: `${base}/watch/${id}`,
    thumbnail: `${base}/media/${picture}.jpg`,
  });
  const recording = (id, title, host, hours, duration, picture) => ({
    ...{ id, channel: 'r1', title, host, duration, size: duration * 312_000 },
    startedAt: ago(hours * 60),
    endedAt: ago(hours * 60 - duration / 60),
    hls: `${base}/recordings/${id}/master.m3u8`,
    mp4: `${base}/recordings/${id}/program.mp4`,
    page: `${base}/watch/recordings/${id}`,
    thumbnail: `${base}/media/${picture}.jpg`,
  });
  const onAir = new Map(
    [
      channel('r2', 'Harbour council: the new bridge', 'Ana Gómez', 42, 318, 'a'),
      channel('r3', '晨间新闻编辑部', '王小明', 7, 54, 'd'),
      channel('r4', 'Chess club, round four', 'Tobias', 131, 1, 'e'),
    ].map((one) => [one.id, one]),
  );
  const past = [
    recording('p1', 'Town hall: budget questions and answers', 'Ana Gómez', 26, 4210, 'b'),
    recording('p2', 'Physics, lecture 12', 'Dr. Okafor', 50, 2745, 'c'),
    recording('p3', '社区合唱团排练', '李华', 74, 5520, 'a'),
    recording('p4', 'Weather desk', 'Mira', 99, 305, 'd'),
    recording('p6', 'Morning call', 'Ana Gómez', 1.5, 1300, 'd'),
    recording('p5', 'Town hall', 'Ana Gómez', 120, 3605, 'e'),
  ];

  const hour = 3_600_000;
  const announced = (id, room, title, host, hours, length, picture) => ({
    ...{ id, channel: room, title, host, length, changes: 0 },
    description: 'What everybody asked for: a long evening with many guests, in which nothing is cut.',
    startsAt: new Date(Date.now() + hours * hour).toISOString(),
    endsAt: new Date(Date.now() + hours * hour + length * 1000).toISOString(),
    page: `${base}/coming/${id}`,
    picture: picture ? `${base}/media/${picture}.jpg` : null,
  });
  const coming = [
    announced('c1', 'r2', 'Harbour council, second sitting', 'Ana Gómez', 1.4, 3600, 'b'),
    announced('c2', 'r3', '晚间新闻', '王小明', 2.2, 1800, ''),
    announced('c3', 'r6', 'Astronomy for everybody', 'Dr. Okafor', 3, 5400, 'c'),
    announced('c4', 'r2', 'Harbour concert', 'Ana Gómez', 26, 7200, 'a'),
  ];
  const slots = () => [
    ...[...onAir.values()].map((one) => ({
      ...{ kind: 'now', id: one.session, channel: one.id, title: one.title, host: one.host },
      ...{ description: '', from: one.startedAt, until: new Date(Date.now() + hour).toISOString() },
      ...{ page: one.page, picture: one.thumbnail },
    })),
    ...coming.map((one) => ({ ...one, kind: 'coming', from: one.startsAt, until: one.endsAt })),
    ...past.map((one) => ({
      ...{ kind: 'was', id: one.id, channel: one.channel, title: one.title, host: one.host },
      ...{ description: '', from: one.startedAt, until: one.endedAt, page: one.page },
      picture: one.thumbnail,
    })),
  ];
  const asSeen = (response, name, view) => {
    const page = readFileSync(join(dist, name), 'utf8');
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(page.replace('<html ', `<html data-friend="${friend}" data-view="${view}" `));
  };

  const tell = (event, data) => {
    for (const watcher of watchers) {
      watcher.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    }
  };

  const view = (request) => new URL(request.url, base).searchParams.get('view') ?? 'desktop';
  const server = createServer((request, response) => {
    const path = new URL(request.url, base).pathname;
    const [, area, id] = path.split('/');
    if (request.method === 'OPTIONS') {
      response.writeHead(204, {
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE',
        'Access-Control-Allow-Headers': 'Authorization, Content-Type',
      });
      response.end();
    } else if (path === '/api/channels/events') {
      response.writeHead(200, {
        'Content-Type': 'text/event-stream',
        'Access-Control-Allow-Origin': '*',
      });
      response.write(`event: channels\ndata: ${JSON.stringify([...onAir.values()])}\n\n`);
      watchers.add(response);
      request.on('close', () => watchers.delete(response));
    } else if (path.startsWith('/api/') && access.answers(request, response, path)) return;
    else if (path === '/api/channels') sendJson(response, [...onAir.values()]);
    else if (path.startsWith('/api/channels/')) {
      const found = onAir.get(path.split('/')[3]);
      if (access.private(path.split('/')[3])) return sendJson(response, problem('private', 403), 403);
      sendJson(response, found ?? problem('not-on-air', 404), found ? 200 : 404);
    } else if (path === '/api/recordings') sendJson(response, listed(past, new URL(request.url, base).searchParams));
    else if (path.startsWith('/api/recordings/')) {
      const found = past.find((one) => one.id === path.split('/')[3]);
      sendJson(response, found ?? problem('unknown-recording', 404), found ? 200 : 404);
    } else if (path === '/api/announcements') sendJson(response, coming);
    else if (path.startsWith('/api/announcements/')) {
      const found = coming.find((one) => one.id === path.split('/')[3]);
      sendJson(response, found ?? problem('unknown-announcement', 404), found ? 200 : 404);
    }
    else if (path === '/api/guide') {
      const query = new URL(request.url, base).searchParams;
      sendJson(
        response,
        slots().filter(({ from, until }) => from < query.get('to') && until > query.get('from')),
      );
    } else if (path === '/api/search') {
      const query = new URL(request.url, base).searchParams.get('q').toLowerCase();
      sendJson(response, slots().filter(({ title }) => title.toLowerCase().includes(query)));
    } else if (path.endsWith('/whep')) {
      response.writeHead(503, { 'Retry-After': '10', 'Access-Control-Allow-Origin': '*' });
      response.end();
    } else if (path.endsWith('/layer.json')) sendJson(response, layer(startedAt));
    else if (path.endsWith('.m3u8')) {
      response.writeHead(200, {
        'Content-Type': 'application/vnd.apple.mpegurl',
        'Access-Control-Allow-Origin': '*',
        'Cache-Control': 'no-store',
      });
      response.end(playlist(area, path.endsWith('master.m3u8'), startedAt));
    } else if (area === 'media') sendFile(response, media, id) || response.writeHead(404).end();
    else if (path.endsWith('program.mp4')) sendFile(response, media, 'program.mp4');
    else if (area === 'watch' || area === 'coming') asSeen(response, `${area}.html`, view(request));
    else if (area === 'embed') sendFile(response, dist, 'embed.html');
    else if (path === '/recordings' && !id) asSeen(response, 'index.html', view(request));
    else if (path === '/guide' || path === '/') {
      const tv = path === '/guide' || view(request) === 'tv';
      asSeen(response, tv ? 'guide.html' : 'index.html', view(request));
    }
    else sendFile(response, dist, path) || response.writeHead(404).end();
  });
  await new Promise((ready) => server.listen(port, '127.0.0.1', ready));

  return {
    base,
    access,
    start(id, title, host) {
      const one = channel(id, title, host, 0, 12, 'a');
      onAir.set(id, one);
      tell('started', one);
      return one;
    },
    end(id) {
      const one = onAir.get(id);
      onAir.delete(id);
      const kept = past.findIndex((recorded) => recorded.id === one?.session);
      if (kept >= 0) past.splice(kept, 1);
      if (one) past.push({ ...recording(one.session, one.title, one.host, 0.1, 252, 'a'), channel: id });
      tell('ended', { id, session: one?.session });
    },
    clear() {
      onAir.clear();
      past.length = 0;
      tell('channels', []);
    },
    close: () => (server.closeAllConnections(), server.close()),
  };
}

/** A page of the list, as the server gives it. */
function listed(all, asked) {
  const words = (asked.get('q') ?? '').toLowerCase().split(/\s+/);
  const sorted = [...all].sort((a, b) =>
    asked.get('sort') === 'longest' ? b.duration - a.duration : b.startedAt.localeCompare(a.startedAt),
  );
  const from = sorted.findIndex(({ id }) => id === asked.get('before')) + 1;
  return sorted
    .slice(from)
    .filter(({ channel }) => !asked.get('channel') || channel === asked.get('channel'))
    .filter(({ title, host }) => words.every((word) => `${title} ${host}`.toLowerCase().includes(word)))
    .slice(0, Number(asked.get('limit') ?? 100));
}

function playlist(area, master, startedAt) {
  if (master) {
    return [
      '#EXTM3U',
      '#EXT-X-VERSION:7',
      '#EXT-X-STREAM-INF:BANDWIDTH=3000000,CODECS="avc1.42c01f,mp4a.40.2",RESOLUTION=1280x720,CLOSED-CAPTIONS=NONE',
      area === 'live' ? '/live/media.m3u8' : '/media/recorded.m3u8',
      '',
    ].join('\n');
  }
  return livePlaylist(startedAt, Date.now());
}
