import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  DialogTrigger,
} from '@backstage/ui';
import type { Change } from '@sovd/plugin-sovd-deploy-common';
import { toStopConsequence } from './toStopConsequence';
import styles from './changes.module.css';

interface StopDialogProps {
  change: Change;
  offReason?: string;
  isStopping?: boolean;
  onStop?: () => void;
}

/** Asks once more, and says what stopping does. */
export function StopDialog({
  change,
  offReason,
  isStopping,
  onStop,
}: StopDialogProps) {
  return (
    <DialogTrigger>
      <Button
        variant="secondary"
        destructive
        isDisabled={offReason !== undefined}
        isPending={isStopping}
      >
        Stop and go back
      </Button>
      <Dialog isDismissable={false}>
        <DialogHeader>Stop this change?</DialogHeader>
        <DialogBody>
          <p className={styles.plain}>{toStopConsequence(change)}</p>
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" slot="close">
            Let it run
          </Button>
          <Button
            variant="primary"
            destructive
            slot="close"
            onPress={() => onStop?.()}
          >
            Stop it now
          </Button>
        </DialogFooter>
      </Dialog>
    </DialogTrigger>
  );
}
