import assert from 'node:assert/strict'
import {OscError} from '@osc-cli/core'
import {holds, PIECES, withOddParts} from '@osc-cli/core/test/support/fuzz'
import {renderPlan} from '../../src/plan/render.ts'
import {planOf} from './plan/plan-of.ts'

const ROLES = [
  {
    name: 'Controller',
    tags: ['primary', 'controller'],
    CountDefault: 1,
    networks: {External: {subnet: 'external_subnet'}},
  },
  {name: 'Compute', networks: ['Internal'], ServicesDefault: ['OS::TripleO::Services::Ntp']},
]
const NETWORKS = [
  {
    name: 'Internal',
    name_lower: 'internal',
    vip: true,
    ip_subnet: '192.0.2.0/24',
    allocation_pools: [{start: '192.0.2.4', end: '192.0.2.250'}],
    subnets: {leaf1: {ip_subnet: '198.51.100.0/24', vlan: 20, gateway_ip: '198.51.100.1'}},
  },
  {name: 'External', enabled: false, ipv6: true, ipv6_subnet: '2001:db8::/64'},
]
const TEMPLATES = {
  'a.j2.yaml': '{% for role in roles %}{{ role.name }}: {{ role.networks | list }}{% endfor %}',
  'b.role.j2.yaml': '{{ role.name | lower }} {{ role.CountDefault | default(0) + 1 }}',
  'c.network.j2.yaml': '{{ network.name_lower }} {{ network.subnets | default({}) | length }}',
}
const WORDS = [
  '{{',
  '}}',
  '{%',
  '%}',
  ' if ',
  ' for x in roles ',
  ' endfor ',
  ' set y = ',
  'role.name',
  '|list',
  '(1)',
  '[0]',
]
const LONGEST_MS = 5000

function rendered(files: Record<string, string>): void {
  const begin = Date.now()
  try {
    renderPlan(planOf(files))
  } catch (error) {
    assert.ok(error instanceof OscError, `${error instanceof Error ? error.stack : error}`)
    assert.match(error.message, /\S/)
  }
  assert.ok(Date.now() - begin < LONGEST_MS, 'it takes too long')
}

describe('a plan', () => {
  holds('with odd roles and networks is rendered, or refused', 300, (random) => {
    const roles = JSON.stringify(withOddParts(ROLES, random))
    const networks = JSON.stringify(withOddParts(NETWORKS, random))
    rendered({...TEMPLATES, 'roles_data.yaml': roles, 'network_data.yaml': networks})
  })

  holds('with odd templates is rendered, or refused', 300, (random) => {
    const [name, text] = random.pick(Object.entries(TEMPLATES))
    const at = random.below(text.length)
    const odd = text.slice(0, at) + random.text([...PIECES, ...WORDS], 6) + text.slice(at + random.below(5))
    rendered({[name]: odd, 'roles_data.yaml': JSON.stringify(ROLES), 'network_data.yaml': JSON.stringify(NETWORKS)})
  })
})
