import assert from 'node:assert/strict'
import {renderPlan} from '../../../src/plan/render.ts'
import {planOf} from './plan-of.ts'

const roles = '- {name: Controller, tags: [primary]}\n- {name: Compute, deprecated_nic_config_name: nic.yaml}\n'
const networks = '- {name: Internal}\n- {name: Storage, enabled: false}\n- {name: Tenant, name_lower: ten}\n'
const base = {'roles_data.yaml': roles, 'network_data.yaml': networks}
const rendered = (files: Record<string, string>) => Object.fromEntries(renderPlan(planOf({...base, ...files})))

describe('rendering a plan', () => {
  const cases: [what: string, files: Record<string, string>, expected: Record<string, string>][] = [
    [
      'renders other templates once, with all roles and networks',
      {'a.j2.yaml': '{% for r in roles %}{{r.name}} {% endfor %}{{networks|map(attribute="idx")|list}}'},
      {'a.yaml': 'Controller Compute [0, 1, 2]'},
    ],
    [
      'renders role templates once for each role',
      {'x/task.role.j2.yaml': '{{role.name}} {{networks|length}}'},
      {'x/controller-task.yaml': 'Controller 3', 'x/compute-task.yaml': 'Compute 3'},
    ],
    [
      'gives old role templates the name of the role',
      {'x.role.j2.yaml': '{{role}}'},
      {'controller-x.yaml': 'Controller', 'compute-x.yaml': 'Compute'},
    ],
    [
      'names network configurations by role',
      {'network/config/bond/role.role.j2.yaml': '{{role.name}}'},
      {'network/config/bond/controller.yaml': 'Controller', 'network/config/bond/nic.yaml': 'Compute'},
    ],
    [
      'renders network templates once for each enabled network',
      {'network/network.network.j2.yaml': '{{network.name}}', 'network/ports/port.network.j2.yaml': '{{network.idx}}'},
      {
        'network/internal.yaml': 'Internal',
        'network/ten.yaml': 'Tenant',
        'network/ports/internal.yaml': '0',
        'network/ports/ten.yaml': '2',
      },
    ],
    [
      'leaves out what j2_excludes.yaml names',
      {'j2_excludes.yaml': 'name: [controller-x.yaml]', 'x.role.j2.yaml': '{{role.name}}'},
      {'compute-x.yaml': 'Compute'},
    ],
    [
      'includes files beside the template, then from the top',
      {'d/x.j2.yaml': '{% include "part" %}{% include "top" %}', 'd/part': 'near', part: 'far', top: 'top'},
      {'d/x.yaml': 'neartop'},
    ],
  ]
  for (const [what, files, expected] of cases) it(what, () => assert.deepEqual(rendered(files), expected))

  const wrong: [files: Record<string, string>, message: RegExp][] = [
    [{'d/x.j2.yaml': '\n{{ roles.first.x }}'}, /^d\/x\.j2\.yaml, line 2: roles\.first is not defined\.$/],
    [{'roles_data.yaml': 'a: 1'}, /^roles_data\.yaml: Expected a list/],
    [{'roles_data.yaml': '- [1'}, /^roles_data\.yaml:1:3: Invalid YAML: the list that begins here is not closed/],
    [
      {'roles_data.yaml': '- {name: *none}'},
      /^roles_data\.yaml:1:10: Invalid YAML: an alias refers to no anchor above it/,
    ],
    [
      {'roles_data.yaml': '- {name: !none}'},
      /^roles_data\.yaml:1:10: Invalid YAML: the value begins with a character that/,
    ],
    [{'roles_data.yaml': '- {CountDefault: 1}'}, /^roles_data\.yaml: Role 1 has no name\.$/],
    [{'roles_data.yaml': '- {name: A}\n- {name: A}'}, /^roles_data\.yaml: The role A is defined twice\.$/],
    [
      {'roles_data.yaml': '- {name: A, CountDefault: many}'},
      /^roles_data\.yaml: CountDefault of role A is not a whole number\.$/,
    ],
    [
      {'network_data.yaml': '- {name: N, ip_subnet: 192.0.2.0}'},
      /Network N: ip_subnet 192\.0\.2\.0 is not an address range/,
    ],
    [
      {
        'network_data.yaml':
          '- {name: N, ip_subnet: 192.0.2.0/24, allocation_pools: [{start: 192.0.2.9, end: 192.0.3.9}]}',
      },
      /Network N: end 192\.0\.3\.9 of allocation_pools is not in 192\.0\.2\.0\/24\.$/,
    ],
    [
      {
        'network_data.yaml':
          '- {name: N, subnets: {leaf: {ipv6_subnet: "fd00::/64", ipv6_allocation_pools: [{start: "fd01::1", end: "fd00::9"}]}}}',
      },
      /Subnet leaf of network N: start fd01::1/,
    ],
  ]
  for (const [files, message] of wrong)
    it(`refuses ${JSON.stringify(files)}`, () => assert.throws(() => rendered(files), {message}))

  it('refuses files that are not UTF-8', () => {
    const files = new Map([...planOf(base), ['roles_data.yaml', Buffer.from('- {name: Caf\xe9}', 'latin1')] as const])
    assert.throws(() => renderPlan(files), {message: 'roles_data.yaml: not UTF-8 text.'})
  })
})
