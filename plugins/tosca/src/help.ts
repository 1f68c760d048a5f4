import type {PluginHelp} from '@osc-cli/core'

export default {
  about:
    'TOSCA describes applications with their servers, networks and software, independent of a cloud. osc checks, shows and translates templates.',
  session: [
    {command: 'osc tosca validate app.yaml', description: 'List the problems of a template'},
    {command: 'osc tosca show app.yaml --graph', description: 'Draw nodes and relationships'},
    {
      command: 'osc translate template --template-type tosca --template-file app.yaml --output-file app-hot.yaml',
      description: 'Translate it to a Heat template',
    },
    {command: 'osc stack create -t app-hot.yaml app', description: 'Create a stack from it'},
  ],
  related: ['orchestration', 'workflow'],
  nouns: {
    tosca: {about: 'Templates of the TOSCA Simple Profile in YAML, and CSAR archives of them.'},
    translate: {about: 'Translation of TOSCA templates for Heat, and of their workflows for Mistral.'},
  },
} satisfies PluginHelp
