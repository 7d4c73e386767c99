import { budgetLook, healthLook, rolloutLook, staleLook } from './intent';

describe('looks', () => {
  it('can be told apart without colour', () => {
    const icons = Object.values(healthLook).map(({ icon }) => icon);
    expect(new Set(icons).size).toBe(icons.length);
    const phases = Object.values(rolloutLook).map(({ icon }) => icon);
    expect(new Set(phases).size).toBe(phases.length);
  });

  it('are loud about money only above the budget', () => {
    expect(
      Object.values(budgetLook)
        .filter(({ intent }) => intent === 'warning' || intent === 'negative')
        .map(({ label }) => label),
    ).toEqual(['Above the budget']);
  });

  it('lose their colour with age, and keep their word', () => {
    expect(staleLook(healthLook.healthy)).toEqual({
      ...healthLook.unknown,
      label: 'Healthy',
    });
  });
});
