import {asObject, type Json} from '@osc-cli/core'
import {SandboxFailure} from '@osc-cli/core/sandbox'
import {circleIn} from '#sandbox/engine/graph'
import type {View} from '#sandbox/engine/view'
import {invalidReference} from '#sandbox/failures'
import {callOf, referencesIn} from '#sandbox/template/functions'

/** Rejects references to resources that are not in the template, and cycles of references. */
export function checkReferences(view: View): void {
  const {template, definitions, scope} = view
  for (const {name, dependsOn, properties} of definitions.values()) {
    const missing = dependsOn.find((other) => !template.resources.has(other))
    if (missing !== undefined) throw invalidReference(`The specified reference "${missing}" (in ${name}) is incorrect.`)
    for (const [key, value] of Object.entries(properties))
      for (const other of referencesIn(value, scope))
        if (!template.resources.has(other))
          throw invalidReference(
            `The specified reference "${other}" (in ${placeOf(other, value ?? null, `${name}.Properties.${key}`, view)}) is incorrect.`,
          )
  }
  const circle = circleIn(new Map([...definitions.keys()].map((name) => [name, view.requires(name)])))
  if (circle)
    throw new SandboxFailure(400, `Circular Dependency Found: ${circle.join(' -> ')}`, {
      type: 'CircularDependencyException',
    })
}

/** The path of a reference inside a value, through lists and maps; a function counts as its value. */
function placeOf(name: string, value: Json, path: string, view: View): string {
  if (callOf(value, view.template)) return path
  if (Array.isArray(value)) {
    const at = value.findIndex((item) => referencesIn(item, view.scope).includes(name))
    return at < 0 ? path : placeOf(name, value[at] ?? null, `${path}[${at}]`, view)
  }
  const inside = Object.entries(asObject(value)).find(([, part]) => referencesIn(part, view.scope).includes(name))
  return inside ? placeOf(name, inside[1] ?? null, `${path}.${inside[0]}`, view) : path
}
