import {
  answersSchema,
  estimateCost,
  priceBook,
  toEnvironmentCost,
  validateEnvironment,
} from '@sovd/plugin-sovd-deploy-common';
import { target } from './target';

/** Prints how many milliseconds each of many keystrokes takes, after a page's first ones. */
const WARM = 20;
const KEYSTROKES = 1_000;

const times: number[] = [];
for (let stroke = -WARM; stroke < KEYSTROKES; stroke += 1) {
  const typed = {
    name: 'fleet',
    description: 'x'.repeat(1 + (Math.abs(stroke) % 100)),
    owner: 'group:default/platform',
    environment: 'staging',
    target: target.name,
    nodesMax: 4 + (Math.abs(stroke) % 4),
  };
  const began = performance.now();
  validateEnvironment(typed, { targets: [target], today: '2026-11-21' });
  const answers = answersSchema.parse(typed);
  const estimate = estimateCost(answers, priceBook, target);
  toEnvironmentCost(estimate, answers.monthlyBudgetUsd);
  if (stroke >= 0) times.push(performance.now() - began);
}
process.stdout.write(JSON.stringify(times));
