import {posix} from 'node:path'
import {asObject, asText, isObject} from '@osc-cli/core'
import {TemplateError} from '#faults'
import {type Files, isUrl, Missing, MOST_MEBIBYTES, textOf, tooLarge, wholeFile} from '#read/source'
import {openZip, type Zip} from '#read/zip'
import {parseYaml} from '#yaml/parse'
import {placeOfValue} from '#yaml/places'

const META = 'TOSCA-Metadata/TOSCA.meta'

const ADD_META = {hint: `Add ${META} with the key Entry-Definitions.`}

/** An archive with a service template. */
export interface Csar {
  zip: Zip
  /** The file that the archive begins with. */
  entry: string
  files: Files
}

/** Opens an archive. Its files refer to each other, and to the web, but not to files outside the archive. */
export async function openCsar(bytes: Buffer, file: string, web: Files): Promise<Csar> {
  const zip = await openZip(bytes, file)
  const display = (location: string): string => (isUrl(location) ? web.display(location) : `${file}/${location}`)
  const files: Files = {
    resolve: (from, reference) => {
      if (isUrl(reference) || isUrl(from)) return web.resolve(from, reference)
      const beside = posix.join(posix.dirname(from), reference)
      const atRoot = posix.normalize(reference)
      return !zip.names.has(beside) && zip.names.has(atRoot) ? atRoot : beside
    },
    has: (location) => zip.names.has(location),
    relative: (from, location) => (isUrl(location) ? location : posix.relative(posix.dirname(from), location)),
    async read(location) {
      if (isUrl(location)) return await web.read(location)
      if (/^(?:\/|\.\.(?:\/|$))/.test(location)) throw new Missing('the path leads out of the archive')
      const content = await zip.read(location)
      if (content === undefined) throw new Missing('the archive has no such file')
      if (content.length > MOST_MEBIBYTES * 2 ** 20) throw tooLarge(display(location), MOST_MEBIBYTES)
      return textOf(content, display(location))
    },
    display,
  }
  return {
    zip,
    files,
    entry: zip.names.has(META) ? await entryOfMeta(files, zip, display(META)) : await entryAtRoot(files, zip, file),
  }
}

/** The file that TOSCA.meta names. */
async function entryOfMeta(files: Files, zip: Zip, file: string): Promise<string> {
  // Blocks of the file beyond the first one describe single files; they follow an empty line.
  const [block = ''] = (await files.read(META))
    .replaceAll('\r', '')
    .trimStart()
    .split(/\n\s*\n/)
  const meta = await parseYaml(block, file)
  if (!isObject(meta))
    throw wholeFile(file, 'the file does not have lines of the form `Key: value`', {
      hint: 'Write one key and its value on each line.',
    })
  const required = ['TOSCA-Meta-File-Version', 'CSAR-Version', 'Created-By', 'Entry-Definitions']
  const missing = required.filter((key) => asText(meta[key]) === undefined)
  if (missing.length > 0) throw wholeFile(file, `required: ${missing.join(', ')}`, {hint: 'Add these keys.'})
  const entry = String(meta['Entry-Definitions'])
  if (zip.names.has(entry)) return entry
  throw new TemplateError([
    {place: placeOfValue(meta, 'Entry-Definitions'), message: `the archive has no file ${entry}`},
  ])
}

/** Without TOSCA.meta: the only YAML file at the top, which names its template and version. */
async function entryAtRoot(files: Files, zip: Zip, file: string): Promise<string> {
  const candidates = [...zip.names].filter((name) => /^[^/]+\.ya?ml$/.test(name))
  const [entry] = candidates
  if (entry === undefined || candidates.length > 1) {
    throw wholeFile(
      file,
      `the archive has no ${META}, and ${candidates.length} YAML files at the top instead of one`,
      ADD_META,
    )
  }
  const metadata = asObject(asObject(await parseYaml(await files.read(entry), files.display(entry), () => {})).metadata)
  if (asText(metadata.template_name) !== undefined && asText(metadata.template_version) !== undefined) return entry
  throw wholeFile(
    file,
    `the archive has no ${META}, and ${entry} has no template_name and template_version in its metadata`,
    ADD_META,
  )
}
