import fs from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'

/** Lets every write to an open file fail as on a full disk, as downloads do it; until `restore`. */
export function fillDisk(): {writes(): number; restore(): void} {
  const {write, writev, writeFileSync} = fs
  let writes = 0
  const failure = () => {
    writes += 1
    const error = new Error('ENOSPC: no space left on device, write')
    return Object.assign(error, {code: 'ENOSPC', errno: -28, syscall: 'write'})
  }
  const fail = (...parameters: unknown[]) => setImmediate(parameters.at(-1) as (error: Error) => void, failure())
  const failSync: typeof writeFileSync = (file, ...content) => {
    if (typeof file !== 'number') return writeFileSync(file, ...content)
    throw failure()
  }
  Object.assign(fs, {write: fail, writev: fail, writeFileSync: failSync})
  syncBuiltinESMExports()
  return {
    writes: () => writes,
    restore() {
      Object.assign(fs, {write, writev, writeFileSync})
      syncBuiltinESMExports()
    },
  }
}
