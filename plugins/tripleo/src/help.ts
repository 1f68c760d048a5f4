import {defineHelp} from '@osc-cli/core'

export default defineHelp({
  about:
    'TripleO ("OpenStack on OpenStack", OoO) deploys a cloud with a cloud: the one that you are logged in to, called the ' +
    'undercloud, creates another one, the overcloud. A plan says which servers it has and how they are configured.',
  session: [{command: 'osc overcloud role list', description: 'List the roles that servers can have'}],
  related: ['orchestration', 'workflow'],
  nouns: {
    'overcloud role': {about: 'A kind of server, in a file: its count, image, networks and services.'},
    'overcloud roles': {about: 'The roles of a plan: the kinds of its servers, and how many of each.'},
  },
})
