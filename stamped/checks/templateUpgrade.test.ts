import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { runProgram } from '@sovd/sandbox/src/processes/runProgram.ts';
import { deployed } from '@sovd/templates/tests/HelmFixture.ts';
import { chartFolder } from '@sovd/templates/tests/StampedRepositoryFixture.ts';
import { parse } from 'yaml';
import { checkTool } from '../tools/checkTool.ts';
import { compareUpgrade, movedIn } from '../upgrades/compareUpgrade.ts';
import { earlierAnswers } from '../upgrades/earlierAnswers.ts';
import { TeamRepository } from '../upgrades/TeamRepository.ts';
import { earlierVersions } from '../upgrades/UpgradeFixture.ts';
import {
  newest,
  upgradeRepository,
  type Upgrade,
} from '../upgrades/upgradeRepository.ts';

const sumOf = (text: string) => createHash('sha256').update(text).digest('hex');
const code = 'backend/app/main.py';
const notes = 'docs/harbor.md';
const words = '\n## Ours\n\nWe are the harbor team.\n';

/** Managed files that team and template both change: at places apart, and at the same place. */
const edits = {
  '0.1.0': {
    apart: { file: '.gitignore', from: /^/, to: 'harbor-notes/\n' },
    together: {
      file: `${chartFolder}/Chart.yaml`,
      from: /^description: .*$/m,
      to: 'description: The harbor',
    },
  },
  '0.2.0': {
    apart: { file: '.gitignore', from: /^/, to: 'harbor-notes/\n' },
    together: {
      file: `${chartFolder}/Chart.yaml`,
      from: /^description: .*$/m,
      to: 'description: The harbor',
    },
  },
  '0.3.0': {
    apart: { file: 'docs/index.md', from: /^.*$/m, to: '# The harbor' },
    together: {
      file: 'scripts/validate_environment.mjs',
      from: /^var .*$/m,
      to: '// ours',
    },
  },
} as const;

