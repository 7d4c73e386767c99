import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { runProgram } from '@sovd/sandbox/src/processes/runProgram.ts';
import { parse } from 'yaml';
import { production } from '../repository/matrix.ts';
import { stampRepository } from '../repository/stampRepository.ts';
import { checkTool } from '../tools/checkTool.ts';

/** An alert, as the file of rules has it. */
export interface Alert {
  alert: string;
  expr: string;
  for?: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

export interface RuleGroup {
  name: string;
  rules: Alert[];
}

/** A panel of Grafana, as far as the checks look into it. */
interface Panel {
  id: number;
  title: string;
  description: string;
  targets: { expr: string; datasource: { uid: string } }[];
}

export interface Dashboard {
  uid: string;
  title: string;
  templating: { list: { name: string; query: unknown }[] };
  annotations: { list: { expr: string }[] };
  panels: Panel[];
}

/** What a stamped repository has for Prometheus, Alertmanager and Grafana. */
export class StampedMonitoring {
  /** The stamped repository. */
  readonly repository: string;
  /** Folder of what Docker mounts. */
  readonly folder: string;

  private constructor(repository: string) {
    this.repository = repository;
    this.folder = path.join(repository, 'infrastructure/docker');
  }

  static stamp = async () =>
    new StampedMonitoring(await stampRepository(production.answers));

  dispose = () => rm(this.repository, { recursive: true, force: true });

  /** Text of a file of the repository. */
  text = (file: string) => readFile(path.join(this.repository, file), 'utf8');

  /** A file of infrastructure/docker, parsed. */
  async read(file: string) {
    return parse(await readFile(path.join(this.folder, file), 'utf8'));
  }

  /** Runs one of the tools in infrastructure/docker; throws when it finds something. */
  run = async (tool: 'promtool' | 'amtool', ...args: string[]) =>
    runProgram(await checkTool(tool), args, { cwd: this.folder });

  async groups(): Promise<RuleGroup[]> {
    return (await this.read('prometheus/rules/sovd.yml')).groups;
  }

  async alerts(): Promise<Alert[]> {
    return (await this.groups()).flatMap(({ rules }) => rules);
  }

  /** Dashboards by the name of their file. */
  async dashboards(): Promise<[string, Dashboard][]> {
    const names = await readdir(path.join(this.folder, 'grafana/dashboards'));
    return Promise.all(
      names.sort().map(async (name): Promise<[string, Dashboard]> => {
        const file = path.join(this.folder, 'grafana/dashboards', name);
        return [name, JSON.parse(await readFile(file, 'utf8'))];
      }),
    );
  }

  /** Each query of PromQL in rules and dashboards, with where it stands. */
  async expressions(): Promise<[string, string][]> {
    const alerts = (await this.alerts()).map(
      ({ alert, expr }): [string, string] => [alert, expr],
    );
    const shown = (await this.dashboards()).flatMap(([file, dashboard]) => [
      ...dashboard.annotations.list.map(({ expr }): [string, string] => [
        `annotations of ${file}`,
        expr,
      ]),
      ...dashboard.panels.flatMap(({ title, targets }) =>
        targets.map(({ expr }): [string, string] => [
          `${title} in ${file}`,
          expr,
        ]),
      ),
    ]);
    return [...alerts, ...shown];
  }
}
