import type {Topic} from '#help/topics/topic'

export const start = (program: string): Topic => ({
  about: 'First steps.',
  sections: [
    {
      title: '1. CONFIGURE A CLOUD',
      text: ['Either add your cloud, or start a local one:'],
      pages: true,
      entries: [
        [`${program} cloud add NAME`, 'Add a cloud to clouds.yaml; osc prompts for the settings.'],
        [`${program} sandbox start`, 'Start a local cloud, named sandbox.'],
        [`${program} cloud use NAME`, 'Choose the cloud that commands use by default.'],
      ],
    },
    {
      title: '2. CHECK THE LOGIN',
      pages: true,
      entries: [
        [`${program} whoami`, 'Show your user, project and roles.'],
        [`${program} doctor`, 'Find out why a login fails.'],
      ],
    },
    {
      title: '3. FIND A COMMAND',
      text: ['Commands are a noun and a verb: project list, stack create.'],
      entries: [
        [program, 'The nouns of each service.'],
        [`${program} help <noun>`, 'The verbs of a noun.'],
        [`${program} <noun> <verb> --help`, 'Options and examples of a command.'],
        [`${program} search <words>`, 'Search commands, options and topics.'],
      ],
    },
    {
      title: '4. WORK FASTER',
      pages: true,
      entries: [
        [`${program} completion install`, 'Complete commands, options and names in your shell.'],
        [`${program} shell`, 'Run commands at a prompt.'],
        [`${program} why`, 'Explain the last failure.'],
        [`${program} help topics`, 'Output formats, scripting, environment variables, ...'],
      ],
    },
  ],
})