for (const version of earlierVersions) {
  describe(`a repository of ${version}, edited by its team [A-31]`, () => {
    const { apart, together } = edits[version];
    const environments = earlierAnswers[version].map(({ environment }) =>
      String(environment),
    );
    let team: TeamRepository;
    let upgrade: Upgrade;

    before(async () => {
      team = await TeamRepository.stampedBy(version);
      for (const { file, from, to } of [apart, together])
        await team.write(file, (await team.read(file)).replace(from, to));
      await team.append(code, '\n# ours\n');
      await team.append('README.md', words);
      await team.write(notes, 'What the harbor has\n');
      await team.commit('Make it ours');
      upgrade = await upgradeRepository(team);
    });
    after(() => team.dispose());

    test('gets a proposal that lists what both sides changed, and no more', async () => {
      assert.equal(upgrade.state, 'written');
      assert.deepEqual(upgrade.conflicts, [together.file]);
      assert.match(upgrade.title, new RegExp(`harbor to version ${newest}`));
      assert.match(upgrade.body, new RegExp(`- \\*\\*${newest}\\*\\* `));
      assert.doesNotMatch(upgrade.body, new RegExp(`\\*\\*${version}\\*\\*`));
      const head = await team.git('show', `HEAD:${together.file}`);
      assert.ok(head.includes(together.to), 'nothing was overwritten');
    });

    test('is told which objects, settings and resources change', async () => {
      const text = await compareUpgrade(
        team.portal,
        await checkTool('helm'),
        upgrade,
      );
      for (const environment of environments)
        assert.match(text, new RegExp(`### Environment \`${environment}\``));
      const reasons = text.match(/^.*not compared.*$/gm) ?? [];
      assert.deepEqual(
        reasons,
        version === '0.1.0'
          ? ['Cost: not compared, `the stamp before has no estimate`.']
          : [],
      );
    });

    test('merges it without losing anything of its own', async () => {
      assert.deepEqual(await team.merge(upgrade.branch), [together.file]);
      const from = await team.read('environments/staging/environment.yaml');
      assert.match(await team.read(code), /\n# ours\n$/);
      assert.match(await team.read(apart.file), new RegExp(apart.to));
      assert.equal(await team.read(notes), 'What the harbor has\n');
      const readme = await team.read('README.md');
      assert.ok(readme.includes(words.trim()));
      assert.match(readme, /\(environments\/staging\/README\.md\)/);
      const { answers } = parse(from);
      for (const [question, answer] of Object.entries(
        earlierAnswers[version][0],
      ))
        assert.deepEqual(answers[question], answer, question);
    });

    test('has the newer version then, in every file that is written anew', async () => {
      const record = parse(await team.read('.sovd-template.yaml'));
      assert.equal(record.template.version, newest);
      assert.deepEqual(
        Object.keys(record.environments),
        [...environments].sort(),
      );
      const said = await runProgram('sh', [
        path.join(team.clone, 'scripts/check_generated.sh'),
      ]);
      assert.match(said, /generated files are as they were written/);
    });

    test('has a chart that passes and renders for each environment', async () => {
      const values = path.join(team.clone, '.git', 'deployed.json');
      await writeFile(values, JSON.stringify(deployed));
      const helm = await checkTool('helm');
      const chart = path.join(team.clone, chartFolder);
      for (const environment of environments) {
        const name = `harbor-${environment}`;
        const own = `environments/${environment}/values.yaml`;
        const options = [
          ...['--namespace', name, '--values', path.join(team.clone, own)],
          ...['--values', values],
        ];
        await runProgram(helm, ['lint', '--strict', chart, ...options]);
        const template = ['template', name, chart, ...options];
        const text = await runProgram(helm, template);
        assert.match(text, /kind: (Deployment|Rollout)/);
      }
    });

    test('drifts by the managed file that it edited, and by nothing else', async () => {
      const { drift, record } = await team.stamps.readCondition(
        team.url,
        await team.stamps.readHead(team.url),
      );
      assert.equal(record.template.version, newest);
      assert.deepEqual(drift, [
        { path: apart.file, policy: 'managed', state: 'edited' },
      ]);
    });

    test('gets nothing the second time', async () => {
      const again = await upgradeRepository(team);
      assert.equal(again.state, 'unchanged');
      assert.equal(again.commit, upgrade.commit);
    });
  });
}

/** What is gone on purpose and holds nothing: External Secrets could never use it. */
const removed = ['SecretsReaderIdentity (AWS::EKS::PodIdentityAssociation)'];

test('from 0.3.0 on no cloud resource gets another name, which would replace it [A-31]', async t => {
  const team = await TeamRepository.stampedBy('0.3.0');
  t.after(() => team.dispose());
  const { folders } = await upgradeRepository(team);
  const [from, to] = [folders.before, folders.after].map(
    folder => new team.portal.StampFolder(folder),
  );
  const [resources, addresses] = [
    await from.readResources(),
    await from.readAddresses(),
  ];
  assert.ok(resources.size > 60 && addresses.size > 100);
  const later = await to.readResources();
  assert.deepEqual(
    [...resources.keys()].filter(id => !later.has(id)),
    removed,
  );
  const moved = await movedIn(folders.after);
  const newer = await to.readAddresses();
  const named = /^(?:modules\/\S+ )?(?:module\.|[a-z]\w+\.)/;
  assert.deepEqual(
    [...addresses.keys()].filter(
      address =>
        named.test(address) && !newer.has(address) && !moved.has(address),
    ),
    [],
  );
});

test('an environment that the portal has scaled keeps its pods [A-31]', async t => {
  const team = await TeamRepository.stampedBy('0.3.0');
  t.after(() => team.dispose());
  const pods = { backendMin: 5, backendMax: 9, backendReplicas: 5 };
  const folder = 'environments/staging';
  let record = await team.read('.sovd-template.yaml');
  // as a change writes it: the numbers, and the sums of both files
  for (const [file, numbers] of [
    [`${folder}/environment.yaml`, pods],
    [
      `${folder}/values.yaml`,
      { minReplicas: 5, maxReplicas: 9, replicaCount: 5 },
    ],
  ] as const) {
    const stamped = await team.read(file);
    const scaled = Object.entries(numbers).reduce(
      (text, [key, value]) =>
        text.replace(new RegExp(`${key}: \\d+`), `${key}: ${value}`),
      stamped,
    );
    await team.write(file, scaled);
    record = record.replace(sumOf(stamped), sumOf(scaled));
  }
  await team.write('.sovd-template.yaml', record);
  await team.commit('Scale staging');

  const { branch } = await upgradeRepository(team, pods);
  assert.deepEqual(await team.merge(branch), ['.sovd-template.yaml']);
  const { answers } = parse(await team.read(`${folder}/environment.yaml`));
  const { hpa } = parse(await team.read(`${folder}/values.yaml`));
  assert.deepEqual(
    [answers.backendMin, hpa.minReplicas, hpa.maxReplicas],
    [5, 5, 9],
  );
  const script = path.join(team.clone, 'scripts/check_generated.sh');
  assert.match(await runProgram('sh', [script]), /as they were written/);
});
