import { useCallback, useEffect } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { BgProvider } from '@backstage/ui';
import { sovdDeployApiRef } from '../api';
import { valueOf } from '../kit/ShownPart';
import { useLive } from '../kit/useLive';
import { TargetChoice } from './TargetChoice';
import { toTargetsPart } from './toTargetsPart';

/** The targets that this portal is configured for, as a field of the form. */
export function TargetField({
  formData,
  onChange,
  schema,
  rawErrors,
  required,
  disabled,
}: FieldExtensionComponentProps<string>) {
  const api = useApi(sovdDeployApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.listTargets({ signal }),
    [api],
  );
  const { live, refresh } = useLive(load);
  const part = toTargetsPart(live);

  const targets = valueOf(part) ?? [];
  const only = targets.length === 1 ? targets[0].name : undefined;
  useEffect(() => {
    // The form doesn't validate a field without a value, so a default must be one.
    if (only && !formData) onChange(only);
  }, [only, formData, onChange]);

  return (
    // The form stands on Material paper, which BUI knows nothing of: white on white without this.
    <BgProvider bg="neutral-1">
      <TargetChoice
        part={part}
        label={schema.title ?? 'Target'}
        description={schema.description}
        value={formData}
        onChange={onChange}
        isRequired={required}
        isDisabled={disabled}
        errors={rawErrors}
        onRetry={refresh}
      />
    </BgProvider>
  );
}
