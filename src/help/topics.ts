import type {Page, Section} from '#help/page'
import type {PluginIndex} from '#plugins/types'

interface Topic {
  about: string
  sections: readonly Section[]
}

/** Topics that are the same whatever is installed, with `program` in lines to type. `options` and `exit-codes` are made from tables. */
const topics = (program: string): Readonly<Record<string, Topic>> => ({
  auth: {
    about: 'How osc logs in.',
    sections: [
      {
        title: 'HOW',
        text: [
          'auth_type in clouds.yaml, OS_AUTH_TYPE or --os-auth-type says how; password is the default. What each needs stands under auth in clouds.yaml, in OS_* variables or in --os-* options.',
          'Tokens are kept in the cache, readable for you only, until shortly before they end. A token that a service refuses is renewed once.',
        ],
      },
      {
        title: 'TRY',
        pages: true,
        entries: [
          [`${program} whoami`, 'Who you are, your roles, when the token ends.'],
          [`${program} token issue`, 'A token for another program.'],
          [`${program} cache clear`, 'Forget tokens; the next command logs in anew.'],
        ],
      },
    ],
  },
  clouds: {
    about: 'Which cloud a command talks to.',
    sections: [
      {
        title: 'WHERE IT IS LOOKED FOR',
        text: [
          'clouds.yaml is taken from OS_CLIENT_CONFIG_FILE, this folder, ~/.config/openstack or /etc/openstack, the first that is there. Secrets may stand in secure.yaml beside it.',
          '--os-cloud selects an entry, then OS_CLOUD; without either the OS_* variables describe the cloud, and failing these the only entry there is.',
          'Of the same setting an option beats a variable, a variable beats the file, the file beats the vendor profile.',
        ],
      },
      {
        title: 'TRY',
        pages: true,
        entries: [
          [`${program} configuration show`, 'The settings in force.'],
          [`${program} help options`, 'Each option with its source.'],
        ],
      },
    ],
  },
  output: {
    about: 'How results are printed.',
    sections: [
      {
        title: 'FORMATS',
        entries: [
          ['-f table', 'For people; the default.'],
          ['-f json, -f yaml', 'For programs; values keep their types.'],
          ['-f csv', 'Lists only; --quote says which values get quotes.'],
          ['-f value', 'The bare values, a row a line.'],
          ['-f shell', 'One thing only: variables for eval.'],
        ],
      },
      {
        title: 'COLUMNS AND ROWS',
        entries: [
          ['-c COLUMN', 'Only this column; may be repeated.'],
          ['--sort-column COLUMN', 'Lists: sort by it.'],
          ['--max-width, --fit-width', 'Tables: how wide. CLIFF_MAX_TERM_WIDTH and CLIFF_FIT_WIDTH too.'],
        ],
      },
    ],
  },
  microversions: {
    about: 'Asking a service for a newer revision of its API.',
    sections: [
      {
        title: 'HOW',
        text: [
          'Some services number each change of their API: 2.1, 2.2, ... Without being asked they answer as at first.',
          '--os-compute-api-version 2.79, OS_COMPUTE_API_VERSION or compute_default_microversion in clouds.yaml ask for one; it is alike for the other services. latest is the newest that the service has.',
          "Options that need one are marked on their command's page, next to what the selected cloud has. Using one that the cloud is known to lack fails before anything is sent.",
          `${program} context refresh asks the services which they have.`,
        ],
      },
    ],
  },
  plugins: {
    about: 'Where commands come from.',
    sections: [
      {
        title: 'MANAGING THEM',
        pages: true,
        entries: [
          [`${program} plugins`, 'What is installed, where it comes from, and whether this cloud has its service.'],
          [`${program} plugins install PACKAGE`, 'Add one from the npm registry.'],
          [`${program} plugins uninstall PACKAGE`, 'Remove it.'],
          [`${program} plugins sync`, 'Add what the services of this cloud need, after a yes.'],
          [`${program} plugins doctor`, 'Why one does not load.'],
        ],
      },
      {
        title: 'NAMESPACES',
        text: [
          `A plugin's own word may stand before its commands: ${program} heat stack list is ${program} stack list. The word alone is its page.`,
        ],
      },
    ],
  },
  environment: {
    about: `Variables that osc reads. Those of global options are listed by: ${program} help options`,
    sections: [
      {
        title: 'OPENSTACK',
        entries: [
          ['OS_CLOUD', 'The entry of clouds.yaml.'],
          ['OS_CLIENT_CONFIG_FILE', 'Where clouds.yaml is.'],
          ['OS_CLIENT_SECURE_FILE', 'Where secure.yaml is.'],
          ['OS_*', 'Any setting of a cloud: OS_AUTH_URL, OS_USERNAME, OS_PROJECT_NAME, ...'],
        ],
      },
      {
        title: 'OSC',
        entries: [
          ['OSC_CACHE_DIR', 'Where tokens, catalogs and names are kept; else below XDG_CACHE_HOME or ~/.cache.'],
          ['OSC_DATA_DIR', 'Where plugins are installed; else below XDG_DATA_HOME or ~/.local/share.'],
          ['OSC_NO_CACHE', 'Neither read nor write the cache; as --no-cache.'],
          ['OSC_HINTS=0', 'Say nothing of what to do next; as --no-hints.'],
          ['OSC_PROMPT=1', 'On a terminal, ask for an argument that is missing.'],
          ['OSC_RECORD=0', `Keep no failures for ${program} why.`],
          ['OSC_HISTORY=0', `Keep no lines of ${program} shell.`],
          ['OSC_SHELL_FETCH=0', `At the prompt of ${program} shell, fetch no names by itself.`],
          ['OSC_ERRORS=json', 'Errors as JSON, however results are printed.'],
          ['OSC_NPM_REGISTRY', 'The registry that plugins come from, in place of the one that npm is set to.'],
        ],
      },
      {
        title: 'TERMINAL',
        entries: [
          ['CI', 'Nothing is asked, hinted at, coloured or paged, as in a pipe.'],
          ['NO_COLOR', 'No colours.'],
          ['PAGER', 'What shows a page that is longer than the terminal; empty: nothing.'],
          ['CLIFF_MAX_TERM_WIDTH, CLIFF_FIT_WIDTH', 'How wide tables are.'],
          ['HTTPS_PROXY, HTTP_PROXY, NO_PROXY', 'Proxies.'],
        ],
      },
    ],
  },
  scripting: {
    about: 'Using osc in scripts.',
    sections: [
      {
        title: 'RULES',
        text: [
          'Results go to stdout, everything else to stderr. In a pipe nothing prompts and nothing is coloured.',
          `The exit status says what kind of failure it was: ${program} help exit-codes.`,
          'Take -f json, or -f value -c COLUMN, rather than cutting a table up.',
        ],
      },
      {
        title: 'EXAMPLES',
        lines: [
          `$ ${program} project show demo -f value -c id`,
          `$ ${program} user list -f json | jq -r '.[].Name'`,
          `$ eval "$(${program} project show demo -f shell --prefix project_)"`,
        ],
      },
    ],
  },
})

