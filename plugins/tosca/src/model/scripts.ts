import {isObject} from '@osc-cli/core'
import type {Document} from '#model/documents'
import type {Template} from '#model/model'
import {isUrl} from '#read/source'
import {placeOf} from '#yaml/places'

/**
 * A script that an imported file names may be beside that file. The Heat template and the workbook know only the main file, so
 * it is named from there.
 */
export function locateScripts({files, location, nodes}: Template, documents: readonly Document[]): void {
  const locations = new Map(documents.map((document) => [files.display(document.location), document.location]))
  const located = (reference: string, namedIn: string): string => {
    const from = locations.get(namedIn)
    if (from === undefined || from === location || isUrl(reference)) return reference
    const beside = files.resolve(from, reference)
    const isBeside = files.has(beside) && !files.has(files.resolve(location, reference))
    return isBeside ? files.relative(location, beside) : reference
  }
  for (const {operations, artifacts, requirements} of nodes) {
    const ofRelationships = requirements.flatMap(({relationship}) => relationship?.operations ?? [])
    for (const operation of [...operations.values(), ...ofRelationships])
      if (operation.implementation !== undefined && !artifacts.has(operation.implementation))
        operation.implementation = located(operation.implementation, operation.place.file)
    for (const artifact of artifacts.values())
      if (isObject(artifact.body)) artifact.file = located(artifact.file, placeOf(artifact.body).file)
  }
}
