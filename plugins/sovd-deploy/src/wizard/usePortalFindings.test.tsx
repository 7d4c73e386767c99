import type { PropsWithChildren } from 'react';
import { act, renderHook } from '@testing-library/react';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import type {
  Finding,
  SovdDeployApi,
  Validation,
} from '@sovd/plugin-sovd-deploy-common';
import { fakeApi } from '../__testUtils__/fakeBackend';
import { sovdDeployApiRef } from '../api';
import { usePortalFindings } from './usePortalFindings';

const taken: Finding = {
  rule: 'name-taken',
  severity: 'blocker',
  headline: 'fleet-staging already exists',
  cause: 'It belongs to group:default/platform.',
  nextSteps: [{ label: 'Choose another name' }],
  fields: ['name', 'environment'],
};
const budget: Finding = { ...taken, rule: 'budget', severity: 'warning' };
const fleet = { name: 'fleet', environment: 'staging', nodesMax: 5 };

type Given = { answers: Record<string, unknown>; own?: Finding[] };

function setUp(validate: SovdDeployApi['validate'], given: Given) {
  const wrapper = ({ children }: PropsWithChildren) => (
    <TestApiProvider apis={[[sovdDeployApiRef, fakeApi({ validate })]]}>
      {children}
    </TestApiProvider>
  );
  return renderHook(
    ({ answers, own }: Given) => usePortalFindings(answers, own),
    { wrapper, initialProps: given },
  );
}

const pause = () => act(() => jest.advanceTimersByTimeAsync(600));

describe('usePortalFindings', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('asks once the form has nothing to fix, and some time after the last key', async () => {
    const validate = jest.fn(async () => ({ findings: [taken] }));
    const { result, rerender } = setUp(validate, { answers: fleet });
    await pause();
    expect(result.current.state).toBe('waiting');
    rerender({ answers: fleet, own: [taken] });
    await pause();
    expect(result.current.state).toBe('waiting');
    expect(validate).not.toHaveBeenCalled();

    rerender({ answers: fleet, own: [] });
    await act(() => jest.advanceTimersByTimeAsync(300));
    const other = { ...fleet, nodesMax: 6 };
    rerender({ answers: other, own: [] });
    expect(result.current.state).toBe('asking');
    await pause();
    expect(validate).toHaveBeenCalledTimes(1);
    expect(validate).toHaveBeenCalledWith(other, expect.anything());
    expect(result.current).toMatchObject({ state: 'asked', findings: [taken] });
  });

  it('takes a question back when something else is answered', async () => {
    const questions: {
      signal?: AbortSignal;
      answer: (validation: Validation) => void;
    }[] = [];
    const { result, rerender, unmount } = setUp(
      (_, { signal } = {}) =>
        new Promise(answer => {
          questions.push({ signal, answer });
        }),
      { answers: fleet, own: [] },
    );
    await pause();
    rerender({ answers: { ...fleet, name: 'other' }, own: [] });
    expect(questions[0].signal?.aborted).toBe(true);
    await act(async () => questions[0].answer({ findings: [taken] }));
    expect(result.current).toMatchObject({ state: 'asking', findings: [] });
    await pause();
    unmount();
    expect(questions[1].signal?.aborted).toBe(true);
  });

  it('keeps what is still so while it asks anew, and drops the rest', async () => {
    const { result, rerender } = setUp(async () => ({ findings: [taken] }), {
      answers: fleet,
      own: [],
    });
    await pause();
    rerender({ answers: { ...fleet, nodesMax: 6 }, own: [] });
    expect(result.current).toMatchObject({
      state: 'asking',
      findings: [taken],
    });
    rerender({ answers: { ...fleet, name: 'other' }, own: [] });
    expect(result.current.findings).toEqual([]);
  });

  it("says nothing twice that the form's own rules say", async () => {
    const { result } = setUp(async () => ({ findings: [budget, taken] }), {
      answers: fleet,
      own: [budget],
    });
    await pause();
    expect(result.current.findings).toEqual([taken]);
  });

  it('asks again when told to', async () => {
    const validate = jest
      .fn()
      .mockRejectedValueOnce(new TypeError('Failed to fetch'))
      .mockResolvedValue({ findings: [] });
    const { result } = setUp(validate, { answers: fleet, own: [] });
    await pause();
    expect(result.current.findings).toMatchObject([
      { rule: 'portal-not-asked' },
    ]);
    act(() => result.current.askAgain());
    expect(result.current.state).toBe('asking');
    await pause();
    expect(result.current).toMatchObject({ state: 'asked', findings: [] });
  });
});
