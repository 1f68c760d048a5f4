/** Verbs that take something away. Advice names them only where the line asked for one. */
const DESTRUCTIVE = new Set([
  'abandon',
  'cancel',
  'cleanup',
  'clear',
  'delete',
  'purge',
  'remove',
  'reset',
  'revoke',
  'suspend',
  'uninstall',
  'unset',
])

/** The verb of a command that takes something away; undefined for any other command. */
export const destructiveVerb = (id: string): string | undefined => id.split(' ').find((word) => DESTRUCTIVE.has(word))
