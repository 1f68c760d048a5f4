import {randomBytes} from 'node:crypto'
import {type CommandContext, OscError, readText, UsageError} from '@osc-cli/core'
import {onContainer, swift, type WithSession} from '#swift'

/** The key in a file, without the line end after it. */
export async function keyInFile(path: string, {runtime}: Pick<CommandContext, 'runtime'>): Promise<string> {
  const key = (await readText(path, runtime)).replace(/\r?\n$/, '')
  if (key !== '') return key
  throw new UsageError(`File ${path} is empty.`, {hint: 'Write the key for temporary URLs into it.'})
}

/** A key that is already set: that of the container, which gives access to less, or else that of the account. */
export async function storedKey(command: WithSession, container: string): Promise<string | undefined> {
  const {headers} = await onContainer(command, container, {method: 'HEAD'})
  return keyIn(headers, 'container') ?? keyIn((await swift(command, {method: 'HEAD', path: ''})).headers, 'account')
}

const keyIn = (headers: Readonly<Record<string, string>>, owner: 'container' | 'account'): string | undefined =>
  ['temp-url-key', 'temp-url-key-2'].map((name) => headers[`x-${owner}-meta-${name}`]).find(Boolean)

/** Sets a random key on the container. */
export async function createKey(command: WithSession, container: string): Promise<string> {
  const key = randomBytes(32).toString('hex')
  await onContainer(command, container, {method: 'POST', headers: {'x-container-meta-temp-url-key': key}})
  return key
}

/** For a container without a key; the hint does not put one on a command line, which other users and the history see. */
export const noKey = (container: string): OscError =>
  new OscError(`Container '${container}' and its account do not have a key for temporary URLs that you may read.`, {
    hint: 'Set a random key on the container with --create-key, or name a file that has the key with --key-file.',
  })
