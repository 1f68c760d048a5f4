import {after} from 'mocha'
import {api} from './api.ts'

/** Deletes these paths of a service after the tests of the surrounding `describe`, the last first; what is gone already is fine. */
export function cleanPaths(service: string): (path: string) => void {
  const paths: string[] = []
  after(async function undo() {
    this.timeout(120_000)
    const failures: string[] = []
    for (const path of paths.reverse()) {
      const {status} = await api(service, 'DELETE', path)
      if (status !== 204 && status !== 404) failures.push(`${path}: ${status}`)
    }
    if (failures.length > 0) throw new Error(`Left behind:\n${failures.join('\n')}`)
  })
  return (path) => void paths.push(path)
}
