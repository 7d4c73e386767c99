import {
  environmentName,
  parseAnswers,
  reserveNetworks,
  validateEnvironment,
} from '@sovd/plugin-sovd-deploy-common';
import type {
  Answers,
  Change,
  Environment,
  Finding,
  Target,
  Validation,
} from '@sovd/plugin-sovd-deploy-common';
import type { EnvironmentRegistry } from './EnvironmentRegistry';
import { deriveEnvironment } from './deriveEnvironment';
import { judgeRegistration } from './judgeRegistration';
import { judgeRepository } from './judgeRepository';
import { repositoryPlace } from './repositoryPlace';
import type { SourceRepository } from './SourceRepository';
import type { TargetConfig } from './TargetConfig';
import { toTarget } from './toTarget';

/** What a validator asks. */
export interface EnvironmentValidatorOptions {
  targets: readonly TargetConfig[];
  registry: Pick<EnvironmentRegistry, 'find' | 'listOfApplication'>;
  sources: Pick<SourceRepository, 'stateOf'>;
  /** The latest change of an environment. */
  latestChange(environmentId: string): Promise<Change | undefined>;
  /** The system's clock when left out. */
  now?(): Date;
}

/** Judges answers by the rules, the registry and the Git host. Changes nothing. */
export class EnvironmentValidator {
  private readonly offered: readonly Target[];

  constructor(private readonly options: EnvironmentValidatorOptions) {
    this.offered = options.targets.map(toTarget);
  }

  /**
   * The targets as these answers find them: networks of the application's other
   * environments are used there.
   */
  async targetsFor(input: unknown): Promise<Target[]> {
    const { answers } = parseAnswers(input, this.offered);
    if (!answers) return [...this.offered];
    const siblings = await this.options.registry.listOfApplication(
      answers.name,
    );
    const others = siblings.filter(
      ({ name }) => name !== environmentName(answers),
    );
    return reserveNetworks(
      this.offered,
      others.map(sibling => sibling.answers),
    );
  }

  /** Findings of the pure rules, which need nobody to be asked. */
  judge(input: unknown, targets = this.offered): Finding[] {
    const { now = () => new Date() } = this.options;
    return validateEnvironment(input, {
      targets,
      today: now().toISOString().slice(0, 10),
    });
  }

  /** What the registry would hold; undefined while the answers can't be read. */
  propose(
    input: unknown,
    createdBy: string,
    targets = this.offered,
  ): Environment | undefined {
    const { answers } = parseAnswers(input, targets);
    const target = answers && this.targetOf(answers);
    if (!target) return undefined;
    return deriveEnvironment(answers, target, {
      id: crypto.randomUUID(),
      createdBy,
      createdAt: new Date().toISOString(),
    });
  }

  /** Everything that speaks for or against a run of the template with these answers. */
  async validate(input: unknown): Promise<Validation> {
    const targets = await this.targetsFor(input);
    const findings = this.judge(input, targets);
    const { answers } = parseAnswers(input, targets);
    if (!answers) return { findings };

    const target = this.targetOf(answers);
    const judged = {
      findings,
      answers,
      environmentName: environmentName(answers),
      target: target && toTarget(target),
    };
    if (!target) return judged;

    const place = repositoryPlace(answers, target);
    const [registered, state] = await Promise.all([
      this.judgeRegistry(answers),
      this.options.sources.stateOf(place.url, answers.name),
    ]);
    return {
      ...judged,
      findings: [
        ...findings,
        ...registered,
        ...judgeRepository(place.url, state),
      ],
      repository: { state, ...place },
    };
  }

  private async judgeRegistry(answers: Answers): Promise<Finding[]> {
    const { registry, latestChange } = this.options;
    const siblings = await registry.listOfApplication(answers.name);
    const name = environmentName(answers);
    const namesake =
      siblings.find(sibling => sibling.name === name) ??
      (await registry.find(`resource:default/${name}`));
    const latest = namesake && (await latestChange(namesake.id));
    return judgeRegistration(answers, { namesake, latest, siblings });
  }

  private targetOf(answers: Answers): TargetConfig | undefined {
    return this.options.targets.find(({ name }) => name === answers.target);
  }
}
