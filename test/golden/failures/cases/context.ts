import type {Received, Reply} from '../../../support/fixture-server.ts'
import {type Case, LAB, READ, errorBody} from '../case.ts'
import {cloudRoutes, failed, heatRoutes, USER} from '../cloud.ts'

const PROJECTS = [
  {id: 'p1', name: 'work', domain_id: 'default', enabled: true},
  {id: 'p2', name: 'word', domain_id: 'default', enabled: true},
]

function projects({path}: Received): Reply {
  const name = new URL(path, 'http://keystone.example').searchParams.get('name')
  return {body: {projects: PROJECTS.filter((project) => name === null || project.name === name)}}
}

const web = {id: 's1', stack_name: 'web', stack_status: 'UPDATE_IN_PROGRESS', links: []}

const twoClouds = (regions: readonly string[]) => {
  const entries = regions.map((region, at) => [
    at === 0 ? 'lab' : 'second',
    {region_name: region, auth: {auth_url: 'URL/v3', ...USER, username: at === 0 ? 'alice' : 'bob'}},
  ])
  return JSON.stringify({clouds: Object.fromEntries(entries)}, null, 2)
}

/** What an earlier command left in the cache has a say. */
export const CONTEXT: readonly Case[] = [
  {
    name: '403, and another cloud whose user has the role',
    argv: READ,
    cloudsYaml: twoClouds(['One', 'One']),
    routes: cloudRoutes({
      '/v3/projects': {body: {projects: []}},
      '/v3/regions': failed(403, errorBody(403, 'You are not authorized to perform the requested action: identity:list_regions.')),
    }),
    before: [
      [...LAB, 'project', 'list'],
      ['--os-cloud', 'second', 'project', 'list'],
    ],
  },
  {
    name: 'expired token, and another cloud with another login type',
    argv: [...LAB, 'region', 'list'],
    cloudsYaml: JSON.stringify({
      clouds: {
        lab: {auth_type: 'v3token', auth: {auth_url: 'URL/v3', token: 'gAAAAold'}},
        elsewhere: {auth: {auth_url: 'http://other.example/v3', ...USER}},
        second: {auth: {auth_url: 'URL/v3', ...USER}},
      },
    }),
    routes: cloudRoutes({'POST /v3/auth/tokens': failed(401, errorBody(401, 'Token expired.'))}),
  },
  {
    name: 'service that another cloud offers',
    argv: [...LAB, 'stack', 'list'],
    cloudsYaml: twoClouds(['One', 'Two']),
    routes: cloudRoutes({'/v3/projects': {body: {projects: []}}}),
    before: [['--os-cloud', 'second', 'whoami']],
  },
  {
    name: 'misspelled name',
    argv: [...LAB, 'project', 'show', 'wrok'],
    routes: cloudRoutes({'/v3/projects': projects}),
    before: [[...LAB, 'project', 'list']],
  },
  {
    name: 'misspelled name of another resource on the line',
    argv: [...LAB, 'user', 'list', '--project', 'wrok'],
    routes: cloudRoutes({'/v3/projects': projects}),
    before: [[...LAB, 'project', 'list']],
  },
  {
    name: 'missing part of a stack',
    argv: [...LAB, 'stack', 'resource', 'list', 'web'],
    routes: heatRoutes({'/stacks/web/resources': failed(404, errorBody(404, 'The Stack (web) could not be found.'))}),
  },
  {
    name: 'name that was listed earlier',
    argv: [...LAB, 'stack', 'show', 'web'],
    routes: heatRoutes({
      '/stacks': {body: {stacks: [web]}},
      '/stacks/web': failed(404, errorBody(404, 'The Stack (web) could not be found.')),
    }),
    before: [[...LAB, 'stack', 'list']],
  },
  {
    name: 'missing part of a stack that was listed earlier',
    argv: [...LAB, 'stack', 'output', 'show', 'web', 'url'],
    routes: heatRoutes({
      '/stacks': {body: {stacks: [web]}},
      '/stacks/web': {body: {stack: web}},
      '/stacks/web/s1/outputs/url': failed(404, errorBody(404, 'The Output (url) could not be found in Stack web.')),
    }),
    before: [[...LAB, 'stack', 'list']],
  },
  {
    name: '409 without the state',
    argv: [...LAB, 'stack', 'suspend', 'web'],
    routes: heatRoutes({
      '/stacks': {body: {stacks: [web]}},
      'POST /stacks/web/actions': failed(409, errorBody(409, 'Not now.')),
    }),
    before: [[...LAB, 'stack', 'list']],
  },
]
