/**
 * What the bundle of the core gives: the program, and two sets of names that are evaluated only when somebody imports them.
 * The build makes a file of each: dist/index.js for plugins, dist/inner.js for the core itself.
 */
export {main} from '#main'
export const sdk = () => import('#sdk')
export const inner = () => import('#bundle/inner')
