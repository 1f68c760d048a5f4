/** One text of several; a part gets its full stop where another sentence follows. */
export const sentences = (...parts: readonly (string | undefined)[]): string =>
  parts
    .filter((part) => part !== undefined && part !== '')
    .join('\u0000')
    .replaceAll(/([\w)\]'"])\u0000(?=[A-Z])/g, '$1. ')
    .replaceAll('\u0000', ' ')
