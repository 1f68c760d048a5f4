import type {Topic} from '#help/topics/topic'

export const environment = (program: string): Topic => ({
  about: `Environment variables that osc reads. For those of global options see: ${program} help options`,
  sections: [
    {
      title: 'OPENSTACK',
      entries: [
        ['OS_CLOUD', 'The entry of clouds.yaml to use.'],
        ['OS_CLIENT_CONFIG_FILE', 'Path of clouds.yaml.'],
        ['OS_CLIENT_SECURE_FILE', 'Path of secure.yaml.'],
        ['OS_*', 'Any setting of a cloud: OS_AUTH_URL, OS_USERNAME, OS_PROJECT_NAME, ...'],
      ],
    },
    {
      title: 'OSC',
      entries: [
        ['OSC_CACHE_DIR', 'Folder for cached tokens, catalogs and names. Default: XDG_CACHE_HOME/osc or ~/.cache/osc.'],
        ['OSC_DATA_DIR', 'Folder for plugins and other data. Default: XDG_DATA_HOME/osc or ~/.local/share/osc.'],
        ['OSC_NO_CACHE', 'Set: do not use the cache, as with --no-cache.'],
        ['OSC_HINTS=0', 'Do not print next steps, as with --no-hints.'],
        ['OSC_PROMPT=1', 'On a terminal, prompt for missing arguments.'],
        ['OSC_RECORD=0', `Do not record failures for ${program} why.`],
        ['OSC_HISTORY=0', `Do not save the history of ${program} shell.`],
        ['OSC_SHELL_FETCH=0', `Do not fetch names for completion in ${program} shell.`],
        ['OSC_ERRORS=json', 'Print errors as JSON.'],
        ['OSC_NPM_REGISTRY', 'Registry for plugins. Default: the registry that npm is configured for.'],
      ],
    },
    {
      title: 'TERMINAL',
      entries: [
        ['CI', 'Set: no prompts, next steps, colors or pager, as in a pipe.'],
        ['NO_COLOR', 'Set: no colors.'],
        ['PAGER', 'Program for pages longer than the terminal. Default: less. Empty: no pager.'],
        ['TERM', 'dumb: no pager.'],
        ['CLIFF_MAX_TERM_WIDTH, CLIFF_FIT_WIDTH', 'Width of tables.'],
        ['HTTPS_PROXY, HTTP_PROXY, NO_PROXY', 'Proxies.'],
      ],
    },
  ],
})
