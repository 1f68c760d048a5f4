/** The command lines in a text, which stand alone or after a colon, by the name that the program was called by. */
export const asCalled = (text: string, program: string): string =>
  text.replace(/(^ *|: )osc (?=[a-z-])/gm, `$1${program} `)
