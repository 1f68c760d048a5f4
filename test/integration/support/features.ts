import type {Context} from 'mocha'

/**
 * Skips the running test or hook, visibly, when the cloud under test cannot do this: `lacks(this, 'stack-adopt')`.
 * OSC_TEST_LACKS lists what it cannot do, separated by commas.
 */
export function lacks(context: Context, feature: string): void {
  if ((process.env.OSC_TEST_LACKS ?? '').split(',').includes(feature)) context.skip()
}
