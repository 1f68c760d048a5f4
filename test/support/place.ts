import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {giveCompiled, keepCompiled} from './compiled.ts'
import {program} from './program.ts'
import {quote} from './quote.ts'

/** Folders of its own for a run of osc or openstack: nothing of the user's is read, nothing is left behind. */
export interface Place {
  root: string
  home: string
  cache: string
  data: string
  /** Where commands run by default; files of a test go here. */
  work: string
  /** First on PATH; holds `osc`. */
  bin: string
  /** How osc is started here. */
  program: readonly string[]
}

/** `started`: how osc is started; default: this repository's, built. */
export function makePlace(started: readonly string[] = program()): Place {
  const root = mkdtempSync(join(tmpdir(), 'osc-test-'))
  const at = (name: string) => join(root, name)
  const folders = {root, home: at('home'), cache: at('cache'), data: at('data'), work: at('work'), bin: at('bin')}
  for (const folder of Object.values(folders)) mkdirSync(folder, {recursive: true})
  giveCompiled(folders.cache)
  writeFileSync(join(folders.bin, 'osc'), `#!/bin/sh\nexec ${started.map(quote).join(' ')} "$@"\n`, {mode: 0o755})
  return {...folders, program: started}
}

export function removePlace(place: Place): void {
  keepCompiled(place.cache)
  rmSync(place.root, {recursive: true, force: true})
}

type Extra = Readonly<Record<string, string | undefined>>

/**
 * The environment of a command in `place`: nothing from outside but PATH and where coverage is collected, so no OS_*,
 * proxy or colour setting of the caller is seen. Names with the value undefined are left out.
 */
export function cleanEnv(place: Place, extra: Extra = {}): Record<string, string> {
  const {PATH = '', NODE_V8_COVERAGE} = process.env
  const env: Extra = {
    PATH: [place.bin, dirname(process.execPath), PATH].join(':'),
    HOME: place.home,
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    OSC_CACHE_DIR: place.cache,
    OSC_DATA_DIR: place.data,
    NODE_V8_COVERAGE,
    ...extra,
  }
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
