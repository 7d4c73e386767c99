import type { FieldChange } from '@sovd/plugin-sovd-deploy-common';
import { toFieldSentence } from './toFieldSentence';

describe('toFieldSentence', () => {
  it.each<[FieldChange, string]>([
    [{ path: 'a', to: 200 }, 'a is set to 200'],
    [{ path: 'b', from: 'INFO', to: null }, 'b becomes null, now "INFO"'],
    [{ path: 'c', from: { deep: ['x'] } }, 'c goes, it was {"deep":["x"]}'],
    [{ path: 'd' }, 'd changes'],
  ])('%j', (field, sentence) => {
    expect(toFieldSentence(field)).toBe(sentence);
  });

  it('keeps a value on one line and at a length that can be read', () => {
    const to = `one\ntwo${'x'.repeat(500)}`;
    const sentence = toFieldSentence({ path: 'key', to });
    expect(sentence).toMatch(/^key is set to "one\\ntwox+…$/);
    expect(sentence.length).toBeLessThan(100);
  });
});
