import { useCallback, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { sovdDeployApiRef } from '../api';
import { failureOf } from '../kit/failure';

/** Asks for the end of a change. */
export function useStop(id: string, onAsked: () => void) {
  const api = useApi(sovdDeployApiRef);
  const [isStopping, setStopping] = useState(false);
  const [stopFailure, setFailure] = useState<string>();
  const onStop = useCallback(async () => {
    setFailure(undefined);
    setStopping(true);
    try {
      await api.abortChange(id);
      onAsked();
    } catch (error) {
      setFailure(`It runs on. ${failureOf(error).reason}`);
    } finally {
      setStopping(false);
    }
  }, [api, id, onAsked]);
  return { isStopping, stopFailure, onStop };
}
