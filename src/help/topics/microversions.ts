import type {Topic} from '#help/topics/topic'

export const microversions = (program: string): Topic => ({
  about: 'Request a newer version of a service API.',
  sections: [
    {
      title: 'HOW IT WORKS',
      text: [
        'Some services number each change of their API: 2.1, 2.2, ... Unless a version is requested, they use the first one.',
        'Request a version with --os-compute-api-version 2.79, OS_COMPUTE_API_VERSION, or compute_default_microversion in clouds.yaml. Other services work the same way. latest is the newest version of the service.',
        "Options that need a version are marked on their command's page, with the version of the selected cloud. If the cloud is known not to support it, the command fails before it sends a request.",
        `${program} context refresh asks the services for their versions.`,
      ],
    },
  ],
})
