import { toUpgradeText } from './toUpgradeText';

const notes = [
  {
    version: '0.3.0',
    date: '2026-11-21',
    summary: 'Terraform.',
    breaking: ['The network has NAT gateways.'],
    manualSteps: ['Install the add-ons.'],
  },
  {
    version: '0.4.0',
    date: '2026-11-22',
    summary: 'Upgrades.',
    breaking: [],
    manualSteps: [],
  },
];
const story = {
  application: 'fleet',
  from: '0.2.0',
  to: '0.4.0',
  notes,
  removed: ['docs/old.md'],
  seeded: ['backend/app/redis.py'],
};

describe('toUpgradeText', () => {
  it('tells news, breaks, steps and files', () => {
    const { title, body } = toUpgradeText(story);
    expect(title).toBe('Upgrade fleet to version 0.4.0 of its template');
    expect(body.split('\n').filter(line => /^[-#]/.test(line))).toEqual([
      '## What is new',
      '- **0.3.0** Terraform.',
      '- **0.4.0** Upgrades.',
      '## Works in another way',
      '- **0.3.0** The network has NAT gateways.',
      '## To do by hand',
      '- [ ] **0.3.0** Install the add-ons.',
      '## New files of the application',
      '- `backend/app/redis.py`',
      '## Files that go',
      '- `docs/old.md`',
    ]);
  });

  it('says nothing of what there is nothing of, and cuts long lists', () => {
    const { body } = toUpgradeText({
      ...story,
      notes: [],
      seeded: [],
      removed: Array.from({ length: 100 }, (_, index) => `file-${index}`),
    });
    expect(body).not.toMatch(/What is new|by hand|New files/);
    expect(body).toMatch(/`file-29`\n- and 70 more\n$/);
  });
});
