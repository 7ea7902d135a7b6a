import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { tokensCss } from './src/design/tokens-css.ts';

const TOKENS = 'virtual:tokens.css';

/** Serves the design tokens as a style sheet, so that colours are right before the first script has run. */
const tokens: Plugin = {
  name: 'design-tokens',
  resolveId: (id) => (id === TOKENS ? `\0${TOKENS}` : undefined),
  load: (id) => (id === `\0${TOKENS}` ? tokensCss() : undefined),
};

/** Packages of every page; what only some pages need is split off with them. */
const FRAME = /node_modules\/(?:react|react-dom|scheduler|react-router|@tanstack|i18next|react-i18next)\//;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), tokens],
  // The api puts a fresh nonce in its place with each page (style-src; scripts need none).
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2024',
    manifest: 'manifest.json',
    // A data: address would need an exception in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'frame', test: FRAME }] } },
    },
  },
  // Not the pages whose address begins alike, such as /api-keys.
  server: { proxy: { '^/api/': 'http://127.0.0.1:3000' } },
});
