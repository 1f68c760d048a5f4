import type {PluginHelp} from '@osc-cli/core'

export default {
  about:
    'TripleO ("OpenStack on OpenStack", OoO) deploys one cloud from another. The undercloud is the cloud that you are logged in ' +
    'to; the overcloud is the one that it deploys. A plan says which roles of servers the overcloud has, and how many of each. ' +
    'A role is a kind of server: its image, flavor and services. An environment is a file with values or with an optional part ' +
    'of a plan. A node is a machine of Ironic; introspection reads its processors, memory and disks, and its profile says which ' +
    'role may use it. A validation is a check before or after a deployment. A workflow in Mistral runs the deployment, and Heat ' +
    'creates the servers and networks as a stack. An upgrade changes one role after the other; converge then deploys the rest.',
  session: [
    {command: 'osc undercloud setup', description: 'Load the workflows for deployments, once for each project'},
    {command: 'osc overcloud plan create first', description: 'Create a plan: one controller, two compute servers'},
    {command: 'osc overcloud plan diff first', description: 'Show what a deployment of the plan changes'},
    {command: 'osc overcloud plan deploy first', description: 'Deploy the plan, and follow the deployment'},
    {command: 'osc overcloud status --plan first', description: 'Show the status of the overcloud and the next step'},
    {command: 'osc overcloud delete first', description: 'Delete the servers and the plan'},
  ],
  related: ['orchestration', 'workflow', 'messaging'],
  nouns: {
    overcloud: {
      about:
        'A cloud that is deployed from a plan. To deploy the first one step by step: osc overcloud start. A plan that exists is ' +
        'deployed with osc overcloud plan deploy.',
      verbs: ['start', 'deploy', 'status', 'show', 'failures', 'log', 'export', 'delete'],
    },
    'overcloud plan': {
      about:
        'The templates and values of an overcloud, stored in Swift: which roles the overcloud has, and how many servers of each ' +
        'role. A plan is deployed as a Heat stack of the same name.',
      verbs: ['list', 'show', 'create', 'set', 'diff', 'deploy', 'files', 'export', 'delete'],
    },
    'overcloud plan environment': {
      about: 'A file with values, or with an optional part that the plan can use.',
    },
    'overcloud parameters': {
      about: 'Values of a plan, such as the number of servers of a role, their image and flavor.',
    },
    'overcloud node': {
      about:
        'A machine that Ironic manages. A new machine is in state enroll, a reachable one in manageable, and one that can be ' +
        'deployed in available. Introspection reads the processors, memory and disks of a machine. A file such as ' +
        'instackenv.json lists machines and their credentials.',
      verbs: ['import', 'introspect', 'provide', 'manage', 'configure', 'clean', 'delete'],
    },
    'overcloud node bios': {about: 'The BIOS settings of machines.'},
    'overcloud profiles': {
      about:
        'What a machine is reserved for: a role. A flavor with the property capabilities:profile uses only machines with that profile.',
    },
    'overcloud server': {about: 'A server of an overcloud, by its role and number.'},
    'overcloud image': {about: 'The images that servers are deployed from.'},
    'overcloud config': {about: 'The configuration that TripleO templates generate for each role.'},
    'overcloud netenv': {about: 'A file with the networks of an overcloud, as older releases of TripleO use it.'},
    'overcloud raid': {about: 'RAID volumes of machines.'},
    'tripleo validator': {
      about:
        'A validation checks a plan, machines or the cloud, before or after a deployment. It is a workflow in Mistral with the ' +
        'tag osc-check; you can add your own.',
      verbs: ['list', 'run', 'show', 'group info'],
    },
    'overcloud role': {about: 'A file that describes a kind of server: its number, image, flavor and services.'},
    'overcloud roles': {about: 'The roles of a plan.'},
    'overcloud upgrade': {
      about:
        'An upgrade changes one role after the other. `overcloud upgrade converge` then deploys the rest of the plan.',
    },
    undercloud: {
      about: 'The cloud that deploys other clouds: the one that you are logged in to.',
      verbs: ['setup', 'status'],
    },
  },
  remedies: [
    {
      when: {code: 'NoWorkflows'},
      cause: 'Mistral in this project does not have the workflows that deploy plans.',
      next: ['{program} undercloud setup', '{program} undercloud status'],
    },
    {
      when: {code: 'DeploymentFailed'},
      cause: 'Part of the deployment failed. Resources that were deployed before the failure still exist.',
      next: ['{program} overcloud failures --plan {name}', '{program} overcloud plan deploy {name}'],
    },
    {
      when: {code: 'MachinesFailed'},
      cause: 'Ironic could not change some machines. The others were changed.',
      next: ['{program} overcloud profiles list --all'],
    },
    {
      when: {code: 'ValidationsFailed'},
      cause: 'Validations found problems that would make a deployment fail. Nothing was changed.',
      next: ['{program} tripleo validator list'],
    },
    {
      when: {code: 'InvalidPlan', command: 'overcloud plan', message: 'Resource Type'},
      cause: 'Heat in this cloud does not have a resource type that the templates use.',
      fix: 'List the available resource types: {program} orchestration resource type list',
      next: ['{program} orchestration resource type list'],
    },
  ],
} satisfies PluginHelp
