import {posix} from 'node:path'
import {HttpError, isFailure} from '@osc-cli/core'
import type {Faults} from '#faults'
import type {Node, Operation, Template} from '#model/model'
import {operationCalled, operationOf} from '#model/workflow-activities'
import type {Csar} from '#read/csar'
import {type Files, isUrl, Missing, type Reading} from '#read/source'
import {type Place, placeOf} from '#yaml/places'

/** A file that an operation or artifact names. */
interface Reference {
  file: string
  place: Place
}

/** Checks that what the operations and artifacts of an archive name is in the archive, or on the web unless `offline`. */
export async function checkReferences(
  csar: Csar,
  {nodes}: Template,
  faults: Faults,
  reading: Pick<Reading, 'download'>,
  offline: boolean,
): Promise<void> {
  for (const {file, place} of nodes.flatMap(referencesOf)) {
    if (isUrl(file)) {
      const problem = offline ? undefined : await problemOf(file, reading)
      if (problem !== undefined) faults.add(place, `${file} cannot be read: ${problem}`)
    } else if (pathIn(csar, file, place) === undefined) faults.add(place, `the archive has no file ${file}`)
  }
}

/** Checks that the scripts of operations can be read. Only for workflows a missing one is a fault: Heat templates name the file. */
export async function checkScripts(template: Template, faults: Faults): Promise<void> {
  const {files, location, nodes} = template
  const called = calledOperations(template)
  for (const node of nodes)
    for (const operation of operationsOf(node)) {
      const {implementation, place} = operation
      if (implementation === undefined) continue
      const file = node.artifacts.get(implementation)?.file ?? implementation
      const problem = isUrl(file) ? undefined : await missing(files, files.resolve(location, file))
      if (problem === undefined || faults.has(place)) continue
      const message = `${file} cannot be read: ${problem}`
      if (called.has(operation)) faults.add(place, message)
      else faults.note(place, message)
    }
}

/** The operations that workflows call. */
const calledOperations = ({nodeNamed, workflows}: Template): ReadonlySet<Operation | undefined> =>
  new Set(
    workflows
      .flatMap(({steps}) => steps)
      .flatMap((step) =>
        step.nodes
          .flatMap((name) => nodeNamed.get(name) ?? [])
          .flatMap((node) =>
            step.activities
              .filter(({kind}) => kind === 'call_operation')
              .map((activity) => operationOf(node, operationCalled(activity), step)),
          ),
      ),
  )

/** Of a node, and of its relationships to others. */
const operationsOf = ({operations, requirements}: Node): Operation[] => [
  ...operations.values(),
  ...requirements.flatMap(({relationship}) => relationship?.operations ?? []),
]

/** Why a file cannot be read. */
async function missing(files: Files, location: string): Promise<string | undefined> {
  try {
    await files.read(location)
    return undefined
  } catch (cause) {
    if (cause instanceof Missing) return cause.message
    throw cause
  }
}

const referencesOf = (node: Node): Reference[] => {
  const {artifacts, body} = node
  return [
    ...operationsOf(node).flatMap(({implementation, place}): Reference[] =>
      implementation === undefined || artifacts.has(implementation) ? [] : [{file: implementation, place}],
    ),
    ...[...artifacts.values()]
      .filter(({typeName}) => !/ansiblegalaxy/i.test(typeName))
      .map(({file, body: own}) => ({file, place: typeof own === 'object' ? placeOf(own) : placeOf(body.artifacts)})),
  ]
}

/** Where a file is in an archive: relative to the file that names it, to the template, or to the archive. */
export function pathIn({zip, entry}: Csar, file: string, {file: shown}: Pick<Place, 'file'>): string | undefined {
  const candidates = [entry, '']
  const from = [...zip.names].find((name) => shown.endsWith(`/${name}`))
  return [from ?? entry, ...candidates]
    .map((base) => posix.join(posix.dirname(base), file))
    .find((path) => zip.names.has(path))
}

async function problemOf(url: string, {download}: Pick<Reading, 'download'>): Promise<string | undefined> {
  try {
    const body = await download(url)
    body.destroy()
    return undefined
  } catch (cause) {
    if (cause instanceof HttpError) return `HTTP ${cause.failure.status}`
    if (isFailure(cause)) return cause.message.replace(/\.$/, '')
    throw cause
  }
}
