import { z } from 'zod';
import { bilingualSchema, idSchema } from './common.ts';
import { separationSchema } from './pile.ts';
import { pageVerdictSchema, qualityCountSchema } from './quality.ts';

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
  'disk-failed',
  'not-supported',
  'certificate-changed',
  'driver-missing',
  'device-failed',
  'ended-by-person',
  'station-ended',
]);
export type ScanStopCode = z.infer<typeof scanStopCodeSchema>;

export const toldStopSchema = z.strictObject({ code: scanStopCodeSchema, message: bilingualSchema });
export type ToldStop = z.infer<typeof toldStopSchema>;

/** The capture of a batch from a scanner, as a screen shows it. */
export const scanViewSchema = z.strictObject({
  batchId: idSchema,
  device: scanDeviceSchema,
  settings: scanSettingsSchema,
  /** `held`: a person paused it, the scanner's job waits; `stopped`: no job is open, and it can be resumed or finished. */
  state: z.enum(['scanning', 'held', 'stopped', 'finished']),
  /** Why it stopped; null while it scans and once it is finished. */
  stop: toldStopSchema.nullable(),
  /** Sides safely stored. */
  pages: z.int().nonnegative(),
  /** Sheets they make. */
  sheets: z.int().nonnegative(),
  /** The front of a sheet is stored and its back is not: the sheet has to be laid in again. */
  sheetIncomplete: z.boolean(),
  /** The clerk's own count of the pile; null when nobody counted. */
  expectedSheets: z.int().positive().nullable(),
  quality: qualityCountSchema,
});
export type ScanView = z.infer<typeof scanViewSchema>;

/** The clerk's own count of a pile; null when nobody counted. */
export const expectedSheetsSchema = z.int().positive().max(100_000).nullable();

export const newScanSchema = z.strictObject({
  name: z.string().trim().min(1).max(120),
  profileId: z.string(),
  device: scanDeviceSchema,
  settings: scanSettingsSchema,
  expectedSheets: expectedSheetsSchema,
  /** How the pile is cut into documents; as its profile says where it is absent. */
  separation: separationSchema.optional(),
});
export type NewScan = z.infer<typeof newScanSchema>;

/** Device and settings last used with a profile. */
export const rememberedScanSchema = z.strictObject({ device: scanDeviceSchema, settings: scanSettingsSchema });
export type RememberedScan = z.infer<typeof rememberedScanSchema>;

/** What the next scan under a profile begins with. */
export const scanMemorySchema = z.strictObject({
  /** Null before the first scan. */
  scan: rememberedScanSchema.nullable(),
  /** As piles were last cut under the profile, else as the profile says. */
  separation: separationSchema,
});
export type ScanMemory = z.infer<typeof scanMemorySchema>;

/** One driver's answer to the search for scanners: what it found, or why it could not look. */
export const scanDevicesSchema = z.strictObject({
  devices: z.array(scanDeviceSchema),
  troubles: z.array(z.strictObject({ driver: scanDriverSchema, stop: toldStopSchema })),
});
export type ScanDevices = z.infer<typeof scanDevicesSchema>;

/** What a test scan gave: one page, which comes into no batch. */
export const testScanSchema = z.strictObject({
  format: z.enum(['jpeg', 'png', 'tiff']),
  widthPx: z.int().positive(),
  heightPx: z.int().positive(),
  bytes: z.int().positive(),
  /** As the profile demands; null where the picture could not be looked at. */
  quality: pageVerdictSchema.nullable(),
  /** The page as a picture, served like those of pages until the next test; null where it cannot be drawn. */
  pictureId: idSchema.nullable(),
});
export type TestScan = z.infer<typeof testScanSchema>;
