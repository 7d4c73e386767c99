import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readTargetOffers } from './configOffers';

const least = {
  name: 'cloud',
  engines: ['cloudformation'],
  strategies: ['rolling'],
  kubernetesVersions: ['1.36'],
};

const read = (changes: JsonObject = {}) =>
  readTargetOffers(new ConfigReader({ ...least, ...changes }));

describe('readTargetOffers', () => {
  it('offers little where the configuration says little', () => {
    expect(read()).toEqual({
      clusterMode: 'existing',
      engines: ['cloudformation'],
      strategies: ['rolling'],
      databaseClasses: ['db.t3.medium', 'db.t3.large'],
      kubernetesVersions: ['1.36'],
      workloadIdentities: ['irsa'],
      availabilityZones: 3,
      addOns: [],
      usedCidrs: [],
    });
  });

  it('takes what it says, with the newest version of Kubernetes first', () => {
    const offers = {
      clusterMode: 'create',
      engines: ['cloudformation'],
      strategies: ['rolling'],
      databaseClasses: ['db.t3.large'],
      workloadIdentities: ['pod-identity', 'irsa'],
      availabilityZones: 2,
      addOns: ['monitoring', 'argo-rollouts'],
      usedCidrs: ['10.8.0.0/16'],
    };
    const kubernetesVersions = ['1.34', '1.36', '1.35'];
    expect(read({ ...offers, kubernetesVersions })).toEqual({
      ...offers,
      kubernetesVersions: ['1.36', '1.35', '1.34'],
    });
  });

  it.each<[JsonObject, string]>([
    [{ engines: ['pulumi'] }, 'engines of target cloud has pulumi; known are'],
    [
      { engines: ['cloudformation', 'terraform'] },
      'engines of target cloud has terraform, which the portal stamps but does not run',
    ],
    [{ engines: [] }, 'engines of target cloud has none'],
    [{ strategies: ['blue'] }, 'strategies of target cloud has blue'],
    [
      { strategies: ['rolling', 'canary'] },
      'strategies of target cloud has canary, which the portal stamps but does not release',
    ],
    [{ strategies: [] }, 'strategies of target cloud has none'],
    [{ databaseClasses: ['db.m7'] }, 'known are db.t3.medium, db.t3.large'],
    [{ clusterMode: 'rent' }, 'known are create, existing'],
    [{ workloadIdentities: ['key'] }, 'known are irsa, pod-identity'],
    [{ addOns: ['mesh'] }, 'addOns of target cloud has mesh'],
    [{ kubernetesVersions: [] }, 'kubernetesVersions of target cloud has none'],
    [{ kubernetesVersions: ['1.9'] }, "such as '1.36'"],
    [{ availabilityZones: 1 }, 'is 1; a network here spans 2 or 3 zones'],
    [{ usedCidrs: ['10.8.0.0'] }, 'usedCidrs of target cloud has 10.8.0.0'],
  ])('refuses %j', (changes, message) => {
    expect(() => read(changes)).toThrow(message);
  });
});
