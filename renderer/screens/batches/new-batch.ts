/** Last part of a path of Windows or Linux. */
export function nameOfPath(path: string): string {
  return path.split(/[/\\]/).findLast((part) => part !== '') ?? path;
}

/** Adds paths that are not in the list yet. */
export function addPaths(paths: readonly string[], added: readonly string[]): readonly string[] {
  return [...new Set([...paths, ...added])];
}
