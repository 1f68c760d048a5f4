/** Where a sandbox is steered, below its own URL; only who has the key may. */
export const CONTROL = '/sandbox'
export const KEY_HEADER = 'x-sandbox-key'
