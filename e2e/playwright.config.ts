import { defineConfig } from '@playwright/test';

const port = process.env.SOVD_PORTAL_PORT ?? '7007';
const url = `http://localhost:${port}`;

/**
 * The journeys run on the portal as `./yarnw start` brings it up. They share one
 * sandbox and take minutes each, so they run one after the other and are never retried:
 * a journey that passes at the second try is a defect.
 */
export default defineConfig({
  testDir: 'journeys',
  timeout: 480_000,
  expect: { timeout: 60_000 },
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  outputDir: '../test-report/e2e',
  reporter: [['list'], ['json']],
  webServer: {
    command: '../yarnw start',
    url: process.env.CI ? undefined : url,
    // its last line: the portal answers and shows the template
    wait: { stdout: /Ctrl-C ends it/ },
    timeout: 600_000,
    gracefulShutdown: { signal: 'SIGINT', timeout: 60_000 },
    reuseExistingServer: !process.env.CI,
    stdout: 'pipe',
  },
  use: {
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
