import assert from 'node:assert/strict';
import {
  appendFile,
  chmod,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { at, type Manifest } from '@sovd/templates/tests/HelmFixture.ts';
import { parse } from 'yaml';
import { pick, StampedChart } from '../chart/StampedChart.ts';
import { production, staging } from '../repository/matrix.ts';
import { stampRepository } from '../repository/stampRepository.ts';
import { runScript } from '../scripts/runScript.ts';
import { checkTool } from '../tools/checkTool.ts';

/** What provisioning returns, as the portal writes it. */
const outputs = {
  region: 'us-east-1',
  clusterName: 'fleet-staging-cluster',
  ecrBackendUrl:
    '123456789012.dkr.ecr.us-east-1.amazonaws.com/fleet-staging-backend',
  ecrFrontendUrl:
    '123456789012.dkr.ecr.us-east-1.amazonaws.com/fleet-staging-frontend',
  databaseHost: 'fleet-staging.abc.us-east-1.rds.amazonaws.com',
  databasePort: '5432',
  databaseName: 'fleet_staging',
  databaseUser: 'sovd_user',
  databaseMaxConnections: '450',
  redisHost: 'fleet-staging.abc.cache.amazonaws.com',
  redisPort: '6379',
  certificateArn: '',
  oidcProviderArn: 'arn:aws:iam::123456789012:oidc-provider/x',
  appRoleArn: 'arn:aws:iam::123456789012:role/fleet-staging-app',
  vpcCidr: '10.0.0.0/16',
};

let folder: string;
let canary: string;
let stubs: string;
const log = () => readFile(path.join(stubs, 'log'), 'utf8');

/** A program that writes down how it was called and does what the test says. */
async function stub(name: string, body: string): Promise<void> {
  const file = path.join(stubs, name);
  await writeFile(
    file,
    `#!/bin/bash\necho "${name} $*" >> "${stubs}/log"\n${body}\n`,
  );
  await chmod(file, 0o755);
}

before(async () => {
  [folder, canary] = await Promise.all([
    stampRepository(staging.answers),
    stampRepository(production.answers),
  ]);
  await writeFile(
    path.join(folder, 'environments/staging/outputs.json'),
    JSON.stringify(outputs),
  );
  const wrapped = Object.fromEntries(
    Object.entries(outputs).map(([key, value]) => [
      key,
      { sensitive: false, type: 'string', value },
    ]),
  );
  await writeFile(
    path.join(canary, 'environments/production/outputs.json'),
    JSON.stringify(wrapped),
  );
  stubs = path.join(folder, '.stubs');
  await mkdir(stubs);
});
after(() =>
  Promise.all([folder, canary].map(one => rm(one, { recursive: true }))),
);

const run = (place: string, ...command: [string, ...string[]]) =>
  runScript(place, command, {
    PATH: `${stubs}:/usr/bin:/bin`,
    CANARY_INTERVAL: '0',
  });

/** What kubectl says of the Rollout, one answer after another: generation, observed one, phase, reasons of a pause. */
const rolloutIs = (...answers: string[]) =>
  writeFile(path.join(stubs, 'rollout'), `${answers.join('\n')}\n`);

/** Takes the first line of a file away, unless it's the last, and then says it: whoever reads it may ask again at once. */
const next = (place: string) =>
  `next() {
     local file="${place}/$1" line
     line=$(head -n 1 "$file")
     [ "$(wc -l < "$file")" = 1 ] || sed -i 1d "$file"
     echo "$line"
   }`;

/** Stubs of a cluster and an account where everything is as it should be. */
async function wellBehaved(runs = 'canary'): Promise<void> {
  await writeFile(path.join(stubs, 'log'), '');
  await rm(path.join(stubs, 'rolls'), { force: true });
  if (runs === 'rolling') await writeFile(path.join(stubs, 'rolls'), '');
  await rolloutIs('2|2|Healthy|');
  await stub(
    'kubectl',
    `${next(stubs)}
     case "$*" in
       'config view'*) printf 'arn:aws:eks:us-east-1:123456789012:cluster/fleet-staging-cluster' ;;
       *externalsecret*) printf True ;;
       *'get deployment backend-deployment'*'--output name'*) [ -e "${stubs}/rolls" ] && echo deployment.apps/backend-deployment ;;
       *'get rollout backend-deployment'*'--output name'*) [ -e "${stubs}/rolls" ] || echo rollout.argoproj.io/backend-deployment ;;
       *'get rollout'*jsonpath*) next rollout ;;
     esac
     exit 0`,
  );
  await stub('aws', 'exit 0');
  await stub(
    'helm',
    `case "$*" in
       status*) echo '{"info":{"status":"deployed"}}' ;;
       version*) echo v4.2.4 ;;
       history*) echo '[{"revision":3},{"revision":4}]' ;;
       'get manifest'*) [ -e "${stubs}/rolls" ] || echo 'kind: Rollout' ;;
     esac
     exit 0`,
  );
}

test('shellcheck finds nothing, every script explains itself and refuses what it doesn’t know', async () => {
  const names = (await readdir(path.join(folder, 'scripts'))).filter(name =>
    name.endsWith('.sh'),
  );
  const { code, text } = await runScript(
    folder,
    [
      await checkTool('shellcheck'),
      '--external-sources',
      '--source-path=.',
      ...names.map(name => `scripts/${name}`),
    ],
    {},
  );
  assert.equal(code, 0, text);
  for (const name of names) {
    const file = path.join(folder, 'scripts', name);
    const source = await readFile(file, 'utf8');
    if (!source.startsWith('#!')) continue;
    assert.match(source, /^set -eu(o pipefail)?$/m, name);
    assert.equal((await stat(file)).mode % 0o1000, 0o755, name);
    const help = await run(folder, `scripts/${name}`, '-h');
    assert.equal(help.code, 0, help.text);
    assert.match(help.text, RegExp(`^usage: scripts/${name}`), name);
    const refused = await run(folder, `scripts/${name}`, '--nonsense');
    assert.equal(refused.code, 2, `${name}: ${refused.text}`);
  }
});

test('check_generated.sh passes what was stamped, with sh and sha256sum alone', async () => {
  const tools = path.join(folder, '.tools');
  await mkdir(tools);
  for (const name of ['sha256sum', 'dirname', 'cat'])
    await writeFile(
      path.join(tools, name),
      `#!/bin/sh\nexec /usr/bin/${name} "$@"\n`,
      { mode: 0o755 },
    );
  const { code, text } = await runScript(
    folder,
    ['/bin/sh', 'scripts/check_generated.sh'],
    { PATH: tools },
  );
  assert.equal(code, 0, text);
  assert.match(text, /^\d\d generated files are as they were written/);
  await rm(tools, { recursive: true });
});

test('check_generated.sh finds a file that was edited, one that is missing, and goes on', async () => {
  const values = path.join(folder, 'environments/staging/values.yaml');
  const limits = path.join(
    folder,
    'infrastructure/k8s/bootstrap/staging/limits.yaml',
  );
  const stampedFiles = await Promise.all(
    [values, limits].map(file => readFile(file)),
  );
  await appendFile(values, '# mine\n');
  await rm(limits);
  const { code, text } = await run(folder, 'scripts/check_generated.sh');
  assert.equal(code, 1);
  assert.match(text, /edited by hand {2}environments\/staging\/values\.yaml/);
  assert.match(
    text,
    /missing {9}infrastructure\/k8s\/bootstrap\/staging\/limits\.yaml/,
  );
  assert.match(text, /^2 of \d\d generated files/m);
  await Promise.all(
    [values, limits].map((file, index) => writeFile(file, stampedFiles[index])),
  );
  assert.equal((await run(folder, 'scripts/check_generated.sh')).code, 0);
});

test('render_outputs.sh makes values that the chart accepts, of both engines’ outputs', async () => {
  const helm = await checkTool('helm');
  for (const [place, environment] of [
    [folder, 'staging'],
    [canary, 'production'],
  ]) {
    const { code, text } = await run(
      place,
      'scripts/render_outputs.sh',
      environment,
    );
    assert.equal(code, 0, text);
    const values = parse(text);
    assert.equal(values.config.database.host, outputs.databaseHost);
    assert.equal(values.config.database.maxConnections, 450);
    assert.equal(values.config.redis.port, '6379');
    assert.equal(values.backend.image.repository, outputs.ecrBackendUrl);
    assert.equal(values.ingress, undefined, 'an empty certificate is left out');
    const file = path.join(place, 'environments', environment, 'outputs.yaml');
    await writeFile(file, text);
    const chart = 'infrastructure/helm/sovd-webapp';
    const rendered = await runScript(
      place,
      [
        helm,
        'template',
        `fleet-${environment}`,
        chart,
        '-n',
        `fleet-${environment}`,
        '-f',
        `${chart}/values-${environment}.yaml`,
        '-f',
        file,
      ],
      {},
    );
    if (environment === 'staging')
      assert.equal(rendered.code, 0, rendered.text);
    else
      assert.doesNotMatch(
        rendered.text,
        /values don't meet the specifications/,
      );
  }
  const none = await run(canary, 'scripts/render_outputs.sh', 'nowhere');
  assert.equal(none.code, 1);
  assert.match(none.text, /there is no environment 'nowhere'/);
});

test('render_outputs.sh names the role of the pods only where they take it by a token', async () => {
  const answers = path.join(folder, 'environments/staging/environment.yaml');
  const stampedAnswers = await readFile(answers, 'utf8');
  const accountOf = async () => {
    const { code, text } = await run(
      folder,
      'scripts/render_outputs.sh',
      'staging',
    );
    assert.equal(code, 0, text);
    return parse(text).serviceAccount?.annotations;
  };
  assert.deepEqual(await accountOf(), {
    'eks.amazonaws.com/role-arn': outputs.appRoleArn,
  });
  await writeFile(
    answers,
    stampedAnswers.replace(/: irsa$/m, ': pod-identity'),
  );
  assert.equal(await accountOf(), undefined);
  await writeFile(answers, stampedAnswers);
});

test('preflight.sh is content where all is well, and names the remedy of each thing that isn’t', async () => {
  await wellBehaved();
  const good = await run(folder, 'scripts/preflight.sh', 'staging', 'sha-1');
  assert.equal(good.code, 0, good.text);
  assert.equal(good.text.match(/^ok /gm)?.length, 6);
  assert.match(
    await log(),
    /aws ecr describe-images .*--repository-name fleet-staging-backend --image-ids imageTag=sha-1/,
  );

  await stub(
    'kubectl',
    `case "$*" in 'config view'*) printf arn:aws:eks:x:1:cluster/fleet-production-cluster ;; esac`,
  );
  await stub('aws', 'exit 1');
  await stub(
    'helm',
    `case "$*" in status*) echo '{"info":{"status":"pending-upgrade"}}' ;; template*) echo 'connections' >&2; exit 1 ;; esac`,
  );
  const bad = await run(folder, 'scripts/preflight.sh', 'staging', 'sha-1');
  assert.equal(bad.code, 1);
  for (const remedy of [
    'aws eks update-kubeconfig --region us-east-1 --name fleet-staging-cluster',
    'scripts/rollback.sh staging',
    'bootstrap/staging',
    'push it',
    'connections',
    '6 checks failed',
  ])
    assert.ok(bad.text.includes(remedy), `${remedy}\n${bad.text}`);
});

test('deploy.sh releases by tag and waits longer than the migration may take [H062 H064]', async () => {
  await wellBehaved('rolling');
  const { code, text } = await run(
    folder,
    'scripts/deploy.sh',
    'staging',
    'sha-1',
  );
  assert.equal(code, 0, text);
  const rolling = staging.answers.strategy === 'rolling';
  assert.ok(rolling);
  assert.match(
    await log(),
    /helm upgrade --install fleet-staging .*backend\.image\.tag=sha-1 .*frontend\.image\.tag=sha-1 --timeout 15m --rollback-on-failure/,
  );
  await stub('helm', `case "$*" in version*) echo v3.21.4 ;; esac`);
  await run(folder, 'scripts/deploy.sh', 'staging', 'sha-1');
  assert.match(await log(), /--timeout 15m --atomic/);
  const latest = await run(folder, 'scripts/deploy.sh', 'staging', 'latest');
  assert.equal(latest.code, 1);
});

const deployCanary = () => run(canary, 'scripts/deploy.sh', 'production', 'v2');

test('deploy.sh follows a canary until Argo has seen it and calls it healthy [R013 M020]', async () => {
  await wellBehaved();
  // nothing, as when the API server restarts; and the phase of the version before
  await rolloutIs('', '3|2|Healthy|', '3|2|Degraded|', '3|3|Progressing|');
  await appendFile(path.join(stubs, 'rollout'), '3|3|Healthy|\n');
  const { code, text } = await deployCanary();
  assert.equal(code, 0, text);
  assert.match(await log(), /--wait=hookOnly/);
  assert.equal((await log()).match(/kubectl .*jsonpath/g)?.length, 5);
  assert.match(
    await log(),
    /kubectl .*rollout status deployment --selector app\.kubernetes\.io\/instance=fleet-production/,
  );
  assert.doesNotMatch(await log(), /rollback/);
  await stub(
    'helm',
    `case "$*" in version*) echo v3.21.4 ;; esac`, // knows no hookOnly
  );
  assert.equal((await deployCanary()).code, 0);
  assert.match(await log(), /upgrade .*--timeout 15m\n/);
});

test('deploy.sh takes back a canary that is degraded, and doesn’t let Helm wait for a Rollout [R013 M020]', async () => {
  await wellBehaved();
  await rolloutIs('3|3|Degraded|', '4|3|Degraded|', '4|4|Healthy|');
  const bad = await deployCanary();
  assert.equal(bad.code, 1);
  assert.match(bad.text, /is back at revision 3\.\n.*is Degraded: taken back/s);
  assert.match(
    await log(),
    /helm rollback fleet-production 3 --namespace fleet-production --timeout 15m\n/,
  );
});

test('deploy.sh says what a canary without requests waits for, and takes it back in the end [R013 M020]', async () => {
  await wellBehaved();
  await rolloutIs(...['3|3|Paused|InconclusiveAnalysis', '3|3|Healthy|']);
  const promoted = await deployCanary();
  assert.equal(promoted.code, 0, promoted.text);
  assert.match(promoted.text, /kubectl argo rollouts .* promote/);
  await rolloutIs('3|3|Paused|InconclusiveAnalysis', '4|4|Healthy|');
  const late = await runScript(
    canary,
    ['scripts/deploy.sh', 'production', 'v2'],
    {
      PATH: `${stubs}:/usr/bin:/bin`,
      CANARY_INTERVAL: '0',
      CANARY_SECONDS: '0',
    },
  );
  assert.equal(late.code, 1);
  assert.match(late.text, /the canary is Paused: taken back/);
});

test('rollback.sh waits by Helm where pods roll, and refuses a revision with another strategy [M020]', async () => {
  await wellBehaved('rolling');
  const back = () => run(folder, 'scripts/rollback.sh', 'staging', '2');
  assert.equal((await back()).code, 0);
  assert.match(
    await log(),
    /helm rollback fleet-staging 2 --namespace fleet-staging --timeout 15m --wait\n/,
  );
  await wellBehaved();
  const refused = await back();
  assert.equal(refused.code, 1);
  assert.match(refused.text, /revision 2 has the strategy canary/);
  await stub('helm', `echo '[{"revision":1}]'`);
  const first = await run(folder, 'scripts/rollback.sh', 'staging');
  assert.match(first.text, /no earlier release/);
  assert.doesNotMatch(await log(), /helm rollback/);
});

test('deploy.sh refuses another strategy than the one that runs, and change_strategy.sh hands over [R013]', async t => {
  await wellBehaved('rolling');
  const refused = await deployCanary();
  assert.equal(refused.code, 1);
  assert.match(refused.text, /first scripts\/change_strategy\.sh production/);
  assert.doesNotMatch(await log(), /helm upgrade/);

  const own = await StampedChart.of(production);
  t.after(() => own.dispose());
  const rolling = await own.render({ rollout: { strategy: 'rolling' } });
  const live = pick(rolling, 'Deployment', 'backend-deployment');
  Object.assign(live.metadata, {
    uid: '1',
    resourceVersion: '1',
    annotations: {
      'deployment.kubernetes.io/revision': '7',
      'meta.helm.sh/release-name': 'fleet-production',
      'meta.helm.sh/release-namespace': 'fleet-production',
    },
  });
  await writeFile(path.join(stubs, 'live.json'), JSON.stringify(live));
  await stub(
    'kubectl',
    `case "$*" in
       *'--output name'*) [[ "$*" == *'get deployment'* ]] && echo one ;;
       *'get deployment'*) cat "${stubs}/live.json" ;;
       *apply*) cat > "${stubs}/applied.json" ;;
       *jsonpath*) echo '1|1|Healthy|' ;;
     esac
     exit 0`,
  );
  const { code, text } = await run(
    canary,
    'scripts/change_strategy.sh',
    'production',
  );
  assert.equal(code, 0, text);
  assert.match(await log(), /apply --server-side --field-manager helm/);
  const made = JSON.parse(
    await readFile(path.join(stubs, 'applied.json'), 'utf8'),
  ) as Manifest;
  assert.equal(made.kind, 'Rollout');
  // what Helm asks of an object before it takes it into a release
  const { annotations, labels, ...rest } = made.metadata;
  assert.deepEqual(rest, {
    name: 'backend-deployment',
    namespace: 'fleet-production',
  });
  assert.deepEqual(annotations, {
    'meta.helm.sh/release-name': 'fleet-production',
    'meta.helm.sh/release-namespace': 'fleet-production',
  });
  assert.equal(labels?.['app.kubernetes.io/managed-by'], 'Helm');
  const wanted = pick(await own.render(), 'Rollout');
  assert.deepEqual(at(made, 'spec.selector'), at(wanted, 'spec.selector'));
  assert.deepEqual(at(made, 'spec.template'), at(wanted, 'spec.template'));
});

const balancer = 'k8s-fleet-1.us-east-1.elb.amazonaws.com';

/** Outputs of an environment with a domain, and the cluster and the account that answer for it. */
async function withDomain(more: Record<string, string>): Promise<void> {
  await wellBehaved();
  await writeFile(
    path.join(folder, 'environments/staging/outputs.json'),
    JSON.stringify({ ...outputs, domain: 'fleet.sovd.dev', ...more }),
  );
  await stub(
    'kubectl',
    `case "$*" in *'get ingress'*) printf ${balancer} ;; esac`,
  );
  await stub(
    'aws',
    `case "$*" in
       *describe-load-balancers*) echo Z35SXDOTRQ7X7K ;;
       *list-resource-record-sets*) cat "${stubs}/records" ;;
       *change-resource-record-sets*) echo /change/C1 ;;
     esac`,
  );
}

/** What Route 53 was asked to change. */
const changed = async () => {
  const line = /--change-batch (.*)/.exec(await log());
  return line ? JSON.parse(line[1]).Changes : [];
};

test('deploy.sh points the domain at the load balancer of the Ingress, and again without harm [H015]', async () => {
  await withDomain({ hostedZoneId: 'Z123' });
  for (let times = 0; times < 2; times += 1) {
    const { code, text } = await run(
      folder,
      'scripts/deploy.sh',
      'staging',
      'sha-1',
    );
    assert.equal(code, 0, text);
    assert.match(text, RegExp(`^fleet.sovd.dev points at ${balancer}`, 'm'));
  }
  assert.deepEqual(await changed(), [
    {
      Action: 'UPSERT',
      ResourceRecordSet: {
        Name: 'fleet.sovd.dev',
        Type: 'A',
        AliasTarget: {
          HostedZoneId: 'Z35SXDOTRQ7X7K',
          DNSName: balancer,
          EvaluateTargetHealth: false,
        },
      },
    },
  ]);
  const calls = await log();
  assert.match(
    calls,
    /kubectl --namespace fleet-staging wait ingress\/fleet-staging --for=jsonpath=\{\.status\.loadBalancer\.ingress\} .*\n.*kubectl .* get ingress/,
  );
  assert.match(calls, /--hosted-zone-id Z123 /);
  assert.match(calls, /wait resource-record-sets-changed --id \/change\/C1/);
});

test('dns.sh says what is left to a person, and what is wrong', async () => {
  await withDomain({});
  const manual = await run(folder, 'scripts/dns.sh', 'staging');
  assert.equal(manual.code, 0, manual.text);
  assert.match(manual.text, RegExp(`by hand: point it at ${balancer}`));
  assert.deepEqual(await changed(), []);

  await withDomain({ domain: '', hostedZoneId: 'Z123' });
  const none = await run(folder, 'scripts/dns.sh', 'staging');
  assert.equal(none.code, 0, none.text);
  assert.match(none.text, /no domain/);

  await withDomain({ hostedZoneId: 'Z123' });
  await stub('kubectl', 'exit 1');
  const waiting = await run(folder, 'scripts/dns.sh', 'staging');
  assert.equal(waiting.code, 1);
  assert.match(waiting.text, /describe ingress fleet-staging says why/);
});

test('dns.sh -d deletes the domain’s own address and no neighbour', async () => {
  const record = {
    Name: 'fleet.sovd.dev.',
    Type: 'A',
    AliasTarget: { HostedZoneId: 'Z35', DNSName: `${balancer}.` },
  };
  await withDomain({ hostedZoneId: 'Z123' });
  const records = path.join(stubs, 'records');
  await writeFile(records, JSON.stringify({ ResourceRecordSets: [record] }));
  const { code, text } = await run(folder, 'scripts/dns.sh', '-d', 'staging');
  assert.equal(code, 0, text);
  assert.deepEqual(await changed(), [
    { Action: 'DELETE', ResourceRecordSet: record },
  ]);

  await withDomain({ hostedZoneId: 'Z123' });
  const neighbour = { ...record, Name: 'www.fleet.sovd.dev.' };
  await writeFile(records, JSON.stringify({ ResourceRecordSets: [neighbour] }));
  assert.equal((await run(folder, 'scripts/dns.sh', '-d', 'staging')).code, 0);
  assert.deepEqual(await changed(), []);
  await writeFile(
    path.join(folder, 'environments/staging/outputs.json'),
    JSON.stringify(outputs),
  );
});

test('smoke_test.sh asks for health, page and API, and fails when one is wrong [M019]', async () => {
  let broken = '';
  const server: Server = createServer(({ url = '' }, answer) => {
    const bodies: Record<string, string> = {
      '/health': 'healthy',
      '/': '<div id="root"></div>',
      '/api/vehicles': '[]',
    };
    const body = bodies[url];
    const status = body === undefined ? 404 : 200;
    answer.statusCode = url === broken ? 503 : status;
    answer.end(body ?? '{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const good = await run(folder, 'scripts/smoke_test.sh', address);
  assert.equal(good.code, 0, good.text);
  for (broken of ['/', '/api/vehicles']) {
    const bad = await run(folder, 'scripts/smoke_test.sh', address);
    assert.equal(bad.code, 1);
    assert.match(bad.text, /failed .* 503 instead of 200/);
  }
  broken = '/health';
  assert.match(
    (await run(folder, 'scripts/smoke_test.sh', '-t', '1', address)).text,
    /no answer in 1 s/,
  );
  server.close();
});

test('teardown_check.sh lists what is left, and is content when nothing is', async () => {
  await wellBehaved();
  await stub('aws', 'echo None');
  assert.equal(
    (await run(folder, 'scripts/teardown_check.sh', 'staging')).code,
    0,
  );
  assert.match(
    await log(),
    /get-resources --tag-filters Key=Application,Values=fleet Key=Environment,Values=staging/,
  );
  await stub(
    'aws',
    `case "$*" in *describe-db-snapshots*) printf 'one\\ttwo\\n' ;; *) echo None ;; esac`,
  );
  const left = await run(folder, 'scripts/teardown_check.sh', 'staging');
  assert.equal(left.code, 1);
  assert.match(
    left.text,
    /left {4}snapshots of the database\n {8}one\n {8}two/,
  );
});
