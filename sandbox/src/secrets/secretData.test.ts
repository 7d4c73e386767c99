import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import type { ExternalSecretSpec } from './ExternalSecret.ts';
import { extractProperty, secretData } from './secretData.ts';
import { SyncError } from './SyncError.ts';

const text = JSON.stringify({
  password: 'p',
  port: 5432,
  'dotted.name': 'whole',
  tls: { mode: 'require' },
});
const remote: Record<string, string> = { database: text, plain: 'just text' };
const data = (spec: ExternalSecretSpec) =>
  secretData(spec, async ({ key }) => {
    if (!(key in remote)) throw new SyncError('Secret does not exist');
    return remote[key];
  });

test('a property is a key, else a path; what is no text is JSON', () => {
  assert.equal(extractProperty(text, 'password'), 'p');
  assert.equal(extractProperty(text, 'port'), '5432');
  assert.equal(extractProperty(text, 'dotted.name'), 'whole');
  assert.equal(extractProperty(text, 'tls.mode'), 'require');
  assert.equal(extractProperty(text, 'tls'), '{"mode":"require"}');
});

test('data comes over what was extracted', async () => {
  const found = await data({
    dataFrom: [{ extract: { key: 'database' } }],
    data: [
      { secretKey: 'password', remoteRef: { key: 'plain' } },
      {
        secretKey: 'mode',
        remoteRef: { key: 'database', property: 'tls.mode' },
      },
    ],
  });
  assert.deepEqual(found, {
    ...{ password: 'just text', port: '5432', 'dotted.name': 'whole' },
    ...{ tls: '{"mode":"require"}', mode: 'require' },
  });
});

describe('what can’t be read names the entry', () => {
  const cases: [ExternalSecretSpec, RegExp][] = [
    [
      { data: [{ secretKey: 'a', remoteRef: { key: 'nope' } }] },
      /spec\.data\[0\] \(key: nope\), err: Secret does not exist/,
    ],
    [
      {
        data: [{ secretKey: 'a', remoteRef: { key: 'plain', property: 'b' } }],
      },
      /spec\.data\[0\] \(key: plain\), err: key b does not exist/,
    ],
    [
      {
        data: [
          {
            secretKey: 'a',
            remoteRef: { key: 'plain', decodingStrategy: 'Base64' },
          },
        ],
      },
      /decodingStrategy Base64 is not offered/,
    ],
    [{ dataFrom: [{ extract: { key: 'plain' } }] }, /plain is no JSON object/],
    [{ dataFrom: [{ find: {} }] }, /dataFrom\[0\]: .* only a plain extract/],
  ];
  for (const [spec, expected] of cases) {
    test(String(expected), async () => {
      await assert.rejects(data(spec), (error: Error) => {
        assert(error instanceof SyncError);
        assert.match(error.message, expected);
        return true;
      });
    });
  }
});
