import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const root = path.resolve(import.meta.dirname, '../../..');

/** `name==version` of each line, without extras. */
const pins = (file: string) =>
  readFileSync(path.join(root, file), 'utf8')
    .split('\n')
    .flatMap(line => {
      const [, name, version] =
        /^([\w.-]+)(?:\[\w+\])?==([^\s;\\]+)/.exec(line) ?? [];
      return name ? [`${name.toLowerCase()}==${version}`] : [];
    });

test('migrations run with the pins of the stamped application', () => {
  const stamped = pins(
    'templates/sovd-webapp/content/backend/requirements.txt',
  );
  const wanted = pins('sandbox/jobs/requirements.in');
  assert.equal(wanted.length, 3);
  for (const pin of wanted) assert.equal(stamped.includes(pin), true, pin);
  const locked = pins('sandbox/jobs/requirements.txt');
  for (const pin of wanted) assert.equal(locked.includes(pin), true, pin);
});
