import { readFileSync } from 'node:fs';
import path from 'node:path';
import { answersSchema } from '@sovd/plugin-sovd-deploy-common';
import { toReadme } from './toReadme';

const environment = (name: string, more = {}) =>
  answersSchema.parse({
    name: 'fleet',
    owner: 'group:default/platform',
    environment: name,
    target: 'aws',
    ...more,
  });
const production = environment('production', {
  tier: 'production',
  domain: 'fleet.sovd.dev',
  engine: 'terraform',
});
const staging = environment('staging');
const stampedReadme = readFileSync(
  path.resolve(
    __dirname,
    '../../../../templates/sovd-webapp/content/README.md',
  ),
  'utf8',
);
const marked = (text: string) =>
  /^<!-- sovd:begin environments -->\n([^]*)\n<!-- sovd:end environments -->$/m.exec(
    text,
  )?.[1];

describe('toReadme', () => {
  it('has a row for each environment', () => {
    expect(marked(toReadme(stampedReadme, [production, staging]))).toBe(
      [
        '| environment | tier | address | made by | commands and cost |',
        '| --- | --- | --- | --- | --- |',
        '| [production](environments/production/README.md) | production | `fleet.sovd.dev` | Terraform | [production.md](docs/environments/production.md) |',
        '| [staging](environments/staging/README.md) | staging | none of its own | CloudFormation | [staging.md](docs/environments/staging.md) |',
      ].join('\n'),
    );
  });

  it('leaves all text outside of the marks as it is, and says the same again', () => {
    const edited = `Ours\r\n${stampedReadme}\n\nAnd ours $& $1`;
    const once = toReadme(edited, [staging]);
    const [before, after] = edited.split(
      /<!-- sovd:begin environments -->[^]*<!-- sovd:end environments -->/,
    );
    expect(once.startsWith(before)).toBe(true);
    expect(once.endsWith(after)).toBe(true);
    expect(toReadme(once, [staging])).toBe(once);
  });

  it.each(['', '# Fleet', '# Fleet\n'])(
    'puts the table behind %j, which has no marks',
    text => {
      const written = toReadme(text, [staging]);
      expect(written.startsWith(text)).toBe(true);
      expect(marked(written)).toContain('[staging]');
      expect(toReadme(written, [staging])).toBe(written);
    },
  );

  it('makes the table the first chapter of a text that has no marks', () => {
    const [before, after] = ['# Fleet\n\nOurs\n\n', '## Start\n\nText\n'];
    const written = toReadme(`${before}${after}`, [staging]);
    expect(written.startsWith(`${before}## Environments\n`)).toBe(true);
    expect(written.endsWith(`environments -->\n\n${after}`)).toBe(true);
    expect(toReadme(written, [staging])).toBe(written);
  });
});
