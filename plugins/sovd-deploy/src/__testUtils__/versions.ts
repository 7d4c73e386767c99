import type { Version } from '@sovd/plugin-sovd-deploy-common';
import { ago } from './moments';

const digestOf = (digits: string) => `sha256:${digits.repeat(32)}`;

export const runningVersion: Version = {
  tag: 'sha-1f0c2ab94e7d53b86a0f1c2d3e4f5a6b7c8d9e0f',
  digest: digestOf('1f'),
  running: true,
  history: { result: 'succeeded', changeId: 'change-1', at: ago(172_629) },
};

/** Newest first, one of each kind. */
export const versions: Version[] = [
  {
    tag: '2.7.0-rc1',
    digest: digestOf('7a'),
    running: false,
    blockedReason: 'Its image is not for this platform',
  },
  { tag: '2.6.0', digest: digestOf('6a'), running: false },
  {
    tag: '2.5.0',
    digest: digestOf('5a'),
    running: false,
    history: { result: 'failed', changeId: 'change-5', at: ago(86_400) },
  },
  {
    tag: '2.4.9',
    digest: digestOf('49'),
    running: false,
    history: { result: 'aborted', changeId: 'change-2', at: ago(90_000) },
  },
  runningVersion,
];
