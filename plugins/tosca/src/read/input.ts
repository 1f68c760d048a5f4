import {resolve} from 'node:path'
import {type Csar, openCsar} from '#read/csar'
import {openFiles} from '#read/disk'
import {type Files, isUrl, Missing, MOST_MEBIBYTES, type Reading, textOf, tooLarge, wholeFile} from '#read/source'
import {isZip} from '#read/zip'

/** A template that was named on the line. */
export interface Input {
  files: Files
  /** Where the template is among the files. */
  location: string
  /** The archive that it comes from. */
  csar?: Csar
}

/** Opens a template: a file or URL, of YAML or of a CSAR archive. TemplateError when it cannot be read. */
export async function openInput(source: string, reading: Reading): Promise<Input> {
  const files = openFiles(reading)
  const location = isUrl(source) ? source : resolve(reading.cwd, source.replace(/^file:\/\//, ''))
  const name = files.display(location)
  const isArchiveName = /\.(?:zip|csar)$/i.test(name)
  const bytes = await files.bytes(location).catch((cause: unknown) => {
    if (cause instanceof Missing)
      throw wholeFile(name, `the file cannot be read: ${cause.message}`, {cause, hint: 'Check the path.'})
    throw cause
  })
  if (!isZip(bytes)) {
    if (isArchiveName)
      throw wholeFile(name, 'the file is not a zip archive', {
        hint: 'Use a CSAR archive, or a YAML file with another name.',
      })
    if (bytes.length > MOST_MEBIBYTES * 2 ** 20) throw tooLarge(name, MOST_MEBIBYTES)
    // A pipe can be read only once.
    const read = async (at: string) => (at === location ? textOf(bytes, name) : await files.read(at))
    return {files: {...files, read}, location}
  }
  const csar = await openCsar(bytes, name, files)
  return {files: csar.files, location: csar.entry, csar}
}
