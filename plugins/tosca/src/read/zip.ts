import type {Entry, ZipFile} from 'yauzl'
import {TemplateError} from '#faults'
import {collect, SMALLER, wholeFile} from '#read/source'

const MAX_ENTRIES = 10_000
const MOST_MEBIBYTES_OF_ENTRY = 64
const MAX_TOTAL_BYTES = 256 * 1024 * 1024
/** Text compresses to a tenth; deflate's best is about a thousandth. */
const MAX_RATIO = 200
/** Small files may have any ratio. */
const ALWAYS_FINE_BYTES = 1024 * 1024

/** The files of a zip archive. Nothing is written to the disk. */
export interface Zip {
  names: ReadonlySet<string>
  /** Content of a file; undefined when there is no such file. */
  read(name: string): Promise<Buffer | undefined>
}

/** Whether bytes begin as a zip archive does, also one without entries. */
export const isZip = (bytes: Uint8Array): boolean =>
  /^PK(?:\x03\x04|\x05\x06)/.test(Buffer.from(bytes.subarray(0, 4)).toString('latin1'))

/** Reads the directory of an archive. TemplateError when it is damaged, names files outside itself, or would expand too far. */
export async function openZip(bytes: Buffer, file: string): Promise<Zip> {
  const {fromBuffer} = (await import('yauzl')).default
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(bytes, {lazyEntries: true, autoClose: false, strictFileNames: true}, (error, opened) =>
      error ? reject(refused(file, error)) : resolve(opened),
    )
  })
  const entries = await entriesOf(zip, file)
  return {
    names: new Set(entries.keys()),
    async read(name) {
      const entry = entries.get(name)
      if (entry === undefined) return undefined
      const stream = await new Promise<AsyncIterable<Uint8Array>>((resolve, reject) => {
        zip.openReadStream(entry, (error, opened) => (error ? reject(refused(file, error)) : resolve(opened)))
      })
      try {
        return await collect(stream, `${file}/${name}`, MOST_MEBIBYTES_OF_ENTRY)
      } catch (cause) {
        throw cause instanceof TemplateError ? cause : refused(file, cause)
      }
    },
  }
}

function entriesOf(zip: ZipFile, file: string): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  let total = 0
  return new Promise((resolve, reject) => {
    if (zip.entryCount > MAX_ENTRIES) {
      reject(wholeFile(file, `the archive has more than ${MAX_ENTRIES} entries`, SMALLER))
      return
    }
    zip.on('error', (error: Error) => reject(refused(file, error)))
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      total += entry.uncompressedSize
      const problem = problemOf(entry, total)
      if (problem !== undefined) {
        reject(wholeFile(file, problem, isLink(entry) ? NO_LINK : SMALLER))
        return
      }
      if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

const NO_LINK = {hint: 'Replace the link with a copy of the file it leads to.'}

const isLink = ({externalFileAttributes}: Entry): boolean => ((externalFileAttributes >>> 16) & 0o170000) === 0o120000

function problemOf(entry: Entry, total: number): string | undefined {
  const {fileName, uncompressedSize, compressedSize} = entry
  if (isLink(entry)) return `entry ${fileName} is a symbolic link`
  if (uncompressedSize > MOST_MEBIBYTES_OF_ENTRY * 2 ** 20)
    return `entry ${fileName} is larger than ${MOST_MEBIBYTES_OF_ENTRY} MiB`
  if (uncompressedSize > ALWAYS_FINE_BYTES && uncompressedSize > compressedSize * MAX_RATIO)
    return `entry ${fileName} expands to more than ${MAX_RATIO} times its size`
  if (total > MAX_TOTAL_BYTES) return `the archive expands to more than ${MAX_TOTAL_BYTES / 1024 / 1024} MiB`
  return undefined
}

function refused(file: string, cause: unknown): TemplateError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return wholeFile(file, `the archive cannot be read: ${reason}`, {cause, hint: 'Create the archive again.'})
}
