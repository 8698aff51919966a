import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [svelte()],
  build: {
    // light-dark() and nesting stay as written: every browser since 2024 knows them
    cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
    // the Content-Security-Policy allows no data: addresses
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  // `npm run dev` beside a running server
  server: { proxy: { '/api': process.env.AFTERVIEW_URL ?? 'http://127.0.0.1:8000' } },
});
