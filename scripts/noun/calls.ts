import {serviceType} from '#cloud/service-types'
import type {Style} from './style.ts'
import {pathWith} from './style.ts'

/** The requests of a verb, as help and the test of calls have them. */
export function callsOf(verb: string, style: Style): string[] {
  const collection = `${versionOf(style.service)}${pathWith(style, (param) => `{${param}}`)}`
  const one = `${collection}/{${style.by === 'path' ? 'name' : 'id'}}`
  const lookUp = style.by === undefined ? [`GET ${collection}${style.filtersNames ? '?name={name}' : ''}`] : []
  const above = style.parents.map(({resource}) => `GET ${versionOf(style.service)}${resource.path}?name={name}`)
  const change = [...lookUp, `${style.update === 'PUT' ? 'PUT' : 'PATCH'} ${one}`]
  const own: Readonly<Record<string, readonly string[]>> = {
    list: [`GET ${collection}`],
    show: [...lookUp, `GET ${one}`],
    create: [style.create === 'PUT' ? `PUT ${one}` : `POST ${collection}`],
    set: change,
    unset: change,
    delete: [...lookUp, `DELETE ${one}`],
  }
  return [...above, ...(own[verb] ?? [])]
}

/** `/v2`: the path of a service's API before the project's, which templates of calls leave out. */
export const versionOf = (service: string): string => {
  const [version = ''] = (serviceType(service).versionPath ?? '').split('/')
  return version === '' ? '' : `/${version}`
}
