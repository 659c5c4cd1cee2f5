import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

interface Page {
  /** Where its sources are; the element that it shows has the same name. */
  readonly folder: string;
  /** A stage for pictures: dark until the viewer chooses. */
  readonly dark?: true;
  /** Names the RSS feed of the station. */
  readonly feed?: true;
}

/** Every page by the name of its file; all else of them is template.html. */
export const pages: Readonly<Record<string, Page>> = {
  index: { folder: 'directory', feed: true },
  guide: { folder: 'guide', feed: true },
  coming: { folder: 'coming' },
  watch: { folder: 'watch', dark: true },
  embed: { folder: 'embed', dark: true },
  home: { folder: 'home' },
  room: { folder: 'room', dark: true },
  desk: { folder: 'desk' },
};

const template = fileURLToPath(new URL('template.html', import.meta.url));
const FEED = '<link rel="alternate" href="/feed.rss" type="application/rss+xml" title="Rostrum" />';

export function html(page: Page): string {
  const words: Record<string, string> = {
    theme: page.dark ? ' data-theme="dark"' : '',
    schemes: page.dark ? 'dark light' : 'light dark',
    feed: page.feed ? FEED : '',
    folder: page.folder,
  };
  return readFileSync(template, 'utf8').replace(/%([a-z]+)%/g, (_, name: string) => words[name]!);
}

const nameIn = (id: string) => /([a-z]+)\.html$/.exec(id)?.[1] ?? '';

/** Gives Vite the pages, which are no files: to its build as modules, to its server as answers. */
export const pagesOfTemplate: Plugin = {
  name: 'pages-of-template',
  resolveId: (id) => (pages[nameIn(id)] ? id : null),
  load: (id) => {
    const page = pages[nameIn(id)];
    return page ? html(page) : null;
  },
  configureServer: (server) => () => {
    server.middlewares.use((request, response, next) => {
      const path = (request.url ?? '/').replace(/[?#].*/, '');
      const page = pages[path === '/' ? 'index' : nameIn(path)];
      if (!page) return next();
      void server.transformIndexHtml(path, html(page)).then((text) => {
        response.setHeader('Content-Type', 'text/html; charset=utf-8');
        response.end(text);
      }, next);
    });
  },
};
