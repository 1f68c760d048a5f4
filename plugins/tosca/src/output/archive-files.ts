import {asText, isObject, type Json} from '@osc-cli/core'
import type {Translated} from '#hot/translate'
import type {Csar} from '#read/csar'
import {pathIn} from '#read/external'
import {isUrl} from '#read/source'

/** The files of an archive that a translation refers to. The references then name their paths in the archive. */
export async function archiveFiles({main, nested}: Translated, csar: Csar): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  for (const template of [main, ...nested.values()])
    for (const holder of holdersIn(template)) {
      const file = asText(holder.get_file) ?? ''
      const path = isUrl(file) ? undefined : pathIn(csar, file, {file: ''})
      const content = path === undefined ? undefined : await csar.zip.read(path)
      if (path === undefined || content === undefined) continue
      holder.get_file = path
      files.set(path, content)
    }
  return files
}

/** The files that a translation refers to. */
export const namedFiles = ({main, nested}: Translated): string[] =>
  [main, ...nested.values()].flatMap(holdersIn).map((holder) => asText(holder.get_file) ?? '')

/** All `{get_file: ...}` in a template. */
function holdersIn(value: Json | undefined): {get_file?: Json | undefined}[] {
  if (Array.isArray(value)) return value.flatMap(holdersIn)
  if (!isObject(value)) return []
  return 'get_file' in value ? [value] : Object.values(value).flatMap(holdersIn)
}
