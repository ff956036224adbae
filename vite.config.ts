import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

import { parse } from '@formatjs/icu-messageformat-parser';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

import { collectDocuments, withoutDocuments } from './server/launch/collectDocuments.ts';

const api = 'http://127.0.0.1:4000';
const parser = '@formatjs/icu-messageformat-parser';

export default defineConfig(({ command }) => ({
  root: 'client',
  plugins: [
    trustedDocuments(),
    react(),
    layersInOrder(),
    messagesParsedBeforehand(),
    brotliBesideAssets(),
  ],
  resolve: {
    conditions: ['source', ...defaultClientConditions],
    alias: command === 'build' ? [{ find: parser, replacement: `${parser}/no-parser.js` }] : [],
  },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/signin', '/signout', '/oidc', '/health'].map((path) => [path, api]),
    ),
  },
}));

/** Gives the server the texts of all that the client asks, and leaves the client their numbers. */
function trustedDocuments(): Plugin {
  const folder = join(import.meta.dirname, 'client');
  let collected: ReturnType<typeof collectDocuments> = new Map();
  return {
    name: 'trusted-documents',
    apply: 'build',
    enforce: 'pre',
    buildStart: () => void (collected = collectDocuments(folder)),
    transform: (code, id) =>
      id.startsWith(folder) && /\.tsx?$/.test(id)
        ? { code: withoutDocuments(code, collected), map: null }
        : null,
    generateBundle() {
      const texts = [...collected.values()].map(({ id, text }) => [id, text] as const);
      const source = JSON.stringify(Object.fromEntries(texts));
      this.emitFile({ type: 'asset', fileName: 'trusted-documents.json', source });
    },
  };
}

/** Whichever style sheet is met first, ours win over Designsystemet's, and its theme over nothing. */
function layersInOrder(): Plugin {
  const order = '@layer ds.theme, ds.base, ds.components, samband;';
  return {
    name: 'layers-in-order',
    enforce: 'pre',
    transform: (code, id) => (id.endsWith('.css') ? { code: order + code, map: null } : null),
  };
}

/** Turns the messages into what the parser would have made of them, so that the parser stays at home. */
function messagesParsedBeforehand(): Plugin {
  return {
    name: 'messages-parsed-beforehand',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/schema\/language\/\w+\.json$/.test(id)) return null;
      const messages = JSON.parse(code) as Record<string, string>;
      const parsed = Object.entries(messages).map(([key, wording]) => [key, parse(wording)]);
      return { code: JSON.stringify(Object.fromEntries(parsed)), map: null };
    },
  };
}

/** Writes each text asset a second time, compressed, so that the server never has to. */
function brotliBesideAssets(): Plugin {
  return {
    name: 'brotli-beside-assets',
    apply: 'build',
    writeBundle({ dir = '' }) {
      for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(js|css|html|svg)$/.test(name)) continue;
        const content = readFileSync(join(dir, name));
        const params = {
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
        };
        writeFileSync(join(dir, `${name}.br`), brotliCompressSync(content, { params }));
      }
    },
  };
}
