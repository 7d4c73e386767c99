import path from 'node:path';
import type { BuildStep } from '../../sandbox/src/builds/BuildStep.ts';
import { buildOnce, exists } from '../../sandbox/src/builds/buildOnce.ts';
import {
  buildKey,
  readToolModule,
  type ToolModule,
} from '../../sandbox/src/builds/toolModule.ts';
import { runProgram } from '../../sandbox/src/processes/runProgram.ts';
import type { Settings } from '../../sandbox/src/settings.ts';

/** Programs that one folder under `tools/` pins by `tool` lines of its go.mod, built once per pin. */
export class GoTools implements BuildStep {
  readonly title: string;
  readonly #name: ToolModule['name'];

  constructor(name: ToolModule['name'], title: string) {
    this.#name = name;
    this.title = title;
  }

  async #folder(settings: Settings): Promise<string> {
    const module = await readToolModule(settings, this.#name);
    const key = buildKey(module, { layout: 1 });
    return path.join(settings.cache, `${this.#name}-${key}`);
  }

  async isDone(settings: Settings): Promise<boolean> {
    return exists(await this.#folder(settings));
  }

  async run(settings: Settings, log: string): Promise<void> {
    const { folder } = await readToolModule(settings, this.#name);
    await buildOnce(await this.#folder(settings), into =>
      runProgram(
        'go',
        ['build', '-trimpath', '-ldflags', '-s -w', '-o', `${into}/`, 'tool'],
        {
          cwd: folder,
          env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false' },
          log,
        },
      ).then(() => undefined),
    );
  }

  /** Path of one of its programs. */
  async program(settings: Settings, name: string): Promise<string> {
    return path.join(await this.#folder(settings), name);
  }
}
