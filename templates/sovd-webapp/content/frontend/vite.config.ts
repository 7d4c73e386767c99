import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const compress = promisify(gzip);

/** Writes a .gz beside each file that is worth it: nginx sends it as it is (gzip_static). */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    async generateBundle(_options, bundle) {
      for (const [fileName, output] of Object.entries(bundle)) {
        const text = output.type === 'chunk' ? output.code : output.source;
        if (!/\.(js|css|svg|json)$/.test(fileName) || text.length < 1024)
          continue;
        const source = await compress(text, { level: 9 });
        this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source });
      }
    },
  };
}

/** Libraries change less often than our own code: browsers keep these files over releases. */
const vendors: Record<string, RegExp> = {
  'vendor-react': /node_modules\/(react|react-dom|scheduler)\//,
  'vendor-mui': /node_modules\/@mui\//,
  'vendor-emotion': /node_modules\/(@emotion|stylis)\//,
  'vendor-data': /node_modules\/(@tanstack|axios)\//,
};

/** Where the API is while one develops; in docker-compose.yml it has another name. */
const backend = process.env.BACKEND_URL ?? 'http://localhost:8000';

export default defineConfig({
  plugins: [react(), precompress()],
  server: {
    port: 3000,
    proxy: {
      '/api': backend,
      '/ws': { target: backend.replace(/^http/, 'ws'), ws: true },
    },
  },
  build: {
    sourcemap: false,
    minify: 'terser',
    terserOptions: { compress: { drop_console: true, drop_debugger: true } },
    rollupOptions: {
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
        manualChunks: id =>
          Object.keys(vendors).find(name => vendors[name]?.test(id)),
      },
    },
  },
  test: {
    environment: 'jsdom',
    setupFiles: 'src/setupTests.ts',
    testTimeout: 30_000,
    coverage: {
      include: ['src/**/*.{ts,tsx}'],
      exclude: ['src/main.tsx', 'src/**/*.test.tsx', 'src/*.d.ts'],
      thresholds: { statements: 80, branches: 80, functions: 80, lines: 80 },
    },
  },
});
