/**
 * The one name under which an image is kept, for the several by which it can be pulled: registries that only mirror
 * Docker Hub, LinuxServer's two homes, and Bitnami's archive. https://docs.linuxserver.io/general/running-our-containers/
 */
export function imageName(image: string): string {
  return image
    .toLowerCase()
    .replace(/^(?:docker\.io|index\.docker\.io|registry\.hub\.docker\.com|registry-1\.docker\.io)\//, '')
    .replace(/^(?:public\.ecr\.aws\/docker|mirror\.gcr\.io|dockerhub\.io)\//, '')
    .replace(/^library\//, '')
    .replace(/^(?:lscr\.io|ghcr\.io)\/linuxserver\//, 'linuxserver/')
    .replace(/^(?:bitnamilegacy|bitnamisecure|public\.ecr\.aws\/bitnami)\//, 'bitnami/');
}
