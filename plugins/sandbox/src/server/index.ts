/** The sandbox in one's own process: `@osc-cli/plugin-sandbox/server`. */
export {cloudsYaml} from '#clouds-file'
export {startSandbox} from '#server/sandbox'
export {pluginServices} from '#services'
