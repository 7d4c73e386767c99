import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { page, precompressed, StampedNginx } from '../images/StampedNginx.ts';
import { staging } from '../repository/matrix.ts';
import { stampRepository } from '../repository/stampRepository.ts';

let folder: string;
let nginx: StampedNginx;
before(async () => {
  folder = await stampRepository(staging.answers);
  nginx = await StampedNginx.of(folder);
  await nginx.start();
});
after(async () => {
  await nginx.dispose();
  await rm(folder, { recursive: true, force: true });
});

const gzip = { 'Accept-Encoding': 'gzip' };
/** One address of each location, and answers that are errors. */
const addresses: [string, number][] = [
  ['/', 200],
  ['/vehicles/42', 200],
  ['/assets/x.js', 200],
  ['/assets/missing.js', 404],
  ['/health', 200],
  ['/api/x', 200],
  ['/api/missing', 404],
];

test('nginx takes the configuration [D001 D055]', () => nginx.judge());

describe('every answer, whatever its location and status', () => {
  const headers: [string, string, string][] = [
    ['D013', 'x-frame-options', 'SAMEORIGIN'],
    ['D014', 'x-content-type-options', 'nosniff'],
    ['D015', 'x-xss-protection', '1; mode=block'],
    ['D016', 'referrer-policy', 'strict-origin-when-cross-origin'],
  ];
  headers.forEach(([id, name, value]) => {
    test(`says ${name}: ${value} once [${id} D003]`, async () => {
      for (const [url, status] of addresses) {
        const answer = await nginx.get(url);
        assert.equal(answer.status, status, url);
        assert.equal(answer.headers[name], value, url);
      }
    });
  });

  test('has a policy that lets no script in but the page’s own [D017 D045]', async () => {
    for (const [url] of addresses) {
      const { headers: said } = await nginx.get(url, { Host: 'sovd.dev' });
      const policy = Object.fromEntries(
        String(said['content-security-policy'])
          .split('; ')
          .map(part => {
            const [directive, ...sources] = part.split(' ');
            return [directive, sources.join(' ')];
          }),
      );
      assert.deepEqual(policy, {
        'default-src': "'self'",
        'script-src': "'self'",
        'style-src': "'self' 'unsafe-inline'",
        'img-src': "'self' data:",
        'font-src': "'self' data:",
        'connect-src': "'self' wss://sovd.dev",
        'object-src': "'none'",
        'base-uri': "'self'",
        'frame-ancestors': "'self'",
      });
    }
  });

  test('keeps nginx’ version to itself [D005]', async () => {
    for (const [url] of addresses)
      assert.equal((await nginx.get(url)).headers.server, 'nginx', url);
  });
});

describe('the page', () => {
  test('answers every address of its own [D002 D019 D055]', async () => {
    for (const url of ['/', '/vehicles/42', '/vehicles/42/faults?page=2']) {
      const { status, body } = await nginx.get(url);
      assert.equal(status, 200);
      assert.equal(String(body), page['index.html'], url);
    }
  });

  test('is asked for anew each time, its assets once a year at most [D020 D021 D055]', async () => {
    const rule = async (url: string) =>
      (await nginx.get(url)).headers['cache-control'];
    const never = 'no-cache, no-store, must-revalidate';
    assert.equal(await rule('/'), never);
    assert.equal(await rule('/index.html'), never);
    assert.equal(await rule('/vehicles/42'), never);
    const year = 'public, max-age=31536000, immutable';
    assert.equal(await rule('/assets/x.js'), year);
    assert.equal(await rule('/assets/x.css'), year);
    // a file that isn't there yet is asked for again
    assert.equal(await rule('/assets/missing.js'), undefined);
  });

  test('comes compressed, as do styles, scripts and JSON [D003 D012]', async () => {
    for (const [url, file] of [
      ['/', 'index.html'],
      ['/assets/x.css', 'assets/x.css'],
      ['/assets/y.js', 'assets/y.js'],
    ] as const) {
      const { headers, body } = await nginx.get(url, gzip);
      assert.equal(headers['content-encoding'], 'gzip', url);
      assert.match(headers.vary ?? '', /Accept-Encoding/, url);
      assert.equal(String(gunzipSync(body)), page[file], url);
    }
    const { headers } = await nginx.get('/api/x', gzip);
    assert.equal(headers['content-encoding'], 'gzip');
    const plain = await nginx.get('/assets/y.js');
    assert.equal(plain.headers['content-encoding'], undefined);
    assert.equal(String(plain.body), page['assets/y.js']);
  });

  test('has its scripts as the build compressed them [D030]', async () => {
    const { headers, body } = await nginx.get('/assets/x.js', gzip);
    assert.equal(headers['content-encoding'], 'gzip');
    assert.equal(String(gunzipSync(body)), precompressed);
  });

  test('says that it is well [D022]', async () => {
    const { status, headers, body } = await nginx.get('/health');
    assert.equal(status, 200);
    assert.match(headers['content-type'] ?? '', /^text\/plain/);
    assert.equal(String(body), 'healthy\n');
  });
});