export const TOPIC_NAMES: readonly string[] = [...Object.keys(topics('osc')), 'options', 'exit-codes', 'topics'].sort()

/** All of them as pages, without the way from one to the others. */
export const topicPages = (): Page[] =>
  Object.entries(topics('osc')).map(([title, {about, sections}]) => ({title, intro: [about], sections}))

export function topicPage(name: string, index: PluginIndex, program: string): Page | undefined {
  const topic = topics(program)[name]
  if (!topic) return undefined
  const others = TOPIC_NAMES.filter((other) => other !== name)
  const see = {title: 'OTHER TOPICS', text: [`${program} help ${others.join(' | ')}`]}
  return {
    title: name,
    intro: [topic.about],
    sections: [...topic.sections, ...(name === 'output' ? pluginFormats(index) : []), see],
  }
}

function pluginFormats({formatters, plugins}: PluginIndex): Section[] {
  const entries = Object.entries(formatters).map(([name, {summary, plugin}]): [string, string] => [
    `-f ${name}`,
    `${summary} From ${plugins[plugin]?.name}.`,
  ])
  return entries.length > 0 ? [{title: 'FORMATS OF PLUGINS', entries}] : []
}

export const topicsPage = (program: string): Page => ({
  title: 'topics',
  intro: ['What else there is to read.'],
  sections: [
    {
      title: 'TOPICS',
      pages: true,
      entries: [
        ...Object.entries(topics(program)).map(([name, {about}]): [string, string] => [
          `${program} help ${name}`,
          about,
        ]),
        [`${program} help options`, 'The options that may stand anywhere on the line.'],
        [`${program} help exit-codes`, 'What the exit status says.'],
      ],
    },
  ],
})
