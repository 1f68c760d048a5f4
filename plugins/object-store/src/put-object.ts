import {type CommandContext, HttpError, isTransient, OscError, type Source, upload} from '@osc-cli/core'
import type {LocalFile} from '#local-files'
import {inContainer, pathOf, swift} from '#swift'

/** What a transfer needs of a command. */
export type Context = Pick<CommandContext, 'session' | 'runtime' | 'progress' | 'pause' | 'now' | 'note'>

/** The same without progress, for transfers in a batch, which reports its own. */
export const withoutProgress = (command: Context): Context => ({
  session: () => command.session(),
  runtime: command.runtime,
  progress: async () => {},
  pause: (seconds) => command.pause(seconds),
  now: () => command.now(),
  note: (message) => command.note(message),
})

/** Where an upload goes. */
export interface Destination {
  container: string
  name: string
  /** Leaves an existing object as it is. */
  onlyNew?: boolean
}

/** What was stored. */
export interface Stored {
  etag: string
  size: number
}

/** The header by which Swift refuses to replace an object. */
export const onlyNewHeader = ({onlyNew}: Destination): Record<string, string> => (onlyNew ? {'if-none-match': '*'} : {})

/** Uploads a file, a small one from memory, and verifies what was stored; undefined where the object exists already. */
export async function putFile(context: Context, file: LocalFile, to: Destination): Promise<Stored | undefined> {
  const content = file.content?.()
  if (!content) return await putObject(context, file.source, to)
  try {
    return await unlessKept(to, () => putContent(context, content, to))
  } catch (error) {
    if (!isTransient(error)) throw error
    await context.pause(1)
    // Streams are sent again several times, after longer and longer pauses.
    return await putObject(context, file.source, to)
  }
}

async function putContent(context: Context, body: Buffer, to: Destination): Promise<Stored> {
  const request = {method: 'PUT', path: pathOf(to.container, to.name), headers: onlyNewHeader(to), body} as const
  const answer = await inContainer(to.container, swift(context, request))
  const sent = process.getBuiltinModule('node:crypto').hash('md5', body)
  return {etag: verified(to.name, answer.headers.etag, sent), size: body.length}
}

/** Uploads a source and verifies what was stored; undefined where the object exists already. */
export async function putObject(context: Context, source: Source, to: Destination): Promise<Stored | undefined> {
  const headers = {
    ...onlyNewHeader(to),
    // With a length, a source that ends too early does not become an object.
    ...(source.size !== undefined && {'content-length': String(source.size)}),
  }
  const send = (body: NonNullable<Parameters<typeof swift>[1]['body']>) =>
    swift(context, {method: 'PUT', path: pathOf(to.container, to.name), headers, body})
  return await unlessKept(to, async () => {
    const uploading = upload(context, source, (body) => inContainer(to.container, send(body)), ['md5'])
    const {answer, digests, size} = await uploading
    return {etag: verified(to.name, answer.headers.etag, digests.md5), size}
  })
}

/** What was stored; undefined where an existing object is to be kept. */
async function unlessKept(to: Destination, put: () => Promise<Stored>): Promise<Stored | undefined> {
  try {
    return await put()
  } catch (error) {
    if (to.onlyNew && HttpError.is(error, 412)) return undefined
    throw error
  }
}

/** The ETag, which is the MD5 of what was stored. OscError when something else was sent. */
export function verified(name: string, etag = '', sent = ''): string {
  const stored = etag.replaceAll('"', '')
  if (stored === sent || !/^[0-9a-f]{32}$/.test(stored)) return etag
  throw new OscError(`Object ${name}: the MD5 checksum of the stored data is ${stored}, but ${sent} was sent.`, {
    hint: 'The data was damaged in transit or in storage. Upload it again.',
  })
}
