import type {Context} from 'mocha'
import {login} from './api.ts'

/**
 * Skips the running test or hook, visibly, when the cloud under test cannot do this: `lacks(this, 'stack-adopt')`.
 * OSC_TEST_LACKS lists what it cannot do, separated by commas.
 */
export function lacks(context: Context, feature: string): void {
  if ((process.env.OSC_TEST_LACKS ?? '').split(',').includes(feature)) context.skip()
}

/** The same where the catalog of the cloud lacks one of these services: `await needs(this, 'compute')`. */
export async function needs(context: Context, ...services: readonly string[]): Promise<void> {
  const {endpoints} = await login()
  if (services.some((service) => !endpoints.has(service))) context.skip()
}
