import ironic from '#sandbox/ironic'

export default [ironic]
