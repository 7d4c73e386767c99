/** Reads a file of the environment's commit; undefined when it isn't there. */
export type ReadFile = (file: string) => Promise<string | undefined>;