describe('the backend', () => {
  test('is asked under /api/, and sees who asks [D003 D018 D031]', async () => {
    const { status, body } = await nginx.get('/api/v1/vehicles?limit=2', {
      Host: 'sovd.dev',
      Authorization: 'Bearer x',
      'X-Forwarded-For': '203.0.113.7',
    });
    assert.equal(status, 200);
    const seen = JSON.parse(String(body));
    assert.equal(seen.url, '/api/v1/vehicles?limit=2');
    assert.equal(seen.httpVersion, '1.1');
    assert.equal(seen.headers.host, 'sovd.dev');
    assert.equal(seen.headers['x-real-ip'], '127.0.0.1');
    assert.equal(seen.headers['x-forwarded-for'], '203.0.113.7, 127.0.0.1');
    assert.equal(seen.headers['x-forwarded-proto'], 'http');
    assert.equal(seen.headers.authorization, 'Bearer x');
  });

  test('opens WebSockets under /ws/ [D031 D044]', async () => {
    const { status, headers } = await nginx.get('/ws/commands', {
      Host: 'sovd.dev',
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    });
    assert.equal(status, 101);
    const seen = JSON.parse(
      Buffer.from(String(headers['x-seen']), 'base64').toString(),
    );
    assert.equal(seen.upgrade, 'websocket');
    assert.equal(seen.connection, 'upgrade');
    assert.equal(seen.host, 'sovd.dev');
    assert.equal(seen['x-real-ip'], '127.0.0.1');
    assert.equal(seen['x-forwarded-for'], '127.0.0.1');
    assert.equal(seen['x-forwarded-proto'], 'http');
    assert.equal(seen['sec-websocket-key'], 'dGhlIHNhbXBsZSBub25jZQ==');
  });

  test('answers under /ws/ without an upgrade too [D044]', async () => {
    const { status, body } = await nginx.get('/ws/commands');
    assert.equal(status, 200);
    assert.equal(JSON.parse(String(body)).headers.connection, 'close');
  });

  test('must have an address when nginx starts, which the guide says how to give [D031 D058]', async t => {
    const text = await readFile(
      path.join(folder, 'frontend/nginx.conf'),
      'utf8',
    );
    assert.equal(text.match(/proxy_pass http:\/\/backend:8000;/g)?.length, 2);
    const alone = await StampedNginx.of(folder);
    t.after(() => alone.dispose());
    await alone.configure(
      'server { listen 127.0.0.1:1; location / { proxy_pass http://backend.invalid:8000; } }',
    );
    await assert.rejects(alone.judge(), /host not found in upstream/);
    const guide = await readFile(
      path.join(folder, 'docs/runbooks/deployment.md'),
      'utf8',
    );
    assert.match(
      guide,
      /docker run --add-host backend:127\.0\.0\.1 --publish 80:8080/,
    );
  });
});
