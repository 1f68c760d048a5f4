/** The path of the control routes, below the sandbox's URL; requests need the key of this sandbox. */
export const CONTROL = '/sandbox'
export const KEY_HEADER = 'x-sandbox-key'
