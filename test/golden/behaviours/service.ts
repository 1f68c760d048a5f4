import type {Received, Route} from '../../support/fixture-server.ts'
import {failed} from '../failures/cloud.ts'

const HEAT = 'http://orchestration.north.example'

const stack = (name: string, status: string, reason: string) => ({
  id: `id-of-${name}`,
  stack_name: name,
  stack_status: status,
  stack_status_reason: reason,
  creation_time: '2026-01-02T03:04:05Z',
  updated_time: null,
  links: [{rel: 'self', href: `${HEAT}/v1/p/stacks/${name}/id-of-${name}`}],
})

// A server's text must not drive the terminal.
const REASON = 'Resource CREATE failed: ValueError: resources.disk: no room\u001b[2J on the host'
const WEB = stack('web', 'CREATE_FAILED', REASON)
const SHOP = stack('shop', 'CREATE_FAILED', REASON)

const DISK = {
  resource_name: 'disk',
  logical_resource_id: 'disk',
  physical_resource_id: '',
  resource_type: 'OS::Cinder::Volume',
  resource_status: 'CREATE_FAILED',
  resource_status_reason: 'ValueError: resources.disk: no room on the host',
  updated_time: '2026-01-02T03:04:06Z',
  links: [],
}

const event = (id: string, name: string, status: string, reason: string) => ({
  id,
  event_time: '2026-01-02T03:04:06Z',
  resource_name: name,
  logical_resource_id: name,
  physical_resource_id: name === 'shop' ? SHOP.id : '',
  resource_status: status,
  resource_status_reason: reason,
  links: [{rel: 'stack', href: `${HEAT}/v1/p/stacks/shop/${SHOP.id}`}],
})
const EVENTS = [
  event('1', 'shop', 'CREATE_IN_PROGRESS', 'Stack CREATE started'),
  event('2', 'disk', 'CREATE_FAILED', DISK.resource_status_reason),
  event('3', 'shop', 'CREATE_FAILED', SHOP.stack_status_reason),
]

const eventsAfter = ({path}: Received) => ({body: {events: path.includes('marker=') ? [] : EVENTS}})

const user = (id: string) => ({id, name: 'bob', domain_id: id === 'u7' ? 'default' : 'other', enabled: true})
const errorBody = (code: number, message: string) => ({error: {code, message}})

const QUOTA = 'Quota exceeded for cores: Requested 8, but already used 18 of 20 cores'

const makeRegion = ({body}: Received) =>
  body.includes('Big')
    ? failed(403, {forbidden: {code: 403, message: QUOTA}})
    : failed(403, errorBody(403, 'You are not authorized to perform the requested action: identity:create_region.'))

const usersNamed = ({path}: Received) =>
  path.endsWith('name=bob') ? {body: {users: [user('u7'), user('u8')]}} : failed(403, errorBody(403, 'You may not.'))

const keystone = (url: string): Record<string, Route> => ({
  [`POST ${url}/regions`]: makeRegion,
  [`GET ${url}/users/bob`]: failed(404, errorBody(404, 'Could not find user: bob.')),
  [`GET ${url}/users/eve`]: failed(404, errorBody(404, 'Could not find user: eve.')),
  [`GET ${url}/users`]: usersNamed,
})

/** What the services of every fixture cloud answer, by the URL that the proxy is asked for. */
export const ROUTES: Readonly<Record<string, Route>> = {
  [`GET ${HEAT}/`]: {
    status: 300,
    body: {versions: [{id: 'v1.0', status: 'CURRENT', links: [{rel: 'self', href: `${HEAT}/v1/`}]}]},
  },
  [`GET ${HEAT}/v1/p/stacks`]: {body: {stacks: [WEB]}},
  [`POST ${HEAT}/v1/p/stacks`]: {status: 201, body: {stack: {id: SHOP.id, links: SHOP.links}}},
  [`GET ${HEAT}/v1/p/stacks/web`]: {body: {stack: WEB}},
  [`GET ${HEAT}/v1/p/stacks/web/id-of-web`]: {body: {stack: WEB}},
  [`GET ${HEAT}/v1/p/stacks/shop`]: {body: {stack: SHOP}},
  [`GET ${HEAT}/v1/p/stacks/id-of-shop`]: {body: {stack: SHOP}},
  [`GET ${HEAT}/v1/p/stacks/shop/id-of-shop`]: {body: {stack: SHOP}},
  [`GET ${HEAT}/v1/p/stacks/id-of-shop/events`]: eventsAfter,
  [`GET ${HEAT}/v1/p/stacks/shop/id-of-shop/events`]: eventsAfter,
  [`GET ${HEAT}/v1/p/stacks/shop/id-of-shop/resources`]: {body: {resources: [DISK]}},
  [`POST ${HEAT}/v1/p/stacks/web/actions`]: failed(409, {
    code: 409,
    title: 'Conflict',
    explanation: 'There was a conflict when trying to complete your request.',
    error: {
      type: 'ActionInProgress',
      message: 'Stack web already has an action (CREATE) in progress.',
      traceback: null,
    },
  }),
  ...keystone('http://identity.north.example/v3'),
  ...keystone('http://identity.south.example/v3'),
  // Of a broken catalog nothing is left but auth_url.
  ...keystone('http://keystone.example/v3'),
}
