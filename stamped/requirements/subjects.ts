/** What the letters of the ids stand for, and how many demands each has. */
export const subjects = {
  H: { title: 'Chart', count: 115 },
  T: { title: 'Cloud resources', count: 82 },
  R: { title: 'Operation, pipelines and guides', count: 65 },
  M: { title: 'Database migrations', count: 53 },
  D: { title: 'Images', count: 61 },
} as const;

/** Every id there is. */
export const requirementIds = Object.entries(subjects).flatMap(
  ([letter, { count }]) =>
    Array.from(
      { length: count },
      (_, index) => `${letter}${String(index + 1).padStart(3, '0')}`,
    ),
);
