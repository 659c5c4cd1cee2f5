import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { pages, pagesOfTemplate } from './pages.js';

const path = (name: string) => fileURLToPath(new URL(`${name}.html`, import.meta.url));

/** Media Chrome writes style elements into its shadow roots; no other page needs inline style. */
const policy = (inlineStyle: boolean) =>
  [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self'${inlineStyle ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' data: http: https:",
    // hls.js begins captions as an empty track, whose address is data.
    "media-src 'self' data: blob: http: https:",
    "connect-src 'self' http: https: ws: wss:",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');

const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: (_html, { filename }) => [
    {
      tag: 'meta',
      injectTo: 'head-prepend',
      attrs: {
        'http-equiv': 'Content-Security-Policy',
        content: policy(/(watch|embed)\.html$/.test(filename)),
      },
    },
  ],
};

export default defineConfig({
  appType: 'mpa',
  publicDir: 'src/public',
  plugins: [pagesOfTemplate, contentSecurityPolicy],
  build: {
    target: 'es2022',
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: Object.fromEntries(Object.keys(pages).map((name) => [name, path(name)])),
    },
  },
});
