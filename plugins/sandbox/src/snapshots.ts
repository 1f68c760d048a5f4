import {join} from 'node:path'
import {makeFolder, type Runtime, UsageError} from '@osc-cli/core'
import {placeOf} from '#place'

/** The file of a snapshot; creates its folder. UsageError for a name that is not a file name. */
export function snapshotFile(runtime: Pick<Runtime, 'dataDir'>, name: string): string {
  if (!/^[\w][\w.-]*$/.test(name)) {
    throw new UsageError(`'${name}' is not a valid name for a snapshot.`, {
      hint: 'Use letters, digits, dots, dashes and underscores.',
    })
  }
  const {snapshots} = placeOf(runtime)
  makeFolder(snapshots, 0o700)
  return join(snapshots, `${name}.sqlite`)
}
