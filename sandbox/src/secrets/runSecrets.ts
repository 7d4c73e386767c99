import { createServer } from 'node:http';

import { awsEndpoint } from '../aws/awsPart.ts';
import { kubernetesFiles } from '../kubernetes/kubernetesFiles.ts';
import type { Settings } from '../settings.ts';
import { ExternalSecretController } from './ExternalSecretController.ts';
import { SecretsClient } from './SecretsClient.ts';
import { SecretsManagerSecrets } from './SecretsManagerSecrets.ts';

// The controller's program: its one argument is the sandbox's settings as JSON.

const settings = JSON.parse(process.argv[2] ?? '{}') as Settings;
const controller = new ExternalSecretController(
  new SecretsClient(kubernetesFiles(settings).adminKubeconfig),
  new SecretsManagerSecrets(awsEndpoint(settings)),
  message => process.stderr.write(`${new Date().toISOString()} ${message}\n`),
);
await controller.start();
// answers once the watches stand: there is nothing else to ask it
createServer((_request, response) => response.end('ok\n')).listen(
  settings.ports.secrets,
  '127.0.0.1',
);
