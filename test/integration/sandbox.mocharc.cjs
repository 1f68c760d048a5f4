const {sandboxSpecs} = require('../support/suites.ts')

module.exports = {...require('./.mocharc.json'), spec: sandboxSpecs()}
