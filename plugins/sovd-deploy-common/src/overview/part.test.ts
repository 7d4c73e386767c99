import { z } from 'zod/v4';
import { partOf } from './part';

const schema = partOf(z.object({ phase: z.string() }));
const observed = {
  source: 'Kubernetes',
  observedAt: '2026-11-21T10:00:00.000Z',
};

describe('partOf', () => {
  it.each([
    { state: 'value', value: { phase: 'ready' }, ...observed },
    {
      state: 'value',
      value: { phase: 'ready' },
      staleReason: 'connection refused',
      ...observed,
    },
    { state: 'error', reason: 'connection refused', ...observed },
    { state: 'forbidden', permission: 'read', askWhom: 'group:default/a' },
    { state: 'absent', headline: 'Not deployed', reason: 'No release yet' },
  ])('takes %j', part => {
    expect(schema.parse(part)).toEqual(part);
  });

  it.each([
    ['a value without its source', { state: 'value', value: { phase: 'x' } }],
    ['a value of another kind', { state: 'value', value: 1, ...observed }],
    ['an error without a reason', { state: 'error', ...observed }],
    ['an absence without a reason', { state: 'absent', headline: 'None' }],
    ['a state that nobody knows', { state: 'green', ...observed }],
  ])('refuses %s', (_, part) => {
    expect(schema.safeParse(part).success).toBe(false);
  });
});
