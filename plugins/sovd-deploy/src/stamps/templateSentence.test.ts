import {
  breakingTemplate,
  currentTemplate,
  goneTemplate,
  newerTemplate,
  outdatedTemplate,
  unversionedTemplate,
} from '../__testUtils__/templates';
import { templateSentence } from './templateSentence';

describe('templateSentence', () => {
  it.each([
    [outdatedTemplate, 'sovd-webapp 0.3.0 → 0.4.0 available'],
    [breakingTemplate, 'sovd-webapp 0.3.0 → 1.0.0 available'],
    [currentTemplate, 'sovd-webapp 0.4.0, up to date'],
    [newerTemplate, 'sovd-webapp 0.5.0; this portal has the older 0.4.0'],
    [goneTemplate, 'sovd-webapp 0.4.0; this portal no longer has the template'],
    [unversionedTemplate, 'sovd-webapp, version unknown; newest is 0.4.0'],
  ])('%#', (status, sentence) => {
    expect(templateSentence(status)).toBe(sentence);
  });
});
