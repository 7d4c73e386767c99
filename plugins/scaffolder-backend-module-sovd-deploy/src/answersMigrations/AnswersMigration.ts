/** How the answers to one version's questions become answers to the next one's. */
export interface AnswersMigration {
  /** Version of the template that asks the new questions. */
  to: string;
  /**
   * Pure. Keeps what the team chose, and answers a new question only where the older
   * version had decided it; all others take the defaults of tier and target.
   */
  migrate(answers: Record<string, unknown>): Record<string, unknown>;
}
