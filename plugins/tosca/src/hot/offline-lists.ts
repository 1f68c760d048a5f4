import type {Flavor, Image} from '#hot/choose'

const flavor = (name: string, vcpus: number, ram: number, disk: number): Flavor => ({name, vcpus, ram, disk})

/** The flavors that heat-translator assumes where it does not ask a cloud. */
export const OFFLINE_FLAVORS: readonly Flavor[] = [
  flavor('m1.xlarge', 8, 16384, 160),
  flavor('m1.large', 4, 8192, 80),
  flavor('m1.medium', 2, 4096, 40),
  flavor('m1.small', 1, 2048, 20),
  flavor('m1.tiny', 1, 512, 1),
  flavor('m1.micro', 1, 128, 0),
  flavor('m1.nano', 1, 64, 0),
]

const linux = (id: string, distribution: string, version: string): Image => ({
  id,
  architecture: 'x86_64',
  type: 'linux',
  distribution,
  version,
})

/** The images that heat-translator assumes. */
export const OFFLINE_IMAGES: readonly Image[] = [
  linux('ubuntu-software-config-os-init', 'ubuntu', '14.04'),
  linux('ubuntu-12.04-software-config-os-init', 'ubuntu', '12.04'),
  linux('fedora-amd64-heat-config', 'fedora', '18.0'),
  linux('F18-x86_64-cfntools', 'fedora', '19'),
  linux('Fedora-x86_64-20-20131211.1-sda', 'fedora', '20'),
  linux('cirros-0.3.1-x86_64-uec', 'cirros', '0.3.1'),
  linux('cirros-0.3.2-x86_64-uec', 'cirros', '0.3.2'),
  linux('rhel-6.5-test-image', 'rhel', '6.5'),
]
