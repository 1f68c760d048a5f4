import {posix} from 'node:path'
import {Readable} from 'node:stream'
import {HttpError} from '@osc-cli/core'
import {faultText} from '#faults'
import {loadTemplate} from '#model/load'
import {type Files, Missing} from '#read/source'

/** A downloader that knows these URLs, and answers 404 for others. */
export const webOf =
  (pages: Readonly<Record<string, string>>) =>
  async (url: string): Promise<Readable> => {
    const page = pages[url]
    if (page === undefined) throw new HttpError('not found', {status: 404, url, method: 'GET'})
    return Readable.from([Buffer.from(page)])
  }

/** Files in memory. */
export function filesOf(texts: Readonly<Record<string, string>>): Files {
  return {
    resolve: (from, reference) => posix.join(posix.dirname(from), reference),
    has: (location) => texts[location] !== undefined,
    relative: (from, location) => posix.relative(posix.dirname(from), location),
    read: async (location) => texts[location] ?? Promise.reject(new Missing('no such file')),
    display: (location) => location,
  }
}

/** The faults of a template, as texts. */
export async function faultsOf(
  texts: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  const {faults} = await loadTemplate(filesOf(texts), 'main.yaml', values)
  return faults.all.map(faultText)
}
