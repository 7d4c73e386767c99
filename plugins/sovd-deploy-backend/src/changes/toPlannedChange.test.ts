import type { ComponentImage } from '@sovd/plugin-sovd-deploy-common';
import { testImage } from '../__testUtils__/testRepository';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { changesNothing, toPlannedChange } from './toPlannedChange';
import type { PlanParts } from './toPlannedChange';

const environment = proposeEnvironment();
const commit = 'c'.repeat(40);
const image = testImage('v1.0.0');
const plain = ({ component: _, ...rest }: ComponentImage) => rest;
const config = (level: string, revision: number) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: {
    name: 'backend',
    annotations: { 'sovd.io/helm-revision': String(revision) },
  },
  data: { LOG_LEVEL: level },
});
const side = (level: string, revision: number) => ({
  values: { config: { logLevel: level }, backend: { image: plain(image) } },
  objects: [config(level, revision)],
});

function parts(more: Partial<PlanParts> = {}): PlanParts {
  return {
    environment,
    request: { kind: 'upgrade', input: { version: 'v1.0.0' } },
    current: {
      images: [image],
      running: { ...side('INFO', 1), revision: 1, chartVersion: '0.1.0' },
    },
    resolved: {
      version: 'v1.0.0',
      work: {
        kind: 'upgrade',
        commit,
        environmentCommit: commit,
        images: [image],
        migrate: true,
        values: {},
        files: {},
      },
    },
    rendered: side('INFO', 2),
    outlook: {
      database: { current: [], heads: [], pending: [], unreadable: [] },
      wayBack: { verdict: 'plain', reason: 'The database stays as it is' },
    },
    infrastructure: { changes: [] },
    bootstrap: [],
    money: undefined,
    findings: [],
    plannedAt: '2026-11-21T10:00:00.000Z',
    ...more,
  };
}

describe('toPlannedChange', () => {
  it('sees nothing in another revision of the same release', () => {
    const planned = toPlannedChange(parts());
    expect(planned.plan).toMatchObject({
      images: [],
      values: [],
      objects: [],
      unchangedObjects: 1,
      createdAt: '2026-11-21T10:00:00.000Z',
      expiresAt: '2026-11-21T10:30:00.000Z',
    });
    expect(changesNothing(planned)).toBe(true);
  });

  it('shows a value and what it does to an object', () => {
    const planned = toPlannedChange(parts({ rendered: side('DEBUG', 2) }));
    const levels = { from: 'INFO', to: 'DEBUG' };
    expect(planned.plan).toMatchObject({
      values: [{ path: 'config.logLevel', ...levels }],
      objects: [{ fields: [{ path: 'data.LOG_LEVEL', ...levels }] }],
      unchangedObjects: 0,
    });
    expect(changesNothing(planned)).toBe(false);
  });

  it('tells an image once, among the images', () => {
    const { resolved, rendered } = parts();
    const to = testImage('v1.1.0');
    const { plan } = toPlannedChange(
      parts({
        resolved: {
          version: 'v1.1.0',
          work: { ...resolved.work, images: [to] },
        },
        rendered: {
          ...rendered,
          values: { ...rendered.values, backend: { image: plain(to) } },
        },
      }),
    );
    expect(plan).toMatchObject({
      fromVersion: 'v1.0.0',
      toVersion: 'v1.1.0',
      images: [{ component: 'backend', from: plain(image), to: plain(to) }],
      values: [],
    });
  });

  it('has the same digest whatever the findings and the time say', () => {
    const { digest } = toPlannedChange(parts()).plan;
    const finding = {
      rule: 'capacity',
      severity: 'warning' as const,
      headline: 'No room',
      cause: 'Full',
      nextSteps: [],
    };
    const later = parts({
      findings: [finding],
      plannedAt: '2026-11-21T10:20:00.000Z',
    });
    expect(toPlannedChange(later).plan.digest).toBe(digest);
  });

  it.each<[string, Partial<PlanParts>]>([
    [
      'pending revisions',
      {
        outlook: {
          database: {
            current: [],
            heads: ['0001'],
            pending: [
              {
                id: '0001',
                title: '',
                file: '1.py',
                safety: 'expand',
                operations: [],
              },
            ],
            unreadable: [],
          },
          wayBack: { verdict: 'plain', reason: '' },
        },
      },
    ],
    [
      'resources',
      {
        infrastructure: {
          changes: [
            { logicalId: 'A', type: 'B', action: 'add', properties: [] },
          ],
        },
      },
    ],
  ])('changes something when there are %s', (_what, more) => {
    expect(changesNothing(toPlannedChange(parts(more)))).toBe(false);
  });
});
