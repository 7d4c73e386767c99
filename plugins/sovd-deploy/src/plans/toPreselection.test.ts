import { versions } from '../__testUtils__/versions';
import { toPreselection, toWantedNote } from './toPreselection';

const [blocked, , failed, aborted, running] = versions;

describe('toPreselection', () => {
  it.each([
    [versions, undefined, '2.6.0'],
    // One that failed here is better than none.
    [[blocked, failed, running], undefined, '2.5.0'],
    [[blocked, running], undefined, undefined],
    [[], undefined, undefined],
    [versions, aborted.tag, '2.4.9'],
    [versions, failed.tag, '2.5.0'],
    // What can't be chosen isn't, whoever asks for it.
    [versions, running.tag, '2.6.0'],
    [versions, blocked.tag, '2.6.0'],
    [versions, 'gone', '2.6.0'],
  ])('case %#', (given, wanted, tag) => {
    expect(toPreselection(given, wanted)).toBe(tag);
  });
});

describe('toWantedNote', () => {
  it.each([
    [undefined, undefined],
    ['2.6.0', undefined],
    [running.tag, 'sha-1f0c2ab runs here already.'],
    [
      '2.7.0-rc1',
      "2.7.0-rc1 can't be chosen: Its image is not for this platform.",
    ],
    [
      '9.9.9',
      "9.9.9 isn't among the images that this environment can run: its target has another registry, or the image was deleted.",
    ],
  ])('%s', (wanted, note) => {
    expect(toWantedNote(versions, wanted)).toBe(note);
  });
});
