/** The test kit for plugins: `@osc-cli/core/testing`. A sandbox and osc, both in the process of the tests. */
export type {Result, RunOptions} from '#testing/run-osc'
export {startTestCloud, type TestCloud, type TestCloudOptions} from '#testing/test-cloud'
