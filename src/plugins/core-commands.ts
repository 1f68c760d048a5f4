/** The module of one of the core's own commands, `cache/show` for example: all of them are in the one bundle. */
export const loadCoreCommand = async (path: string): Promise<unknown> => await import(`../commands/${path}.ts`)
