import {readSource} from '@osc-cli/core'

/** The content of a file in base64, as Nova takes user data. */
export const base64 = async (file: string, cwd: string): Promise<string> =>
  (await readSource(file, {cwd})).toString('base64')
