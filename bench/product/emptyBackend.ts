import { createBackend } from '@backstage/backend-defaults';
import { addBackstage } from '../../packages/backend/src/addBackstage';

/** The portal's backend without what is ours: what our plugins add is counted from here. */
const backend = createBackend();

addBackstage(backend);

backend.start();
