import fs from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'

/** Lets every write to an open file fail as on a full disk, as downloads do it; until `restore`. */
export function fillDisk(): {writes(): number; restore(): void} {
  const write = fs.writeFileSync
  let writes = 0
  fs.writeFileSync = (file, ...content) => {
    if (typeof file !== 'number') return write(file, ...content)
    writes += 1
    const error = new Error('ENOSPC: no space left on device, write')
    throw Object.assign(error, {code: 'ENOSPC', errno: -28, syscall: 'write'})
  }
  syncBuiltinESMExports()
  return {
    writes: () => writes,
    restore() {
      fs.writeFileSync = write
      syncBuiltinESMExports()
    },
  }
}
