import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests of the island need neither Vaadin nor a server; the JSON fixtures are the ones the Java tests read. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  resolve: {
    alias: {
      Frontend: fileURLToPath(new URL('.', import.meta.url)),
      fixtures: fileURLToPath(new URL('../src/test/resources/fixtures', import.meta.url)),
    },
  },
  test: {
    environment: 'jsdom',
    include: ['editor/**/*.test.{ts,tsx}'],
    setupFiles: ['./vitest.setup.ts'],
    restoreMocks: true,
  },
});
