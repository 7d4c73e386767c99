import { defineConfig } from '@playwright/test';

// What "make up" started; BASE_URL names another page, such as that of staging.
export default defineConfig({
  testDir: 'tests',
  timeout: 30_000,
  retries: 0,
  forbidOnly: true,
  use: {
    baseURL: process.env.BASE_URL ?? 'http://localhost:3000',
    trace: 'retain-on-failure',
  },
});
