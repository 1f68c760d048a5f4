const {processSpecs} = require('../support/suites.ts')

module.exports = {
  spec: processSpecs(),
  'node-option': ['conditions=@osc/source', 'no-warnings'],
  // A test may start a dozen programs, each of which has a limit of its own.
  timeout: 180_000,
  parallel: true,
  jobs: 2,
  exit: true,
}
