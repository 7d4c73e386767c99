import { frankfurtTarget, sandboxTarget } from '../__testUtils__/environments';
import { offReasonOf, questionOffReasonOf } from './offReasonOf';
import type { AnswerName } from './Question';

const title = sandboxTarget.title;

describe('questionOffReasonOf', () => {
  it.each<AnswerName>(['nodesMax', 'kubernetesVersion', 'vpcCidr'])(
    'says why %s is not asked in a shared cluster',
    field => {
      expect(questionOffReasonOf(field, frankfurtTarget)).toMatch(
        /shared; the platform team owns it/,
      );
      expect(questionOffReasonOf(field, sandboxTarget)).toBeUndefined();
    },
  );

  it.each<AnswerName>(['databaseClass', 'backendMax'])(
    'asks %s there',
    field => {
      expect(questionOffReasonOf(field, frankfurtTarget)).toBeUndefined();
    },
  );
});

describe('offReasonOf', () => {
  it.each<[AnswerName, unknown, string | undefined]>([
    ['engine', 'terraform', `${title} doesn't offer it.`],
    ['engine', 'cloudformation', undefined],
    [
      'strategy',
      'canary',
      `${title} doesn't offer it: the portal rolls, a canary is released by the repository's pipeline.`,
    ],
    ['databaseClass', 'db.t3.large', undefined],
    ['kubernetesVersion', '1.30', `${title} doesn't offer it.`],
    ['workloadIdentity', 'pod-identity', undefined],
    ['availabilityZones', 3, undefined],
    ['monitoring', true, `${title} has no Prometheus.`],
    ['monitoring', false, undefined],
    ['tracing', true, `${title} has no collector of traces.`],
    ['networkPolicy', true, undefined],
    ['logLevel', 'DEBUG', undefined],
  ])('%s %s: %s', (field, value, reason) => {
    expect(offReasonOf(field, value, sandboxTarget)).toBe(reason);
  });

  it('counts the zones of the region', () => {
    const two = { ...sandboxTarget, availabilityZones: 2 };
    expect(offReasonOf('availabilityZones', 3, two)).toMatch(/has 2/);
  });

  it('offers everything while no target is chosen', () => {
    expect(offReasonOf('engine', 'terraform', undefined)).toBeUndefined();
  });
});
