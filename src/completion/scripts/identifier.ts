/** A program's name as a part of the name of a shell function. */
export const identifier = (program: string): string => program.replaceAll(/[^A-Za-z0-9_]/g, '_')
