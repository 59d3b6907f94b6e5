import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

const api = process.env['DAYBOOK_API'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [
    tailwindcss(),
    sveltekit({
      adapter: adapter({ out: 'build' }),
      csp: {
        mode: 'auto',
        directives: {
          'default-src': ['self'],
          'script-src': ['self', 'wasm-unsafe-eval'],
          'style-src': ['self', 'unsafe-inline'],
          'img-src': ['self', 'data:', 'blob:'],
          'connect-src': ['self'],
          // Labels are previewed as a PDF that the page has just been given.
          'frame-src': ['self', 'blob:'],
          'object-src': ['blob:'],
          'base-uri': ['none'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
        },
      },
      // The page that wants it fetches it (lib/offline/keepPage.ts).
      serviceWorker: { register: false },
      // The host terminates TLS, so the origin of a request is not known here: hooks.server.ts checks it.
      csrf: { trustedOrigins: ['*'] },
    }),
  ],
  build: { cssTarget: ['chrome123', 'firefox120', 'safari17.5'] },
  server: {
    fs: { allow: ['..'] },
    proxy: { '/api': api, '/socket.io': { target: api, ws: true } },
  },
});
