import type { Finding } from '../finding';
import type { Judge } from './JudgeContext';

const manual = {
  label: 'Leave DNS to people',
  set: { hostedZoneMode: 'manual', hostedZoneId: null },
};

/** A Route 53 zone needs a domain, one that is taken needs its id, and neither is asked for in vain. @public */
export const judgeDomain: Judge = ({
  domain,
  hostedZoneMode,
  hostedZoneId,
}) => {
  const findings: Finding[] = [];
  if (hostedZoneMode !== 'manual' && !domain) {
    findings.push({
      rule: 'hosted-zone-domain',
      severity: 'blocker',
      headline: 'A hosted zone is asked for, but no domain',
      cause: `With hostedZoneMode ${hostedZoneMode} the stack writes the domain's records, and there is none.`,
      nextSteps: [{ label: 'Give a domain' }, manual],
      fields: ['domain', 'hostedZoneMode'],
    });
  }
  if (hostedZoneMode === 'existing' && !hostedZoneId) {
    findings.push({
      rule: 'hosted-zone-id',
      severity: 'blocker',
      headline: 'The hosted zone has no id',
      cause:
        'A zone that exists is found by its id, which begins with Z; the name alone may belong to several.',
      nextSteps: [
        { label: 'Give the id of the zone' },
        { label: 'Make a new zone', set: { hostedZoneMode: 'create' } },
        manual,
      ],
      fields: ['hostedZoneId', 'hostedZoneMode'],
    });
  }
  if (hostedZoneMode !== 'existing' && hostedZoneId) {
    findings.push({
      rule: 'hosted-zone-unused',
      severity: 'blocker',
      headline: `Zone ${hostedZoneId} is named, but not asked for`,
      cause: `With hostedZoneMode ${hostedZoneMode} the stack would never touch it.`,
      nextSteps: [
        { label: 'Use this zone', set: { hostedZoneMode: 'existing' } },
        { label: 'Leave its id out', set: { hostedZoneId: null } },
      ],
      fields: ['hostedZoneId', 'hostedZoneMode'],
    });
  }
  return findings;
};
