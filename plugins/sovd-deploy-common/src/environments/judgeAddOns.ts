import type { Judge } from './JudgeContext';
import type { AddOn } from './target';

const needs: {
  field: 'monitoring' | 'networkPolicy' | 'tracing';
  addOn: AddOn;
  word: string;
  otherwise: string;
}[] = [
  {
    field: 'monitoring',
    addOn: 'monitoring',
    word: 'monitoring',
    otherwise:
      'Without the Prometheus operator the chart could not be applied.',
  },
  {
    field: 'tracing',
    addOn: 'tracing',
    word: 'tracing',
    otherwise: 'Without a collector every trace would be lost.',
  },
  {
    field: 'networkPolicy',
    addOn: 'network-policy',
    word: 'network policies',
    otherwise:
      'Without an enforcing network they would be ignored without a word.',
  },
];

/** Refuses what needs an add-on that the target's cluster lacks. @public */
export const judgeAddOns: Judge = (answers, { target }) => {
  if (!target) return [];
  return needs
    .filter(
      ({ field, addOn }) => answers[field] && !target.addOns.includes(addOn),
    )
    .map(({ field, addOn, word, otherwise }) => ({
      rule: `add-on-${addOn}`,
      severity: 'blocker',
      headline: `${target.title} has no ${word}`,
      cause: `Its cluster has ${
        target.addOns.join(' and ') || 'no add-ons'
      }. ${otherwise}`,
      nextSteps: [{ label: `Go without ${word}`, set: { [field]: false } }],
      fields: ['target', field],
    }));
};
