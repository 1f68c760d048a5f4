import {join} from 'node:path'

/** The cloud under test: an administrator's entry of clouds.yaml. OSC_TEST_CLOUD names another one. */
export const cloudName = (): string => process.env.OSC_TEST_CLOUD ?? 'devcloud-admin'

/** The same cloud for somebody with the role member only, in a project of their own. */
export const userCloudName = (): string => process.env.OSC_TEST_USER_CLOUD ?? 'devcloud-demo'

/** Where both are described: OS_CLIENT_CONFIG_FILE, or the devcloud's own file. */
export const cloudsFile = (): string =>
  process.env.OS_CLIENT_CONFIG_FILE ?? join(process.env.DEVCLOUD_DIR ?? '/tmp/devcloud', 'clouds.yaml')

/** What a client needs in its environment to talk to the cloud under test. */
export const cloudEnv = (cloud: string = cloudName()): Record<string, string> => ({
  OS_CLOUD: cloud,
  OS_CLIENT_CONFIG_FILE: cloudsFile(),
})
