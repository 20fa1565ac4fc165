import { parseArgs } from 'node:util';

/** What a Debian package is made of. */
export interface DebianRequest {
  readonly output: string;
  readonly name: string;
  readonly version: string;
  readonly architecture: string;
  readonly maintainer: string;
  readonly section: string;
  readonly priority: string;
  readonly homepage: string;
  readonly depends: readonly string[];
  readonly recommends: readonly string[];
  /** First line the synopsis, then the description. */
  readonly description: readonly string[];
  readonly files: readonly { readonly from: string; readonly to: string }[];
  /** Maintainer scripts by name (`postinst`, `postrm`): path of the script. */
  readonly scripts: Readonly<Record<string, string>>;
}

/** Reads the part of fpm's command line that electron-builder uses. Throws for any target but `deb`. */
export function parseFpmArguments(words: readonly string[]): DebianRequest {
  const text = { type: 'string' } as const;
  const list = { type: 'string', multiple: true } as const;
  const flag = { type: 'boolean' } as const;
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      source: { ...text, short: 's' },
      target: { ...text, short: 't' },
      depends: { ...list, short: 'd' },
      'deb-recommends': list,
      'deb-compression': text,
      'deb-priority': text,
      force: flag,
      debug: flag,
      log: text,
      architecture: text,
      'after-install': text,
      'after-remove': text,
      description: text,
      version: text,
      package: text,
      name: text,
      maintainer: text,
      vendor: text,
      url: text,
      category: text,
      license: text,
      iteration: text,
    },
  });
  if (values.target !== 'deb') throw new Error(`only Debian packages are made here, not ${values.target}`);
  const required = (name: 'package' | 'name' | 'version' | 'architecture' | 'maintainer') => {
    const value = values[name];
    if (value === undefined) throw new Error(`--${name} is missing`);
    return value;
  };
  const scripts = Object.entries({ postinst: values['after-install'], postrm: values['after-remove'] });
  return {
    output: required('package'),
    name: required('name'),
    version: required('version'),
    architecture: required('architecture'),
    maintainer: required('maintainer'),
    section: values.category ?? 'misc',
    priority: values['deb-priority'] ?? 'optional',
    homepage: values.url ?? '',
    depends: values.depends ?? [],
    recommends: values['deb-recommends'] ?? [],
    description: (values.description ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    files: positionals.map(parseMapping),
    scripts: Object.fromEntries(scripts.flatMap(([name, path]) => (path === undefined ? [] : [[name, path]]))),
  };
}

/** `<source>=<absolute target>`; a source that ends in a slash is a folder's content. */
function parseMapping(mapping: string): { from: string; to: string } {
  const at = mapping.indexOf('=/');
  if (at < 0) throw new Error(`not a mapping: ${mapping}`);
  return { from: mapping.slice(0, at), to: mapping.slice(at + 1) };
}

/** The control file of a Debian package (Debian Policy 5.3). */
export function debianControl(request: DebianRequest, installedKb: number): string {
  const [synopsis = request.name, ...more] = request.description;
  const fields: [string, string][] = [
    ['Package', request.name],
    ['Version', request.version],
    ['Architecture', request.architecture],
    ['Maintainer', request.maintainer],
    ['Installed-Size', String(installedKb)],
    ['Depends', request.depends.join(', ')],
    ['Recommends', request.recommends.join(', ')],
    ['Section', request.section],
    ['Priority', request.priority],
    ['Homepage', request.homepage],
    ['Description', [synopsis, ...more.map((line) => ` ${line}`)].join('\n')],
  ];
  return fields.flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value}\n`])).join('');
}
