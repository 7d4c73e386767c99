import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { imageManifest, manifestMediaType } from './imageManifest.ts';

test('every descriptor describes the data that it carries', () => {
  const manifest = JSON.parse(imageManifest('c0ffee')) as {
    schemaVersion: number;
    mediaType: string;
    config: { digest: string; size: number; data: string };
    layers: { digest: string; size: number; data: string }[];
    annotations: Record<string, string>;
  };
  assert.equal(manifest.schemaVersion, 2);
  assert.equal(manifest.mediaType, manifestMediaType);
  assert.ok(manifest.layers.length > 0);
  for (const { digest, size, data } of [manifest.config, ...manifest.layers]) {
    const bytes = Buffer.from(data, 'base64');
    const hash = createHash('sha256').update(bytes).digest('hex');
    assert.deepEqual([digest, size], [`sha256:${hash}`, bytes.length]);
  }
  assert.deepEqual(manifest.annotations, {
    'org.opencontainers.image.revision': 'c0ffee',
  });
});
