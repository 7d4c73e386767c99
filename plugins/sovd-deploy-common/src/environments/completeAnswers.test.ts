import { leastAnswers, testTarget } from '../__testUtils__/testAnswers';
import { answersShape } from './answers';
import type { AnswersInput } from './answers';
import { completeAnswers, freeNetwork } from './completeAnswers';
import type { Target } from './target';

const bare: Target = {
  ...testTarget,
  engines: ['terraform'],
  strategies: ['canary', 'rolling'],
  databaseClasses: ['db.t3.medium'],
  kubernetesVersions: ['1.35', '1.34'],
  workloadIdentities: ['pod-identity'],
  availabilityZones: 2,
  addOns: [],
  usedCidrs: ['10.0.0.0/15'],
};

function complete(input: AnswersInput | object, target?: Target) {
  return answersShape.parse(
    completeAnswers({ ...leastAnswers, ...input }, target),
  );
}

describe('completeAnswers', () => {
  it('narrows what is left out to what the target offers', () => {
    expect(complete({}, bare)).toMatchObject({
      engine: 'terraform',
      strategy: 'canary',
      databaseClass: 'db.t3.medium',
      kubernetesVersion: '1.35',
      workloadIdentity: 'pod-identity',
      availabilityZones: 2,
      monitoring: false,
      networkPolicy: false,
      vpcCidr: '10.2.0.0/16',
    });
  });

  it('takes the defaults of the tier where the target leaves the choice', () => {
    expect(complete({}, testTarget)).toMatchObject({
      databaseClass: 'db.t3.medium',
      availabilityZones: 3,
      monitoring: true,
      networkPolicy: true,
      tracing: false,
      vpcCidr: '10.0.0.0/16',
      backendMax: 10,
    });
    expect(complete({ tier: 'production' }, testTarget)).toMatchObject({
      databaseClass: 'db.t3.large',
      multiAz: true,
      backendMax: 20,
      backendResources: {
        requests: { cpu: '500m', memory: '512Mi' },
        limits: { cpu: '1000m', memory: '1024Mi' },
      },
    });
    expect(complete({ tier: 'production' }, bare).databaseClass).toBe(
      'db.t3.medium',
    );
  });

  it('leaves what is answered as it is, also against the target', () => {
    const given = {
      engine: 'cloudformation',
      monitoring: true,
      databaseClass: 'db.t3.large',
      vpcCidr: '10.0.0.0/16',
    } as const;
    expect(complete(given, bare)).toMatchObject(given);
  });

  it('counts null and undefined as unanswered', () => {
    const unanswered = { backendMax: null, domain: null, nodesMax: undefined };
    expect(complete(unanswered)).toEqual(complete({}));
  });

  it.each([undefined, null, 7, 'answers', [{ name: 'fleet' }]])(
    'gives %p back, which is no object',
    input => expect(completeAnswers(input, bare)).toBe(input),
  );

  it('does without an offer that the configuration left empty', () => {
    const empty = { ...bare, engines: [], databaseClasses: [] };
    expect(complete({}, empty)).toMatchObject({
      engine: 'cloudformation',
      databaseClass: 'db.t3.medium',
    });
  });
});

describe('freeNetwork', () => {
  it.each([
    [[], '10.0.0.0/16'],
    [['10.0.64.0/20', 'nonsense'], '10.1.0.0/16'],
    [['10.0.0.0/8'], undefined],
  ])('beside %j is %s', (used, network) => {
    expect(freeNetwork(used)).toBe(network);
  });
});
