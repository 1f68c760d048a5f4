import {type Finding, failed, ok, skipped, warning} from '#advice/doctor/finding'
import {TLS_CODE} from '#advice/doctor/network'
import {interfaceName} from '#cloud/catalog'
import type {CloudConfig} from '#cloud/config/types'
import type {Transport} from '#cloud/transport-types'
import type {Access} from '#cloud/types'
import {OscError} from '#errors'

/** Whether something answers at each endpoint that the settings choose; whatever it answers is fine. */
export async function endpointFindings(config: CloudConfig, access: Access, transport: Transport): Promise<Finding[]> {
  const chosen = access.catalog.flatMap(({type, endpoints}) => {
    const fitting = endpoints.find(
      (endpoint) =>
        interfaceName(endpoint.interface) === interfaceName(config.interface) &&
        (config.region === undefined || endpoint.region === config.region),
    )
    return fitting && URL.canParse(fitting.url) ? [{type, url: new URL(fitting.url).origin}] : []
  })
  if (access.catalog.length === 0) return [skipped('endpoint', 'the token has no catalog')]
  if (chosen.length === 0) return [nothingFits(config, access)]
  return await Promise.all(chosen.map((service) => endpointFinding(service, config.name, transport)))
}

function nothingFits({region, interface: kind}: CloudConfig, {catalog}: Access): Finding {
  const all = catalog.flatMap(({endpoints}) => endpoints)
  const regions = [...new Set(all.flatMap((endpoint) => endpoint.region ?? []))].sort()
  const kinds = [...new Set(all.map((endpoint) => interfaceName(endpoint.interface)))].sort()
  const where = region === undefined ? '' : ` in region ${region}`
  const fix = `Set region_name and interface. Regions in the catalog: ${regions.join(', ')}. Interfaces: ${kinds.join(', ')}.`
  return warning('endpoint', `the catalog has no ${interfaceName(kind)} endpoint${where}`, fix)
}

async function endpointFinding(
  {type, url}: {type: string; url: string},
  cloud: string | undefined,
  transport: Transport,
): Promise<Finding> {
  try {
    // A websocket (messaging has one) begins as an HTTP request, and its server answers others as well.
    const answer = await transport.send({method: 'GET', url: `${url.replace(/^ws/, 'http')}/`})
    answer.stream().resume()
    if (answer.status < 500) return ok('endpoint', `${type} responds at ${url}`)
    return warning(
      'endpoint',
      `${type} at ${url} returns HTTP ${answer.status}`,
      `Contact the operator of the ${type} service.`,
    )
  } catch (error) {
    const finding = failed('endpoint', error)
    if (error instanceof OscError && TLS_CODE.test(error.code)) return finding
    const key = `${type.replaceAll('-', '_')}_endpoint_override`
    const place = cloud === undefined ? key : `clouds.${cloud}.${key}`
    return {...finding, fix: `Contact the operator of the ${type} service, or set ${place} in clouds.yaml.`}
  }
}
