import {chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import type {ConfigInput} from '#cloud/config/types'
import type {ConfigCase} from './cases.ts'

export type CaseInput = Pick<ConfigCase, 'files' | 'env' | 'options'> & {modes?: Readonly<Record<string, number>>}

/** No entry, but a file, so that nothing of the machine's own is found. */
const NO_CLOUDS = {'work/clouds.yaml': 'clouds: {}\n'}

/** Writes the files of a case into a folder of their own; files are readable by their owner alone unless `modes` says more. */
export async function inPlace<T>(given: CaseInput, use: (input: ConfigInput, root: string) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'osc-config-'))
  for (const folder of ['work', 'home', 'site']) mkdirSync(join(root, folder))
  try {
    for (const [path, text] of Object.entries(given.files ?? NO_CLOUDS)) {
      mkdirSync(dirname(join(root, path)), {recursive: true})
      writeFileSync(join(root, path), text)
      chmodSync(join(root, path), given.modes?.[path] ?? 0o600)
    }
    const env = Object.entries({XDG_CONFIG_DIRS: '$ROOT/site', ...given.env})
    const options = given.options ?? {}
    const input = {options, cwd: join(root, 'work'), home: join(root, 'home')}
    return await use({...input, env: Object.fromEntries(env.map(([name, value]) => [name, atRoot(value, root)]))}, root)
  } finally {
    rmSync(root, {recursive: true, force: true})
  }
}

export const atRoot = (text: string, root: string): string => text.replaceAll('$ROOT', root)
