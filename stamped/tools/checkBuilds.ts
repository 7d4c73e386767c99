import type { BuildStep } from '../../sandbox/src/builds/BuildStep.ts';
import {
  chartChecks,
  helmDocs,
  kubeScore,
  textChecks,
  tflint,
} from './checkPrograms.ts';
import { checksEnvironment } from './checksEnvironment.ts';
import { debianPackages } from './debianPackages.ts';
import { manifestDefinitions } from './manifestDefinitions.ts';

/** What set-up makes for the checks of the stamped repository, beside what the sandbox needs. */
export const checkBuilds: readonly (readonly BuildStep[])[] = [
  [chartChecks, kubeScore, textChecks, tflint, helmDocs, manifestDefinitions],
  [checksEnvironment, debianPackages],
];
