import { useState } from 'react';
import { Button, RadioGroup } from '@backstage/ui';
import { versionOf } from '@sovd/plugin-sovd-deploy-common';
import type { Version } from '@sovd/plugin-sovd-deploy-common';
import { PageHead } from '../kit/PageHead';
import { PartCard } from '../kit/PartCard';
import { valueOf } from '../kit/ShownPart';
import type { ShownPart } from '../kit/ShownPart';
import type { PlanningPageProps } from './PlanningPageProps';
import { PlanFoot } from './PlanFoot';
import { toPreselection, toWantedNote } from './toPreselection';
import { VersionChoice } from './VersionChoice';
import styles from './plans.module.css';

export interface ChooseVersionPageProps extends PlanningPageProps {
  part: ShownPart<Version[]>;
  /** What runs now, when something does. */
  current?: string;
  /** The tag of the version that brought a person here. */
  wanted?: string;
  changeHref: (id: string) => string;
  onRetry?: () => void;
}

/** A registry may have hundreds; the newest are what people look for. */
const SHOWN_FIRST = 12;

/** Which version it shall be. */
export function ChooseVersionPage({
  part,
  current,
  wanted,
  changeHref,
  onRetry,
  ...page
}: ChooseVersionPageProps) {
  const versions = valueOf(part) ?? [];
  const [picked, setPicked] = useState<string>();
  const [all, setAll] = useState(false);
  const chosen = picked ?? toPreselection(versions, wanted);
  const isHidden = (tag: string) =>
    versions.findIndex(version => version.tag === tag) >= SHOWN_FIRST;
  const shown =
    all || (chosen && isHidden(chosen))
      ? versions
      : versions.slice(0, SHOWN_FIRST);
  const wantedNote = toWantedNote(versions, wanted);
  const now = current ? `, now ${current}` : '';
  return (
    <div className={styles.page}>
      <PageHead title={`Upgrade ${page.name}${now}`} back={page.back} />
      {part.state !== 'value' ? (
        <PartCard title="Versions" part={part} onRetry={onRetry}>
          {() => undefined}
        </PartCard>
      ) : (
        <>
          {wantedNote && <p className={styles.lead}>{wantedNote}</p>}
          <RadioGroup
            aria-label="Version"
            value={chosen ?? ''}
            onChange={setPicked}
          >
            <div className={styles.choices}>
              {shown.map(version => (
                <VersionChoice
                  key={version.tag}
                  version={version}
                  isChosen={version.tag === chosen}
                  changeHref={changeHref}
                />
              ))}
            </div>
          </RadioGroup>
          {shown.length < versions.length && (
            <div>
              <Button variant="tertiary" onPress={() => setAll(true)}>
                {`Show all ${versions.length} versions`}
              </Button>
            </div>
          )}
          <PlanFoot
            label={
              chosen
                ? `Plan the upgrade to ${versionOf(chosen)}`
                : 'Plan the upgrade'
            }
            offReason={
              page.barrier ??
              (chosen ? undefined : 'None of these versions can be chosen.')
            }
            isPlanning={page.isPlanning}
            planningFailure={page.planningFailure}
            onPlan={() =>
              chosen &&
              page.onPlan?.({ kind: 'upgrade', input: { version: chosen } })
            }
          />
        </>
      )}
    </div>
  );
}
