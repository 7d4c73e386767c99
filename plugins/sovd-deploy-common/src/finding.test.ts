import { findingSchema } from './finding';

const finding = {
  rule: 'connection-budget',
  severity: 'blocker',
  headline: 'Too many connections',
  cause: '20 pods want 400 of 170 connections',
  nextSteps: [{ label: 'Take fewer replicas' }],
};

describe('findingSchema', () => {
  it.each([
    finding,
    { ...finding, severity: 'warning', nextSteps: [] },
    {
      ...finding,
      severity: 'info',
      nextSteps: [{ label: 'Read on', href: '/docs' }],
      fields: ['backendReplicas'],
    },
  ])('takes %j as it is', given => {
    expect(findingSchema.parse(given)).toEqual(given);
  });

  it.each([
    ['a severity of its own', { severity: 'error' }],
    ['no cause', { cause: undefined }],
    ['no list of next steps', { nextSteps: undefined }],
    ['a step without words', { nextSteps: [{ href: '/docs' }] }],
    ['one field in place of a list', { fields: 'name' }],
  ])('refuses %s', (_, wrong) => {
    expect(findingSchema.safeParse({ ...finding, ...wrong }).success).toBe(
      false,
    );
  });
});
