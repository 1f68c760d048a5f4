import {isIP} from 'node:net'
import {type Api, Flags, type Json, Known, type ParsedOption, UsageError} from '@osc-cli/core'

/** A network card as an option gives it. */
export interface Nic {
  'net-id'?: string
  'port-id'?: string
  'v4-fixed-ip'?: string
  'v6-fixed-ip'?: string
  tag?: string
}

const KEYS = ['net-id', 'port-id', 'v4-fixed-ip', 'v6-fixed-ip', 'tag'] as const
const isKey = (key: string): key is (typeof KEYS)[number] => KEYS.some((known) => known === key)

const FORM = "'net-id=net-uuid,port-id=port-uuid,v4-fixed-ip=ip-addr,v6-fixed-ip=ip-addr,tag=tag'"

function readNic(text: string): Nic | 'auto' | 'none' {
  if (text === 'auto' || text === 'none') return text
  const nic: Nic = {}
  for (const part of text.split(',')) {
    const [key = '', value] = part.split(/=(.*)/s)
    const wrong = faultOf(key, value)
    if (wrong !== undefined || !isKey(key))
      throw new UsageError(`Invalid argument ${text}: --nic ${wrong}.`, {hint: `Use auto, none or the form ${FORM}.`})
    nic[key] = value ?? ''
  }
  if (nic['net-id'] && nic['port-id'])
    throw new UsageError(`Invalid argument ${text}; either 'network' or 'port' should be specified but not both`)
  if (nic['v4-fixed-ip'] && nic['v6-fixed-ip'])
    throw new UsageError(
      `Invalid argument ${text}; either 'v4-fixed-ip' or 'v6-fixed-ip' should be specified but not both`,
    )
  return nic
}

/** What is wrong with a key or its value. */
function faultOf(key: string, value: string | undefined): string | undefined {
  if (!isKey(key)) return `does not have a key '${key}'`
  if (!value) return `requires a value for the key '${key}'`
  // Nova's message would contain the whole request, and no key.
  if (key.endsWith('-fixed-ip') && isIP(value) === 0)
    return `requires an IP address for the key '${key}', not '${value}'`
  return undefined
}

const nic = Flags.custom<Nic | 'auto' | 'none'>({
  multiple: true,
  multipleNonGreedy: true,
  parse: async (text) => readNic(text),
})

const by = (key: 'net-id' | 'port-id') =>
  Flags.custom<Nic>({
    multiple: true,
    multipleNonGreedy: true,
    async parse(text) {
      if (/[,=]/.test(text)) throw new UsageError(`Invalid argument ${text}; characters ',' and '=' are not allowed`)
      return {[key]: text}
    },
  })

export const nicFlags = {
  network: by('net-id')({
    description: 'Network to attach (name or ID, repeatable)',
    helpValue: 'NETWORK',
  }),
  port: by('port-id')({description: 'Port to attach (name or ID, repeatable)', helpValue: 'PORT'}),
  'no-network': Flags.boolean({description: 'Do not attach a network'}),
  'auto-network': Flags.boolean({description: 'Allocate a network automatically'}),
  nic: nic({description: `Network interface (repeatable): auto, none or ${FORM}`, helpValue: 'NIC'}),
}

/** Whether an option asks for a network that is allocated automatically, or for none. */
export const isAutoOrNone = ({name, value}: ParsedOption): boolean =>
  name === 'auto-network' || name === 'no-network' || (name === 'nic' && (value === 'auto' || value === 'none'))

/** What Nova gets as `networks`: the options in the order of the line, which is that of the cards. */
export async function networksOf(api: Api, given: readonly ParsedOption[]): Promise<Json[] | 'auto' | 'none'> {
  const nics = given.flatMap(({name, value}): (Nic | 'auto' | 'none')[] => {
    if (name === 'no-network') return ['none']
    if (name === 'auto-network') return ['auto']
    return name in nicFlags ? [value as Nic | 'auto' | 'none'] : []
  })
  const [alone] = nics
  if (alone === undefined) return 'auto'
  if (nics.includes('auto') || nics.includes('none')) {
    if (nics.length > 1)
      throw new UsageError(
        'Specifying a --nic of auto or none cannot be used with any other --nic, --network or --port value.',
      )
    return alone === 'none' ? 'none' : 'auto'
  }
  return await Promise.all(nics.map((one) => networkOf(api, one === 'auto' || one === 'none' ? {} : one)))
}

async function networkOf(api: Api, nic: Nic): Promise<Json> {
  return {
    ...(nic['net-id'] && {uuid: await api(Known.Network).id(nic['net-id'])}),
    ...(nic['port-id'] && {port: await api(Known.Port).id(nic['port-id'])}),
    ...((nic['v4-fixed-ip'] ?? nic['v6-fixed-ip']) && {fixed_ip: nic['v4-fixed-ip'] ?? nic['v6-fixed-ip']}),
    ...(nic.tag && {tag: nic.tag}),
  }
}
