import {entryOf} from '#cloud/config/clouds-file'
import {isList, isMap, type LocatedMap} from '#cloud/config/located'
import type {ReadFile} from '#cloud/config/read-file'
import {isSecretKey} from '#cloud/config/secret-keys'

const OTHERS_READ = 0o044

/** One line for each file that holds a secret of this cloud and that other users can read. */
export function exposedSecrets(files: readonly ReadFile[], cloud: string): string[] {
  if (process.platform === 'win32') return []
  return files.flatMap((file) => {
    const secret = (file.mode & OTHERS_READ) === 0 ? undefined : secretIn(entryOf(file, cloud))
    if (!secret) return []
    const mode = `0${file.mode.toString(8)}`
    const path = /^[\w./~-]+$/.test(file.name) ? file.name : `'${file.path.replaceAll("'", "'\\''")}'`
    return [`${secret} in ${file.name} is readable by other users (mode ${mode}). Fix: chmod 600 ${path}`]
  })
}

/** The first key that holds a secret: `auth.password`. */
function secretIn(entry: LocatedMap): string | undefined {
  for (const [key, {value}] of entry) {
    const inner = isMap(value) ? [value] : isList(value) ? value.map((item) => item.value).filter(isMap) : []
    for (const map of inner) {
      const found = secretIn(map)
      if (found) return `${key}.${found}`
    }
    if (inner.length === 0 && value !== null && value !== '' && isSecretKey(key)) return key
  }
  return undefined
}
