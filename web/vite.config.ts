import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

import { manifest } from './manifest.ts';
import { precompiledMessages } from './precompile.ts';
import { pushWorker } from './push-worker.ts';

const server = process.env['PARTA_SERVER'] ?? 'http://127.0.0.1:8000';

export default defineConfig({
  plugins: [
    react(),
    precompiledMessages(),
    pushWorker(),
    VitePWA({
      registerType: 'prompt',
      // The page registers the worker itself: an injected inline script would need a hole in the CSP.
      injectRegister: false,
      manifest,
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,png,woff2}'],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/api\//, /^\/metrics/, /^\/health/],
        cleanupOutdatedCaches: true,
        globIgnores: ['push.js'],
        importScripts: ['push.js'],
      },
    }),
  ],
  resolve: {
    // VKUI's default build carries every component's CSS in one file, so importing it doubles the styles.
    alias: [{ find: /^@vkontakte\/vkui$/, replacement: '@vkontakte/vkui/dist/cssm' }],
  },
  build: {
    // Newer targets keep light-dark(); older ones rewrite it into variables nobody defines.
    cssTarget: ['chrome125', 'safari17.5', 'firefox125'],
    target: ['chrome125', 'safari17.5', 'firefox125'],
    // Inlined data: fonts or scripts would need a wider CSP.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    // The stickers' one manifest lies with the server, which checks against it.
    fs: { allow: ['.', '../parta/messaging/sticker_sets'] },
    proxy: { '/api': { target: server, ws: true, changeOrigin: false } },
  },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
} as Parameters<typeof defineConfig>[0]);
