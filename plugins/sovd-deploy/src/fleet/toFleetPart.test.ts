import { fleet } from '../__testUtils__/fleet';
import { toFleetPart } from './toFleetPart';

const seenAt = '2026-11-21T13:00:00.000Z';
const of = (items: typeof fleet) => ({
  state: 'value' as const,
  value: { items, channel: 'fleet' },
  seenAt,
  staleReason: 'It answered 503.',
});

describe('toFleetPart', () => {
  it('passes environments on, with the reason why they are old', () => {
    expect(toFleetPart(of(fleet))).toMatchObject({
      value: fleet,
      staleReason: 'It answered 503.',
    });
  });

  it('leads from an empty list to the form', () => {
    expect(toFleetPart(of([]), '/create')).toMatchObject({
      state: 'absent',
      nextStep: { href: '/create' },
    });
  });
});
