import {Readable} from 'node:stream'
import type {ReadContext} from '../../../src/template/process.ts'

/** Reads local files and this standard input only. */
export const offline = (cwd: string, stdin = ''): ReadContext => ({
  cwd,
  stdin: () => Readable.from([stdin]),
  download: (url) => Promise.reject(new Error(`${url} must not be downloaded`)),
  session: () => Promise.reject(new Error('no session is needed')),
})
