import {answers, type Case, CREATE, LAB, READ, errorBody} from '../case.ts'
import {cloudRoutes, failed, heatRoutes} from '../cloud.ts'

export const SERVICE: readonly Case[] = [
  {
    name: 'service not offered',
    argv: [...LAB, 'stack', 'list'],
    routes: cloudRoutes(),
    entry: {orchestration_service_type: 'own-orchestration'},
  },
  {name: 'service with another interface', argv: [...LAB, 'region', 'list'], routes: cloudRoutes(), entry: {interface: 'admin'}},
  {name: 'service in another region', argv: [...LAB, 'stack', 'list'], routes: cloudRoutes()},
  {name: '400', argv: CREATE, routes: answers(400, errorBody(400, 'Invalid input for field name: too long.'))},
  {
    name: '403 by a policy',
    argv: READ,
    routes: answers(403, errorBody(403, 'You are not authorized to perform the requested action: identity:list_users.')),
  },
  {
    name: "403 by nova's policy",
    argv: READ,
    routes: answers(403, {forbidden: {code: 403, message: "Policy doesn't allow os_compute_api:servers:create to be performed."}}),
  },
  {name: '403 for another reason', argv: CREATE, routes: answers(403, errorBody(403, 'The account is locked.'))},
  {name: '404', argv: READ, routes: answers(404, errorBody(404, 'Could not find thing: x.'))},
  {
    name: '409 for a state',
    argv: CREATE,
    routes: answers(409, {conflictingRequest: {code: 409, message: "Cannot 'start' instance 7 while it is in vm_state active"}}),
  },
  {name: '409 for an existing resource', argv: CREATE, routes: answers(409, errorBody(409, 'Duplicate entry found with id North.'))},
  {name: '413', argv: CREATE, routes: answers(413, {overLimit: {code: 413, message: 'The body is too large.'}})},
  {
    name: 'quota of nova',
    argv: CREATE,
    routes: answers(403, {
      forbidden: {
        code: 403,
        message: 'Quota exceeded for cores, ram: Requested 8, 16384, but already used 18, 40960 of 20, 51200 cores, ram',
      },
    }),
  },
  {
    name: 'quota of neutron',
    argv: CREATE,
    routes: answers(409, {NeutronError: {type: 'OverQuota', message: "Quota exceeded for resources: ['network'].", detail: ''}}),
  },
  {
    name: 'quota of cinder',
    argv: CREATE,
    routes: answers(413, {
      overLimit: {
        code: 413,
        message:
          'VolumeSizeExceedsAvailableQuota: Requested volume or snapshot exceeds allowed gigabytes quota. Requested 100G, quota is 1000G and 950G has been consumed.',
      },
    }),
  },
  {
    name: 'quota of heat',
    argv: [...LAB, 'stack', 'check', 'web'],
    routes: heatRoutes({
      'POST /stacks/web/actions': failed(
        400,
        errorBody(400, 'Request limit exceeded: You have reached the maximum stacks per tenant, 100. Please delete some stacks.'),
      ),
    }),
  },
  {name: '429', argv: CREATE, routes: answers(429, errorBody(429, 'Too many requests.'), {'retry-after': '7'})},
  {name: '500', argv: READ, routes: answers(500, errorBody(500, 'An unexpected error prevented it.'))},
  {name: '503', argv: CREATE, routes: answers(503, '')},
  {name: '504', argv: CREATE, routes: answers(504, '')},
  {name: 'unknown name', argv: [...LAB, 'project', 'show', 'none'], routes: cloudRoutes({'/v3/projects': {body: {projects: []}}})},
  {
    name: 'ambiguous name',
    argv: [...LAB, 'project', 'delete', 'twin'],
    json: 'variable',
    routes: cloudRoutes({
      '/v3/projects': {
        body: {
          projects: [
            {id: 'a1', name: 'twin', domain_id: 'default', enabled: true},
            {id: 'b2', name: 'twin', domain_id: 'other', enabled: false},
          ],
        },
      },
    }),
  },
  {name: 'partial failure', json: 'variable', argv: [...LAB, 'region', 'delete', 'North', 'South'], routes: cloudRoutes({'DELETE /v3/regions/North': {status: 204}})},
  {
    name: 'unsupported version of the service',
    argv: [...LAB, 'stack', 'list'],
    routes: cloudRoutes({'/heat': {body: {versions: [{id: 'v2.0', status: 'CURRENT', links: []}]}}}),
    entry: {orchestration_endpoint_override: 'URL/heat'},
  },
  {
    name: 'unsuitable state found before the request',
    argv: [...LAB, 'stack', 'cancel', 'web'],
    routes: heatRoutes({'/stacks/web': {body: {stack: {id: 's1', stack_name: 'web', stack_status: 'CREATE_COMPLETE'}}}}),
  },
  {
    name: 'cancelling a creation',
    argv: [...LAB, 'stack', 'cancel', 'web'],
    routes: heatRoutes({
      '/stacks/web': {body: {stack: {id: 's1', stack_name: 'web', stack_status: 'CREATE_IN_PROGRESS'}}},
    }),
  },
  {
    name: 'output that fails',
    argv: [...LAB, 'stack', 'output', 'show', 'web/s1', 'address'],
    routes: heatRoutes({'/stacks/web/s1/outputs/address': {body: {output: {output_key: 'address', output_error: 'No such attribute.'}}}}),
  },
  {
    name: 'stack that fails during --wait',
    argv: [...LAB, 'stack', 'check', '--wait', 'web/s1'],
    routes: heatRoutes({
      '/stacks/web/s1/events': {body: {events: []}},
      'POST /stacks/web/s1/actions': {status: 201, body: {}},
      '/stacks/web/s1': {body: {stack: {id: 's1', stack_name: 'web', stack_status: 'CHECK_FAILED'}}},
      '/stacks/web/s1/resources': {
        body: {
          resources: [
            {
              resource_name: 'tier',
              resource_type: 'tier.yaml',
              resource_status: 'CHECK_FAILED',
              resource_status_reason: 'resources.tier: The server is gone.',
              physical_resource_id: 's2',
              links: [{rel: 'nested', href: 'http://heat.example/v1/p1/stacks/web-tier/s2'}],
            },
            {resource_name: 'net', resource_type: 'OS::Neutron::Net', resource_status: 'CHECK_COMPLETE', links: []},
          ],
        },
      },
      '/stacks/s2/resources': {
        body: {
          resources: [
            {
              resource_name: 'server',
              resource_type: 'OS::Nova::Server',
              resource_status: 'CHECK_FAILED',
              resource_status_reason: 'The server is gone.',
              links: [],
            },
          ],
        },
      },
    }),
  },
]
