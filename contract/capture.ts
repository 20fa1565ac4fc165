import { z } from 'zod';

export const scanDriverSchema = z.enum(['escl', 'sane', 'wia', 'naps2']);
export type ScanDriverName = z.infer<typeof scanDriverSchema>;

/** A scanner that was found, or one that is remembered. */
export const scanDeviceSchema = z.strictObject({
  driver: scanDriverSchema,
  /** What the driver finds it again by, for example the address of its eSCL service. */
  address: z.string().min(1).max(500),
  /** For people. */
  name: z.string().max(200),
});
export type ScanDevice = z.infer<typeof scanDeviceSchema>;

export const scanColourSchema = z.enum(['colour', 'grey', 'black-white']);
export type ScanColour = z.infer<typeof scanColourSchema>;

export const paperSizeSchema = z.enum(['a3', 'a4', 'a5', 'letter', 'legal', 'largest']);
export type PaperSize = z.infer<typeof paperSizeSchema>;

export const scanSettingsSchema = z.strictObject({
  source: z.enum(['feeder', 'flatbed']),
  /** Both sides of each sheet; only from a feeder. */
  duplex: z.boolean(),
  colour: scanColourSchema,
  resolutionDpi: z.int().min(50).max(1200),
  paper: paperSizeSchema,
});
export type ScanSettings = z.infer<typeof scanSettingsSchema>;

/** What a scanner offers for one way of laying paper in. */
export const scanSourceSchema = z.strictObject({
  source: z.enum(['feeder', 'flatbed']),
  duplex: z.boolean(),
  colours: z.array(scanColourSchema),
  resolutionsDpi: z.array(z.int().positive()),
  maxWidthMm: z.number().positive(),
  maxHeightMm: z.number().positive(),
});
export type ScanSource = z.infer<typeof scanSourceSchema>;

export const scannerCapabilitiesSchema = z.strictObject({ model: z.string(), sources: z.array(scanSourceSchema) });
export type ScannerCapabilities = z.infer<typeof scannerCapabilitiesSchema>;

/** Why a scanner gives no further page. `feeder-empty` is the good end of a pile; all others are trouble. */
export const scanStopCodeSchema = z.enum([
  'feeder-empty',
  'jam',
  'cover-open',
  'double-feed',
  'busy',
  'unreachable',
  'broken-page',
  'disk-full',
  'not-supported',
  'certificate-changed',
  'driver-missing',
  'device-failed',
  'ended-by-person',
  'station-ended',
]);
export type ScanStopCode = z.infer<typeof scanStopCodeSchema>;
