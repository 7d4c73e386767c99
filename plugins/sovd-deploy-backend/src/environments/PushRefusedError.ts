import { CustomErrorBase } from '@backstage/errors';

/** The Git host takes no commit on a branch from the portal, however often it is asked. */
export class PushRefusedError extends CustomErrorBase {}
