import type {Topic} from '#help/topics/topic'

/** The smallest useful clouds.yaml; the README shows the same one. */
export const CLOUDS_YAML = `clouds:
  mycloud:
    auth:
      auth_url: https://cloud.example.com:5000/v3
      username: me
      password: secret
      project_name: demo
    region_name: RegionOne`

export const clouds = (program: string): Topic => ({
  about: 'Configure clouds and select one.',
  sections: [
    {
      title: 'CLOUDS.YAML',
      text: ['Write this to ~/.config/openstack/clouds.yaml, with your own values:'],
      lines: CLOUDS_YAML.split('\n').map((line) => `  ${line}`),
    },
    {
      title: 'COMMANDS',
      pages: true,
      entries: [
        [`${program} cloud add NAME`, 'Add a cloud: log in, then write clouds.yaml.'],
        [`${program} cloud list`, 'List all clouds, where each is defined, and which one is in use.'],
        [`${program} cloud use NAME`, 'Choose the cloud that commands use by default.'],
        [`${program} sandbox start`, 'Start a local cloud, named sandbox, to try osc without an account.'],
        [`${program} configuration show`, 'Show the current settings.'],
        [`${program} help auth`, 'Authentication types, with an entry for each.'],
      ],
    },
    {
      title: 'FILES',
      text: [
        'clouds.yaml is read from OS_CLIENT_CONFIG_FILE, else from the current folder, ~/.config/openstack or /etc/openstack. Only the first file found is read.',
        'Secrets can be in secure.yaml next to it. Both files have the same structure.',
      ],
    },
    {
      title: 'WHICH CLOUD IS USED',
      text: [
        `1. --os-cloud NAME\n2. OS_CLOUD\n3. The cloud that OS_* variables describe (OS_AUTH_URL, OS_USERNAME, ...)\n4. The default, chosen with ${program} cloud use NAME\n5. The only entry of clouds.yaml`,
        'For a single setting, an option overrides a variable, a variable overrides the file, and the file overrides the vendor profile.',
      ],
    },
  ],
})
