/** Names of the IPC channels between window and main. In a file of their own: the preload carries nothing else along. */
export const channels = {
  toStation: 'station:to',
  fromStation: 'station:from',
  stationState: 'station:state',
  chooseSources: 'shell:choose-sources',
  saveFile: 'shell:save-file',
} as const;
