import { frankfurtTarget, sandboxTarget } from '../__testUtils__/environments';
import {
  fillInAnswers,
  giveAnswers,
  isFilledIn,
  targetOf,
} from './fillInAnswers';

const targets = [sandboxTarget];

describe('fillInAnswers', () => {
  it('answers everything with the defaults of staging, and takes the only target', () => {
    expect(fillInAnswers({}, targets)).toMatchObject({
      target: 'sandbox',
      environment: 'staging',
      tier: 'staging',
      nodesMax: 5,
      databaseClass: 'db.t3.medium',
      touched: [],
    });
  });

  it('leaves the choice among several targets to the person', () => {
    const answers = fillInAnswers({}, [sandboxTarget, frankfurtTarget]);
    expect(answers).not.toHaveProperty('target');
    expect(targetOf(answers, [sandboxTarget, frankfurtTarget])).toBeUndefined();
  });

  it('counts what a link brought as given', () => {
    expect(fillInAnswers({ nodesMax: 9, tier: undefined }, targets)).toEqual(
      expect.objectContaining({ nodesMax: 9, touched: ['nodesMax'] }),
    );
  });
});

describe('giveAnswers', () => {
  it('refills what nobody touched when the tier changes', () => {
    const staging = fillInAnswers({}, targets);
    const production = giveAnswers(staging, { tier: 'production' }, targets);
    expect(production).toMatchObject({
      environment: 'production',
      nodesMax: 7,
      multiAz: true,
      databaseClass: 'db.t3.large',
    });
    expect(giveAnswers(production, { tier: 'staging' }, targets)).toMatchObject(
      { environment: 'staging', nodesMax: 5, multiAz: false },
    );
  });

  it('loses nothing that was typed, even what equals a default on the way', () => {
    let answers = giveAnswers({}, { nodesMax: 7, environment: 'qa' }, targets);
    answers = giveAnswers(answers, { tier: 'production' }, targets);
    answers = giveAnswers(answers, { tier: 'staging' }, targets);
    expect(answers).toMatchObject({ nodesMax: 7, environment: 'qa' });
  });

  it('goes back to the default when an answer is taken back', () => {
    const named = giveAnswers({}, { environment: 'qa' }, targets);
    const emptied = giveAnswers(named, { environment: undefined }, targets);
    expect(emptied.touched).toEqual([]);
  });

  it('follows what another target offers', () => {
    const small = {
      ...frankfurtTarget,
      availabilityZones: 2,
      kubernetesVersions: ['1.35'],
      addOns: ['monitoring' as const],
    };
    const both = [sandboxTarget, small];
    const here = giveAnswers({}, { target: 'sandbox' }, both);
    expect(here).toMatchObject({ monitoring: false, networkPolicy: true });
    expect(giveAnswers(here, { target: 'frankfurt' }, both)).toMatchObject({
      availabilityZones: 2,
      kubernetesVersion: '1.35',
      monitoring: true,
      networkPolicy: false,
    });
  });
});

describe('isFilledIn', () => {
  it('does not mind the order of the answers', () => {
    const answers = fillInAnswers({}, targets);
    const turned = Object.fromEntries(Object.entries(answers).reverse());
    expect(isFilledIn(turned, answers)).toBe(true);
    expect(isFilledIn({ ...answers, nodesMax: 6 }, answers)).toBe(false);
  });
});
