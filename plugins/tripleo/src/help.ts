import {defineHelp} from '@osc-cli/core'

export default defineHelp({
  about:
    'TripleO ("OpenStack on OpenStack", OoO) deploys a cloud with a cloud. The undercloud is the cloud that you are logged in ' +
    'to; the overcloud is the one that it deploys. A plan says which roles of servers the overcloud has, and how many of each.',
  session: [
    {command: 'osc overcloud plan create first', description: 'Create a plan: one controller, two compute servers'},
    {command: 'osc overcloud plan set first --role Compute=3', description: 'Change it: three compute servers'},
    {command: 'osc overcloud plan show first', description: 'See its roles, environments and values'},
    {command: 'osc overcloud plan environment list first', description: 'See its optional parts'},
    {command: 'osc overcloud plan export first', description: 'Save it as an archive'},
  ],
  related: ['orchestration', 'workflow', 'messaging'],
  nouns: {
    'overcloud plan': {
      about:
        'The templates and values of an overcloud, stored in Swift. It is deployed as a Heat stack of the same name.',
      verbs: ['list', 'show', 'create', 'set', 'files', 'export', 'delete'],
    },
    'overcloud plan environment': {
      about: 'A file with values, or with an optional part that the plan can use.',
    },
    'overcloud parameters': {
      about: 'Values of a plan, such as the number of servers of a role, their image and flavor.',
    },
    'overcloud role': {about: 'A file that describes a kind of server: its number, image and services.'},
    'overcloud roles': {about: 'The roles of a plan.'},
    undercloud: {about: 'The cloud that deploys other clouds: the one that you are logged in to.'},
  },
  remedies: [
    {
      when: {code: 'InvalidPlan', command: 'overcloud plan', message: 'Resource Type'},
      cause: 'Heat in this cloud does not have a resource type that the templates use.',
      fix: 'List the available resource types: {program} orchestration resource type list',
      next: ['{program} orchestration resource type list'],
    },
  ],
})
