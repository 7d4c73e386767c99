import type { SignalApi } from '@backstage/plugin-signals-react';
import type { SovdDeployApi } from '@sovd/plugin-sovd-deploy-common';

const silent = () => new Promise<never>(() => {});

/** The API as a test answers it; a method that it doesn't mention never answers. */
export function fakeApi(answers: Partial<SovdDeployApi>): SovdDeployApi {
  return {
    listTargets: silent,
    validate: silent,
    registerEnvironment: silent,
    listEnvironments: silent,
    listRegistrations: silent,
    getOverview: silent,
    listVersions: silent,
    plan: silent,
    getPlan: silent,
    listChanges: silent,
    startChange: silent,
    getChange: silent,
    abortChange: silent,
    getChangeLog: silent,
    getStamp: silent,
    getTemplateStatus: silent,
    propose: silent,
    ...answers,
  };
}

/** Signals that a test sends itself. */
export class FakeSignals implements SignalApi {
  private readonly heard = new Map<string, ((version: number) => void)[]>();

  subscribe: SignalApi['subscribe'] = (channel, onMessage) => {
    const listener = (version: number) =>
      onMessage(JSON.parse(JSON.stringify({ version })));
    this.heard.set(channel, [...this.listenersOf(channel), listener]);
    return {
      unsubscribe: () => {
        const rest = this.listenersOf(channel).filter(it => it !== listener);
        this.heard.set(channel, rest);
      },
    };
  };

  send(channel: string, version: number): void {
    this.listenersOf(channel).forEach(listener => listener(version));
  }

  listenersOf(channel: string): ((version: number) => void)[] {
    return this.heard.get(channel) ?? [];
  }
}
