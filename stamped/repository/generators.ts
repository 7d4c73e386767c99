import { bundleSources } from './bundleSources.ts';

/** Complete answers, as far as the checks look into them. */
export interface Answers extends Record<string, unknown> {
  name: string;
  description: string;
  environment: string;
}

/** Where an environment runs, as far as its files say so. */
export interface Target {
  accountId: string;
  region: string;
  cluster: string;
  clusterMode: 'create' | 'existing';
  namespacePattern: string;
  /** What the form may know besides. */
  [offer: string]: unknown;
}

/** A file that a stamp has, with its text. */
export interface StampedText {
  path: string;
  content: string | Uint8Array;
}

/** The product's own functions that write the files of an environment. */
export interface Generators {
  answersSchema: { parse(input: unknown): Answers };
  addEnvironment(addition: {
    answers: Answers;
    target: Target;
    repositoryUrl: string;
    template: { name: string; version: string };
    files: readonly StampedText[];
  }): { path: string; content: string }[];
}

/** Loads the generators as they are in this work tree. */
export function loadGenerators(): Promise<Generators> {
  return bundleSources(
    [
      "export { answersSchema } from './plugins/sovd-deploy-common/src';",
      "export { addEnvironment } from './plugins/scaffolder-backend-module-sovd-deploy/src/stamps/addEnvironment';",
    ].join('\n'),
  );
}
