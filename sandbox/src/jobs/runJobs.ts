import { setTimeout as delay } from 'node:timers/promises';

import type { Settings } from '../settings.ts';
import { JobRunner } from './JobRunner.ts';
import { JobsNode } from './JobsNode.ts';
import { startLogServer } from './LogServer.ts';
import { NodeClient } from './NodeClient.ts';
import { readRunnerConfig } from './RunnerConfig.ts';

// The job runner's program: its one argument is the sandbox's settings as JSON.

/** Above the grace period that processes get when the node leaves. */
const LEAVE_MS = 8000;

function report(message: string): void {
  process.stderr.write(`${new Date().toISOString()} ${message}\n`);
}

const config = await readRunnerConfig(
  JSON.parse(process.argv[2] ?? '{}') as Settings,
);
const client = new NodeClient(config.kubeconfig, config.node);
const runner = new JobRunner(config, client, report);
const node = new JobsNode(client, config.node);
let ready = false;

runner.endOrphans();
const server = await startLogServer({
  port: config.port,
  tls: config.tls,
  findLog: runner.findLog.bind(runner),
  isReady: () => ready,
});
await node.join(config.port, config.maxPods);
await runner.start();
// before anybody can read that it is ready, and end it at once
process.on('SIGTERM', () => void leave());
process.on('SIGINT', () => void leave());
ready = true;
report(`node ${config.node} is ready, its logs are on port ${config.port}`);

async function leave(): Promise<void> {
  if (!ready) process.exit(0);
  ready = false;
  await runner.leave(LEAVE_MS);
  // without an API server there is nobody to tell
  await Promise.race([node.leave(), delay(5000)]).catch((error: Error) =>
    report(error.message),
  );
  server.close();
  process.exit(0);
}
