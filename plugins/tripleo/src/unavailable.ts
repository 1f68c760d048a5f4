/** A command of TripleO that osc knows and does not run. */
export interface Unavailable {
  summary: string
  /** What the command does there, as the end of a sentence: `It installs ...`. */
  does: string
  /** What it needs, as the end of a sentence: `That needs ...`. */
  needs: string
  /** A command of osc that does the part that is possible, and what it does, as the end of a sentence: `To ...`. */
  instead: readonly [command: string, does: string]
}

const ROOT = 'root on the host of the undercloud, where Ansible and Podman run'
const SSH = 'Ansible on the host of the undercloud, which logs in to the servers by SSH'
const REGISTRY = 'the container registry on the host of the undercloud, and root there'
const INSTALL = ['overcloud plan create first', 'create a plan in a cloud that exists'] as const
const PLANS = ['help tripleo', 'read what osc does for deployments'] as const
const IMAGES = [
  'overcloud plan set PLAN --parameter KEY=VALUE',
  'set the names of container images that a plan uses',
] as const

/** By the name of the command. */
export const unavailable = {
  'overcloud admin authorize': {
    summary: 'Authorize the administrator on the servers',
    does: 'copies the SSH key of the deployment user to every server of the overcloud',
    needs: SSH,
    instead: ['keypair list', 'list keys that Nova gives to new servers'],
  },
  'overcloud backup': {
    summary: 'Back up the overcloud',
    does: 'installs and runs a backup tool on the controllers',
    needs: SSH,
    instead: ['overcloud plan export PLAN', 'save the plan'],
  },
  'overcloud cell export': {
    summary: 'Export the values that a cell needs',
    does: 'collects endpoints, hosts and passwords of a control plane for another stack',
    needs: 'the files that Ansible left on the host of the undercloud',
    instead: ['stack output show --all STACK', 'show the outputs of the stack'],
  },
  'overcloud ceph-upgrade run': {
    summary: 'Upgrade Ceph on the servers',
    does: 'runs the playbooks that upgrade the Ceph that the overcloud manages',
    needs: SSH,
    instead: PLANS,
  },
  'overcloud container image build': {
    summary: 'Build container images',
    does: 'builds the images of the services of the overcloud',
    needs: REGISTRY,
    instead: IMAGES,
  },
  'overcloud container image prepare': {
    summary: 'Write the environment of container images',
    does: 'looks up the images of the services in registries, and writes an environment file with their names',
    needs: REGISTRY,
    instead: IMAGES,
  },
  'overcloud container image tag discover': {
    summary: 'Discover the versioned tag of an image',
    does: 'asks a registry for the tag that an image is also known by',
    needs: REGISTRY,
    instead: IMAGES,
  },
  'overcloud container image upload': {
    summary: 'Upload container images',
    does: 'copies the images of the services to the registry of the undercloud',
    needs: REGISTRY,
    instead: IMAGES,
  },
  'overcloud execute': {
    summary: 'Run a script on the servers',
    does: 'runs a shell script on every server of the overcloud',
    needs: 'an agent in the servers, or SSH',
    instead: ['software deployment create', 'run a script on a server whose image has the agent of Heat'],
  },
  'overcloud export ceph': {
    summary: 'Export the values of a Ceph cluster',
    does: 'collects the addresses and keys of a Ceph cluster for another stack',
    needs: 'the files that Ansible left on the host of the undercloud',
    instead: ['stack output show --all STACK', 'show the outputs of the stack'],
  },
  'overcloud update clear breakpoints': {
    summary: 'Continue an update that stopped at a breakpoint',
    does: 'removes breakpoints of an update of packages, so that the next server is updated',
    needs: 'a stack that was updated by releases before Pike',
    instead: ['overcloud update run --limit ROLE', 'deploy the changes of one role after the other'],
  },
  'overcloud update stack': {
    summary: 'Update the packages on the servers',
    does: 'updates packages on one server after the other, with breakpoints',
    needs: 'templates of releases before Pike',
    instead: ['overcloud update run --limit ROLE', 'deploy the changes of one role after the other'],
  },
  'overcloud external-update run': {
    summary: 'Update services outside of the servers',
    does: 'runs the playbooks that update external services, such as Ceph',
    needs: SSH,
    instead: PLANS,
  },
  'overcloud external-upgrade run': {
    summary: 'Upgrade services outside of the servers',
    does: 'runs the playbooks that upgrade external services, such as Ceph',
    needs: SSH,
    instead: PLANS,
  },
  'overcloud ffwd-upgrade converge': {
    summary: 'Complete a fast-forward upgrade',
    does: 'deploys the plan after the servers went through several releases',
    needs: SSH,
    instead: PLANS,
  },
  'overcloud ffwd-upgrade prepare': {
    summary: 'Prepare a fast-forward upgrade',
    does: 'changes the plan for an upgrade through several releases',
    needs: SSH,
    instead: ['overcloud plan set PLAN --parameter KEY=VALUE', 'change the plan'],
  },
  'overcloud ffwd-upgrade run': {
    summary: 'Run a fast-forward upgrade',
    does: 'runs the playbooks that upgrade the servers through several releases',
    needs: SSH,
    instead: PLANS,
  },
  'overcloud image build': {
    summary: 'Build the images of the servers',
    does: 'builds disk images with disk-image-builder',
    needs: ROOT,
    instead: ['image create --file FILE NAME', 'upload an image that was built elsewhere'],
  },
  'overcloud network extract': {
    summary: 'Extract the networks of a stack to a file',
    does: 'writes the networks of a deployed stack as a network file for Ansible',
    needs: SSH,
    instead: ['network list', 'list the networks'],
  },
  'overcloud network provision': {
    summary: 'Create the networks of a file',
    does: 'creates networks and subnets with Ansible, and writes an environment file with their IDs',
    needs: ROOT,
    instead: [
      'overcloud plan set PLAN -n network_data.yaml',
      'use a network file in a plan, whose stack creates the networks',
    ],
  },
  'overcloud support report collect': {
    summary: 'Collect support reports of servers',
    does: 'runs sosreport on the servers, and downloads the reports',
    needs: SSH,
    instead: ['console log show SERVER', 'show the console of a server'],
  },
  'tripleo config generate ansible': {
    summary: 'Generate the configuration of Ansible',
    does: 'writes an ansible.cfg for deployments',
    needs: ROOT,
    instead: PLANS,
  },
  'tripleo container image build': {
    summary: 'Build container images of TripleO',
    does: 'builds the images of the services with Buildah',
    needs: REGISTRY,
    instead: IMAGES,
  },
  'tripleo container image delete': {
    summary: 'Delete a container image',
    does: 'deletes an image from the registry of the undercloud',
    needs: REGISTRY,
    instead: PLANS,
  },
  'tripleo container image hotfix': {
    summary: 'Patch a container image',
    does: 'installs RPM packages in an image',
    needs: REGISTRY,
    instead: PLANS,
  },
  'tripleo container image list': {
    summary: 'List container images',
    does: 'lists the images in the registry of the undercloud',
    needs: REGISTRY,
    instead: PLANS,
  },
  'tripleo container image prepare': {
    summary: 'Prepare container images',
    does: 'selects, copies and patches the images of the services for an environment',
    needs: REGISTRY,
    instead: IMAGES,
  },
  'tripleo container image push': {
    summary: 'Push a container image',
    does: 'copies an image to the registry of the undercloud',
    needs: REGISTRY,
    instead: PLANS,
  },
  'tripleo container image show': {
    summary: 'Show a container image',
    does: 'shows an image in the registry of the undercloud',
    needs: REGISTRY,
    instead: PLANS,
  },
  'tripleo deploy': {
    summary: 'Deploy OpenStack on this host',
    does: 'installs a standalone OpenStack on the host that it runs on',
    needs: ROOT,
    instead: INSTALL,
  },
  'tripleo launch heat': {
    summary: 'Launch a temporary Heat',
    does: 'starts Heat in a container, for the time of a deployment',
    needs: ROOT,
    instead: ['sandbox start', 'start an embedded cloud with Heat, for tests'],
  },
  'tripleo upgrade': {
    summary: 'Upgrade OpenStack on this host',
    does: 'upgrades a standalone OpenStack on the host that it runs on',
    needs: ROOT,
    instead: PLANS,
  },
  'undercloud backup': {
    summary: 'Back up the undercloud',
    does: 'saves the databases and files of the undercloud',
    needs: ROOT,
    instead: ['overcloud plan export PLAN', 'save a plan'],
  },
  'undercloud deploy': {
    summary: 'Deploy an undercloud on this host',
    does: 'installs an undercloud in containers on the host that it runs on',
    needs: ROOT,
    instead: INSTALL,
  },
  'undercloud install': {
    summary: 'Install the undercloud',
    does: 'installs OpenStack on the host that it runs on',
    needs: ROOT,
    instead: INSTALL,
  },
  'undercloud minion install': {
    summary: 'Install a minion of the undercloud',
    does: 'installs more engines of Heat on another host',
    needs: ROOT,
    instead: PLANS,
  },
  'undercloud minion upgrade': {
    summary: 'Upgrade a minion of the undercloud',
    does: 'upgrades the engines of Heat on another host',
    needs: ROOT,
    instead: PLANS,
  },
  'undercloud upgrade': {
    summary: 'Upgrade the undercloud',
    does: 'upgrades OpenStack on the host that it runs on',
    needs: ROOT,
    instead: PLANS,
  },
} satisfies Readonly<Record<string, Unavailable>>
