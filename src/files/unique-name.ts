/** Twelve hex digits that hardly anybody else picks: for names of files, not for secrets. node:crypto would cost each failure some ms. */
export const uniqueHex = (): string =>
  Math.floor(Math.random() * 2 ** 48)
    .toString(16)
    .padStart(12, '0')
