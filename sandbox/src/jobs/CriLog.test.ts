import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { after, test } from 'node:test';

import { CriLogWriter, readCriLog } from './CriLog.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sovd-log-'));
after(() => rmSync(folder, { recursive: true }));

test('keeps lines whole, whatever the pieces they come in', async () => {
  const file = path.join(folder, 'log');
  const log = new CriLogWriter(file);
  const stream = new PassThrough();
  log.attach(stream, 'stderr');
  const euro = Buffer.from('€');
  stream.write('one\ntw');
  stream.write(Buffer.concat([Buffer.from('o '), euro.subarray(0, 1)]));
  stream.write(euro.subarray(1));
  stream.end('\nno newline');
  await once(stream, 'end');
  log.close();
  assert.deepEqual(
    readCriLog(file).map(line => line.text),
    ['one', 'two €', 'no newline'],
  );
  assert.match(
    readFileSync(file, 'utf8').split('\n')[0],
    /^\d{4}-\d\d-\d\dT[\d:.]+Z stderr F one$/,
  );
});

test('a log that isn’t there is empty', () => {
  assert.deepEqual(readCriLog(path.join(folder, 'nothing')), []);
});
