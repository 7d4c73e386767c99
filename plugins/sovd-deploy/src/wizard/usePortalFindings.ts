import { useCallback, useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { Finding } from '@sovd/plugin-sovd-deploy-common';
import { sovdDeployApiRef } from '../api';
import { askPortal } from './askPortal';

/** How long nobody answers anything before the portal is asked, in milliseconds. */
const PAUSE = 600;

type Answered = Readonly<Record<string, unknown>>;

/** What the portal says of the answers beside the rules that the form knows itself. */
export interface PortalFindings {
  /** It is asked once the form's own rules have nothing to fix. */
  state: 'waiting' | 'asking' | 'asked';
  findings: Finding[];
  askAgain: () => void;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Whether the answers that a finding is about are still those that it judged. */
function stillHolds({ fields = [] }: Finding, judged: Answered, now: Answered) {
  return fields.every(field => isSame(judged[field], now[field]));
}

/** What isn't among the form's own findings already. */
function beyond(own: readonly Finding[], found: Finding[]): Finding[] {
  return found.filter(
    ({ rule, headline }) =>
      !own.some(each => each.rule === rule && each.headline === headline),
  );
}

/**
 * Asks the portal about the answers, some time after the last key; another answer takes
 * the question back.
 *
 * @param own - what the form's own rules say; left out while they can't be applied
 */
export function usePortalFindings(
  answers: Record<string, unknown>,
  own: readonly Finding[] | undefined,
): PortalFindings {
  const api = useApi(sovdDeployApiRef);
  const [asked, setAsked] = useState({
    key: '',
    answers,
    findings: new Array<Finding>(),
  });
  const [attempt, setAttempt] = useState(0);
  const key = JSON.stringify(answers);
  const isClear = own?.every(({ severity }) => severity !== 'blocker') ?? false;

  useEffect(() => {
    if (!own || !isClear) return undefined;
    const stop = new AbortController();
    const ask = async () => {
      const found = await askPortal(api, answers, stop.signal);
      if (stop.signal.aborted) return;
      setAsked({ key, answers, findings: beyond(own, found) });
    };
    const timer = setTimeout(ask, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
    // the key stands for the answers, which are made anew each time, and for what the rules say
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [api, key, isClear, attempt]);

  const askAgain = useCallback(() => {
    setAsked(before => ({ ...before, key: '' }));
    setAttempt(count => count + 1);
  }, []);
  const askedState = asked.key === key ? 'asked' : 'asking';
  return {
    state: isClear ? askedState : 'waiting',
    findings: asked.findings.filter(finding =>
      stillHolds(finding, asked.answers, answers),
    ),
    askAgain,
  };
}
