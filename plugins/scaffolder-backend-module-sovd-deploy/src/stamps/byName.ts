/** Orders by a name's code units, which no language of a machine changes. */
export function byName<T>(nameOf: (item: T) => string) {
  return (one: T, other: T): number => {
    const [left, right] = [nameOf(one), nameOf(other)];
    if (left === right) return 0;
    return left < right ? -1 : 1;
  };
}
