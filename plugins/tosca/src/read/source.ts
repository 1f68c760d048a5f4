import {collectLimited, NotUtf8Error, type Runtime, TooLargeError, utf8Text} from '@osc-cli/core'
import {TemplateError} from '#faults'

/** Beyond this size no template is read: parsing would take too long. */
export const MOST_MEBIBYTES = 1

/** Beyond this size no archive is read. */
export const MOST_MEBIBYTES_OF_ARCHIVE = 64

/** What reading needs of a command. */
export type Reading = Pick<Runtime, 'cwd' | 'download'>

/** A set of files that refer to each other: a folder, a web site, an archive. */
export interface Files {
  /** Resolves a reference in a file to a location. TemplateError-free: what is wrong with it shows when it is read. */
  resolve(from: string, reference: string): string
  /** Whether there is a file, as far as that is known without reading it. */
  has(location: string): boolean
  /** A location as a reference in another file. */
  relative(from: string, location: string): string
  /** Text of a file. A `Missing` when there is none. */
  read(location: string): Promise<string>
  /** The location for people. */
  display(location: string): string
}

/** A file that is not there; who refers to it knows the place to report. */
export class Missing extends Error {}

export const isUrl = (text: string): boolean => /^https?:\/\//i.test(text)

/** UTF-8 without a byte order mark. */
export function textOf(bytes: Uint8Array, file: string): string {
  try {
    return utf8Text(bytes)
  } catch (cause) {
    if (!(cause instanceof NotUtf8Error)) throw cause
    throw wholeFile(file, `the file is ${cause.message}`, {cause, hint: 'Save it as UTF-8.'})
  }
}

export const wholeFile = (file: string, message: string, details: {hint: string; cause?: unknown}): TemplateError =>
  new TemplateError([{place: {file, line: 0, column: 0}, message}], details)

/** The advice where a file is too large. */
export const SMALLER = {hint: 'Split it, or remove what the template does not need.'}

/** The content of a stream, up to a limit in mebibytes. */
export async function collect(body: AsyncIterable<Uint8Array>, file: string, mebibytes: number): Promise<Buffer> {
  try {
    return await collectLimited(body, mebibytes)
  } catch (cause) {
    if (cause instanceof TooLargeError) throw tooLarge(file, mebibytes)
    throw cause
  }
}

export const tooLarge = (file: string, mebibytes: number): TemplateError =>
  wholeFile(file, `the file is larger than ${mebibytes} MiB`, SMALLER)
