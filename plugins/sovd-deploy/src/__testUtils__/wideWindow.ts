/**
 * Makes the window 1440 pixels wide for media queries, which jsdom doesn't know. To be imported
 * before `@backstage/ui`, which looks once, when it is loaded; without it the window is a phone's.
 */
const WIDTH = 1440;

Object.defineProperty(window, 'matchMedia', {
  value: (query: string) => ({
    matches: WIDTH >= Number(/min-width: (\d+)/.exec(query)?.[1] ?? 0),
    media: query,
    addListener: () => {},
    removeListener: () => {},
    addEventListener: () => {},
    removeEventListener: () => {},
  }),
});

export {};
