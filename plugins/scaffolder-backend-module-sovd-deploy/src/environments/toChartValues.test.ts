import { answersSchema } from '@sovd/plugin-sovd-deploy-common';
import { parse } from 'yaml';
import { toChartValues } from './toChartValues';
import { environmentValues } from './toValues';

const place = { accountId: '123456789012', region: 'eu-west-1' };
const repositoryUrl = 'http://localhost:15930/sovd/fleet-eu';
const answersOf = (more: object) =>
  answersSchema.parse({
    name: 'fleet-eu',
    owner: 'group:default/platform',
    environment: 'pre-prod',
    target: 'aws',
    ...more,
  });

describe('toChartValues', () => {
  it('has all values of the environment, beside the chart', () => {
    const answers = answersOf({ domain: 'fleet.sovd.dev' });
    const { path, content } = toChartValues(answers, place, repositoryUrl);
    expect(path).toBe('infrastructure/helm/sovd-webapp/values-pre-prod.yaml');
    expect(parse(content)).toMatchObject(
      environmentValues(answers, place, repositoryUrl),
    );
    expect(content).toMatch(/^# Generated from .+\n/);
  });

  it('names a version in the registry of the stack, never "latest"', () => {
    const { backend, frontend } = parse(
      toChartValues(answersOf({}), place, repositoryUrl).content,
    );
    const registry = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
    expect([backend.image, frontend.image]).toEqual([
      { repository: `${registry}/fleet-eu-pre-prod-backend`, tag: 'v1.0.0' },
      { repository: `${registry}/fleet-eu-pre-prod-frontend`, tag: 'v1.0.0' },
    ]);
  });

  it('has a host only where there is a domain', () => {
    const ingressOf = (more: object) =>
      parse(toChartValues(answersOf(more), place, repositoryUrl).content)
        .ingress;
    expect(ingressOf({})).toEqual({ enabled: false });
    expect(ingressOf({ domain: 'fleet.sovd.dev' })).toMatchObject({
      hosts: [{ host: 'fleet.sovd.dev' }],
      annotations: { 'alb.ingress.kubernetes.io/ssl-redirect': '443' },
    });
  });
});
