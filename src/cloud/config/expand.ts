import type {Json} from '#json'

type Values = Readonly<Record<string, Json>>

/**
 * Fills in other settings as Python's str.format does: `https://{region_name}.example.org`; doubled braces are single
 * ones. A name that is not a setting stays as it is: `{project_id}` is known only after log-in.
 */
export function expand(value: Json, settings: Values): Json {
  if (typeof value !== 'string') return value
  return value.replace(/\{\{|\}\}|\{(\w+)\}/g, (whole, name: string | undefined) => {
    if (name === undefined) return whole.slice(1)
    const setting = settings[name]
    return typeof setting === 'string' ? setting : whole
  })
}

export const expandAll = (values: Values, settings: Values): Record<string, Json> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, expand(value, settings)]))
