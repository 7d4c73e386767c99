// What the test files of all stories have in common is itself no test file.
/* eslint-disable jest/no-export */
import { act, cleanup, screen } from '@testing-library/react';
import axe from 'axe-core';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { storiesOf } from './Story';
import type { StoryFile } from './Story';

/** Findings of axe that keep somebody from using the page. */
async function seriousFindings(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    resultTypes: ['violations'],
    rules: {
      // jsdom computes no colours, and a component alone has no landmarks around it.
      'color-contrast': { enabled: false },
      region: { enabled: false },
    },
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
}

/**
 * Renders each story in light and in dark: none may write to the console's errors or
 * keep people out, and each must show some text or say that it loads.
 */
export function describeStories<P extends object>(file: StoryFile<P>): void {
  describe(`stories of ${file.default.title}`, () => {
    beforeEach(() => {
      // axe looks for icon fonts with a canvas, which jsdom hasn't got.
      jest
        .spyOn(HTMLCanvasElement.prototype, 'getContext')
        .mockReturnValue(null);
    });

    afterEach(() => {
      jest.restoreAllMocks();
      delete document.body.dataset.themeMode;
    });

    it.each(storiesOf(file))('$name', async ({ element }) => {
      const errors = jest.spyOn(console, 'error').mockImplementation();
      for (const theme of ['light', 'dark']) {
        document.body.dataset.themeMode = theme;
        renderInTestApp(<div data-testid="story">{element}</div>);
        const story = await screen.findByTestId('story');
        let findings: string[] = [];
        // The clock of the page may tick meanwhile.
        await act(async () => {
          findings = await seriousFindings();
        });
        expect(
          story.textContent || story.querySelector('[role="status"]'),
        ).toBeTruthy();
        expect(findings).toEqual([]);
        cleanup();
      }
      expect(errors.mock.calls).toEqual([]);
    });
  });
}
