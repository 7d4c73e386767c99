import { planSchema } from './plan';
import type { Plan } from './plan';

const digest = `sha256:${'a'.repeat(64)}`;
const image = { repository: 'r/fleet-backend', tag: 'v1', digest };
const plan: Plan = {
  digest,
  environmentRef: 'resource:default/fleet-staging',
  request: { kind: 'upgrade', input: { version: 'v1' } },
  commit: 'c'.repeat(40),
  fromVersion: 'v0',
  toVersion: 'v1',
  images: [{ component: 'backend', to: image }],
  values: [
    { path: 'a', from: 'INFO', to: null },
    { path: 'b', from: [], to: { c: 1 } },
    { path: 'd', to: false },
  ],
  objects: [{ kind: 'Job', name: 'migration', action: 'add', fields: [] }],
  unchangedObjects: 4,
  database: { current: [], heads: ['0001'], pending: [], unreadable: [] },
  infrastructure: [
    { logicalId: 'A', type: 'B', action: 'maybe-replace', properties: [] },
  ],
  wayBack: { verdict: 'guarded', reason: 'Because' },
  findings: [],
  createdAt: '2026-11-21T10:00:00.000Z',
  expiresAt: '2026-11-21T10:30:00.000Z',
};

describe('planSchema', () => {
  it('keeps everything that a plan says, over the wire', () => {
    expect(planSchema.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
  });

  it.each<[string, object]>([
    ['a digest that is none', { digest: 'sha256:short' }],
    ['a verdict of another kind', { wayBack: { verdict: 'ok', reason: '' } }],
    [
      'an image without a digest',
      { images: [{ component: 'a', to: { ...image, digest: '' } }] },
    ],
    ['a time of another form', { expiresAt: 'in half an hour' }],
    ['no findings at all', { findings: undefined }],
  ])('refuses %s', (_what, wrong) => {
    expect(planSchema.safeParse({ ...plan, ...wrong }).success).toBe(false);
  });
});
