import type {ReadContext} from '../../../src/template/process.ts'

/** Reads local files only. */
export const offline = (cwd: string): ReadContext => ({
  cwd,
  download: (url) => Promise.reject(new Error(`${url} must not be downloaded`)),
  session: () => Promise.reject(new Error('no session is needed')),
})
