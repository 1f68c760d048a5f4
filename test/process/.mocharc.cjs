const {processSpecs} = require('../support/suites.ts')

module.exports = {
  spec: processSpecs(),
  'node-option': ['conditions=@osc/source', 'no-warnings'],
  timeout: 60_000,
  parallel: true,
  jobs: 2,
  exit: true,
}
