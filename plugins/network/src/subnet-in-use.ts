import {
  asArray,
  asObject,
  asText,
  type CommandContext,
  ConflictError,
  HttpError,
  type JsonObject,
  Known,
  shellWord,
} from '@osc-cli/core'

/** Ports that a message lists. */
const FEW = 5

/** Why Neutron refused to delete a subnet: with the ports that have addresses in it. The refusal itself where none are found. */
export async function subnetInUse({api}: Pick<CommandContext, 'api'>, id: string, refusal: unknown): Promise<unknown> {
  if (!HttpError.is(refusal, 409)) return refusal
  const ports = await Array.fromAsync(api(Known.Port).list({fixed_ips: `subnet_id=${id}`})).catch(() => [])
  if (ports.length === 0) return refusal
  const more = ports.length > FEW ? ` and ${ports.length - FEW} more` : ''
  const listed = ports.slice(0, FEW).map((port) => described(port, id))
  const router = ports.find(isInterface)?.device_id
  const hint = router
    ? `Remove the subnet from its router first: osc router remove subnet ${shellWord(String(router))} ${shellWord(id)}`
    : `Delete the ports first: osc port delete ${ports
        .slice(0, FEW)
        .map((port) => shellWord(String(port.id)))
        .join(' ')}`
  return new ConflictError(`Ports have addresses in the subnet: ${listed.join(', ')}${more}.`, {hint, cause: refusal})
}

const isInterface = ({device_owner: owner}: JsonObject): boolean => /^network:(?:ha_)?router_/.test(asText(owner) ?? '')

/** `web (10.0.0.9)`, or `interface 10.0.0.1 of router R`. */
function described(port: JsonObject, subnet: string): string {
  const addresses = asArray(port.fixed_ips)
    .map(asObject)
    .filter((one) => one.subnet_id === subnet)
  const text = addresses.map(({ip_address: address}) => asText(address)).join(', ')
  return isInterface(port)
    ? `interface ${text} of router ${asText(port.device_id)}`
    : `${asText(port.name) || asText(port.id)} (${text})`
}
