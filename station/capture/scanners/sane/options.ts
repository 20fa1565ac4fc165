import type { ScanColour, ScanSettings, ScanSource } from '../../../../contract/capture.ts';

/** Words a backend takes for an option, or the numbers, as `scanimage --all-options` lists them. */
export type SaneOption =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'range'; readonly least: number; readonly most: number };
export type SaneOptions = ReadonlyMap<string, SaneOption>;

/** `    --source Flatbed|ADF [Flatbed]`: name, what it takes, present value. An inactive option is none. */
const optionLine = /^ {4}(--[\w-]+|-[a-z]) (.+) \[([^\]]*)\](?: \[[\w-]+\])*$/;

/** Reads the active options out of the text of `scanimage --all-options` (sane-backends 1.0.20 to 1.3). */
export function parseOptions(text: string): SaneOptions {
  const options = new Map<string, SaneOption>();
  for (const line of text.split('\n')) {
    const [, name, takes = '', present] = optionLine.exec(line) ?? [];
    if (name !== undefined && present !== 'inactive') options.set(name, parseConstraint(takes));
  }
  return options;
}

function parseConstraint(text: string): SaneOption {
  const [, least, most] = /^(-?[\d.]+)\.\.(-?[\d.]+)[a-z%]*(?: \(.*\))?$/.exec(text) ?? [];
  if (least !== undefined && most !== undefined) return { kind: 'range', least: Number(least), most: Number(most) };
  const words = text.split('|').filter((word) => word !== '' && word !== 'auto');
  return { kind: 'words', words: words.map((word) => word.replace(/^([\d.]+)(?:dpi|mm|pel)$/, '$1')) };
}

export interface NamedSource {
  /** What the backend calls it; null for a scanner with one source only. */
  readonly name: string | null;
  readonly source: ScanSource['source'];
  readonly duplex: boolean;
}

/** Backends name their sources as they like; these words are common to all that are known. */
export function sourcesOf(options: SaneOptions): NamedSource[] {
  const names = wordsOf(options, '--source');
  if (names.length === 0) return [{ name: null, source: 'flatbed', duplex: false }];
  const sources = names.map((name): NamedSource => {
    const isFeeder = /adf|feeder/i.test(name);
    return { name, source: isFeeder ? 'feeder' : 'flatbed', duplex: isFeeder && /duplex|both/i.test(name) };
  });
  return sources.filter((own, index) => sources.findIndex((other) => isSameKind(own, other)) === index);
}

function isSameKind(one: NamedSource, other: NamedSource): boolean {
  return one.source === other.source && one.duplex === other.duplex;
}

const modeWords: Readonly<Record<ScanColour, RegExp>> = {
  colour: /^(?:24.?bit )?colou?r/i,
  grey: /^(?:true )?gr[ae]y/i,
  'black-white': /^(?:lineart|black|monochrome|binary)/i,
};

/** The backend's word for a colour mode. */
export function modeOf(options: SaneOptions, colour: ScanColour): string | undefined {
  return wordsOf(options, '--mode').find((word) => modeWords[colour].test(word));
}

const usualResolutionsDpi = [75, 100, 150, 200, 240, 300, 400, 600, 1200];
/** Larger than any sheet: for backends that do not let the area be chosen. */
const anySizeMm = 300;

/** What a source offers, from the options as they are while it is chosen. */
export function offerOf({ source, duplex }: NamedSource, options: SaneOptions): ScanSource {
  const resolution = options.get('--resolution');
  const resolutionsDpi =
    resolution?.kind === 'range'
      ? usualResolutionsDpi.filter((dpi) => dpi >= resolution.least && dpi <= resolution.most)
      : (resolution?.words ?? []).map(Number).filter((dpi) => Number.isInteger(dpi) && dpi > 0);
  return {
    ...{ source, duplex, resolutionsDpi },
    colours: (['colour', 'grey', 'black-white'] as const).filter((colour) => modeOf(options, colour) !== undefined),
    maxWidthMm: mostOf(options, '-x') ?? anySizeMm,
    maxHeightMm: mostOf(options, '-y') ?? anySizeMm,
  };
}

export function findSource(sources: readonly NamedSource[], wanted: ScanSettings): NamedSource | undefined {
  return sources.find(({ source, duplex }) => source === wanted.source && duplex === wanted.duplex);
}

function wordsOf(options: SaneOptions, name: string): readonly string[] {
  const option = options.get(name);
  return option?.kind === 'words' ? option.words : [];
}

function mostOf(options: SaneOptions, name: string): number | undefined {
  const option = options.get(name);
  return option?.kind === 'range' ? option.most : undefined;
}
