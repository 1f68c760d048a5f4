import {AUTH_ENTRIES, entryLines} from '#help/topics/auth-entries'
import type {Topic} from '#help/topics/topic'

export const auth = (program: string): Topic => ({
  about: 'How osc logs in: authentication types and their clouds.yaml entries.',
  sections: [
    {
      title: 'HOW IT WORKS',
      text: [
        'auth_type in clouds.yaml, OS_AUTH_TYPE or --os-auth-type selects the authentication type; the default is password.',
        'Its options are below auth in clouds.yaml, in OS_* variables (auth_url is OS_AUTH_URL), or in global options (--os-auth-url).',
        'Tokens are cached in files that only you can read, until shortly before they expire. If a service rejects a token, osc logs in once more.',
      ],
    },
    {
      title: 'COMMANDS',
      pages: true,
      entries: [
        [`${program} cloud add NAME`, 'Add a cloud to clouds.yaml.'],
        [`${program} whoami`, 'Show your user, project and roles, and when the token expires.'],
        [`${program} doctor`, 'Check configuration, network and login.'],
        [`${program} token issue`, 'Issue a token for another program.'],
        [`${program} cache clear`, 'Delete cached tokens; the next command logs in again.'],
      ],
    },
    {title: 'AUTHENTICATION TYPES', entries: Object.entries(AUTH_ENTRIES).map(([type, {about}]) => [type, about])},
    ...Object.entries(AUTH_ENTRIES).map(([type, entry]) => ({
      title: `ENTRY FOR ${type}`,
      lines: entryLines(type, entry),
    })),
    {
      title: 'NOT SUPPORTED',
      text: ['v3samlpassword, v3adfspassword and Kerberos. Use an application credential or OpenID Connect.'],
    },
  ],
})
