import type {Layer} from '#cloud/config/layer'
import {isNumber} from '#cloud/config/located'

/** Names and versions that YAML changed because they look like numbers: `2.10` became 2.1, `0123` became 83. */
export function rereadNumbers({settings, auth}: Layer): string[] {
  const versions = [...settings].filter(([key]) => /version$/.test(key))
  return [...versions, ...auth].flatMap(([key, {value, text, source}]) =>
    isNumber(value) && text !== undefined && text !== String(value)
      ? [`${source.name}: YAML reads ${key} as a number and changes it; put the value in quotes.`]
      : [],
  )
}
