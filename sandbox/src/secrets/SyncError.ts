/** The secret can't be synced; the text becomes the message of the condition `Ready`. */
export class SyncError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SyncError';
  }
}
