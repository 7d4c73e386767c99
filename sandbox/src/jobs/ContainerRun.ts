import type { V1Container } from '@kubernetes/client-node';

import type { Backoff } from './Backoff.ts';
import { ContainerConfigError } from './containerEnvironment.ts';
import { type ContainerLauncher, logFile } from './ContainerLauncher.ts';
import { type ContainerProcess, StartError } from './ContainerProcess.ts';
import { readCriLog } from './CriLog.ts';
import type { ResolvedImage } from './ImageSource.ts';
import type { PodClient } from './NodeClient.ts';
import type { PodReporter } from './PodReporter.ts';
import { terminated } from './podStatus.ts';
import { terminationMessage } from './terminationMessage.ts';

const CREATE_RETRY_SECONDS = 2;
const SHUTDOWN_GRACE_SECONDS = 5;
const DEFAULT_GRACE_SECONDS = 30;

export interface ContainerRunOptions {
  readonly image: ResolvedImage;
  readonly container: V1Container;
  readonly reporter: PodReporter;
  readonly folder: string;
  readonly client: PodClient;
  readonly launcher: Pick<ContainerLauncher, 'launch'>;
  readonly backoff: Backoff;
  readonly stop: AbortSignal;
}

interface Ended {
  readonly exitCode: number;
  readonly message: string | undefined;
  readonly reason?: string;
}

/** The starts of a pod's one container, up to the last. */
export class ContainerRun {
  readonly #options: ContainerRunOptions;
  #process?: ContainerProcess;

  constructor(options: ContainerRunOptions) {
    this.#options = options;
  }

  get running(): boolean {
    return this.#process !== undefined;
  }

  /** One start; true when the pod is over. */
  async attempt(): Promise<boolean> {
    const { reporter, stop, backoff } = this.#options;
    const { container } = reporter.view;
    const startedAt = new Date();
    container.containerId = `process://${reporter.pod.metadata?.uid}-${container.restartCount}`;
    const ended = await this.#execute(startedAt).catch((error: Error) => {
      if (error instanceof StartError) {
        return { exitCode: 128, message: error.message, reason: 'StartError' };
      }
      this.#notCreated(error);
      return undefined;
    });
    this.#process = undefined;
    if (!ended) {
      await reporter.write('Pending');
      await backoff.sleep(CREATE_RETRY_SECONDS);
      return false;
    }
    const { containerId } = container;
    container.state = terminated({ ...ended, startedAt, containerId });
    stop.throwIfAborted();
    const { exitCode } = ended;
    if (exitCode !== 0 && reporter.pod.spec?.restartPolicy === 'OnFailure') {
      await this.#crashLoop();
      return false;
    }
    await reporter.write(exitCode === 0 ? 'Succeeded' : 'Failed');
    return true;
  }

  async #execute(startedAt: Date): Promise<Ended> {
    const { image, container, folder, reporter, client } = this.#options;
    const { pod, view } = reporter;
    const restart = view.container.restartCount;
    const { process, terminationFile } = await this.#options.launcher.launch({
      ...{ pod, container, image, folder, restart },
      read: client.reader(pod.metadata?.namespace ?? ''),
    });
    this.#process = process;
    view.container.state = { running: { startedAt } };
    reporter.event('Normal', 'Started', `Started container ${container.name}`);
    const [exitCode] = await Promise.all([
      this.#exit(process),
      reporter.write('Running'),
    ]);
    const message = terminationMessage({
      file: terminationFile,
      logLines: readCriLog(logFile(folder, restart)).map(line => line.text),
      policy: container.terminationMessagePolicy,
      exitCode,
    });
    return { exitCode, message };
  }

  /** Waits for the end, and brings it about when the pod is stopped. */
  async #exit(process: ContainerProcess): Promise<number> {
    const { reporter, stop, container } = this.#options;
    const kill = () => {
      const text = `Stopping container ${container.name}`;
      reporter.event('Normal', 'Killing', text);
      const grace =
        stop.reason === 'shutdown'
          ? SHUTDOWN_GRACE_SECONDS
          : reporter.pod.metadata?.deletionGracePeriodSeconds;
      void process.stop(grace ?? DEFAULT_GRACE_SECONDS);
    };
    if (stop.aborted) kill();
    else stop.addEventListener('abort', kill, { once: true });
    const exitCode = await process.exited;
    stop.removeEventListener('abort', kill);
    return exitCode;
  }

  #notCreated(error: Error): void {
    const { reporter } = this.#options;
    const { container } = reporter.view;
    const { message } = error;
    const reason =
      error instanceof ContainerConfigError
        ? 'CreateContainerConfigError'
        : 'CreateContainerError';
    if (container.state.waiting?.message !== message) {
      reporter.event('Warning', 'Failed', `Error: ${message}`);
    }
    container.state = { waiting: { reason, message } };
  }

  /** kubelet's first restart is immediate, the following ones back off; the counter rises when the container starts again. */
  async #crashLoop(): Promise<void> {
    const { reporter, backoff } = this.#options;
    const { container } = reporter.view;
    const { name, namespace, uid } = reporter.pod.metadata ?? {};
    const failures = container.restartCount;
    reporter.nextRestart();
    if (failures === 0) return;
    const wait = backoff.seconds(failures - 1);
    const message = `back-off ${wait}s restarting failed container=${
      this.#options.container.name
    } pod=${name}_${namespace}(${uid})`;
    reporter.event('Warning', 'BackOff', message);
    container.restartCount = failures;
    await reporter.waiting('CrashLoopBackOff', message, 'Running');
    await backoff.sleep(wait);
    container.restartCount = failures + 1;
  }
}
