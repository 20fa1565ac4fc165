import { describe, expect, it } from 'vitest';
import { debianControl, parseFpmArguments } from '../../../tools/package/fpm-arguments.ts';

/** As electron-builder calls fpm. */
const words = [
  ...['-s', 'dir', '--force', '-t', 'deb', '-d', 'libgtk-3-0', '-d', 'libnss3', '--deb-recommends', 'xdg-utils'],
  ...[
    '--deb-compression',
    'xz',
    '--architecture',
    'amd64',
    '--after-install',
    '/tmp/postinst',
    '--after-remove',
    '/tmp/postrm',
  ],
  ...[
    '--description',
    'Paper to records\n Reads forms on this computer.',
    '--version',
    '0.1.0',
    '--package',
    '/out/app.deb',
  ],
  ...[
    '--name',
    'tabularium',
    '--maintainer',
    'Ada <ada@example.org>',
    '--vendor',
    'Ada',
    '--url',
    'https://example.org',
  ],
  ...['--license', 'EUPL-1.2', '/app/=/opt/Tabularium', '/icons/16.png=/usr/share/icons/16.png'],
];

describe("electron-builder's call of fpm", () => {
  const request = parseFpmArguments(words);

  it('is understood', () => {
    expect(request).toMatchObject({
      output: '/out/app.deb',
      depends: ['libgtk-3-0', 'libnss3'],
      scripts: { postinst: '/tmp/postinst', postrm: '/tmp/postrm' },
      files: [
        { from: '/app/', to: '/opt/Tabularium' },
        { from: '/icons/16.png', to: '/usr/share/icons/16.png' },
      ],
    });
  });

  it('becomes a control file by Debian Policy', () => {
    expect(debianControl(request, 1234)).toBe(
      [
        'Package: tabularium',
        'Version: 0.1.0',
        'Architecture: amd64',
        'Maintainer: Ada <ada@example.org>',
        'Installed-Size: 1234',
        'Depends: libgtk-3-0, libnss3',
        'Recommends: xdg-utils',
        'Section: misc',
        'Priority: optional',
        'Homepage: https://example.org',
        'Description: Paper to records',
        ' Reads forms on this computer.',
        '',
      ].join('\n'),
    );
  });

  it('is refused for another kind of package, an unknown option, or a missing one', () => {
    expect(() => parseFpmArguments(words.map((word) => (word === 'deb' ? 'rpm' : word)))).toThrow(/rpm/);
    expect(() => parseFpmArguments([...words, '--unheard-of', 'x'])).toThrow(/unheard-of/);
    expect(() => parseFpmArguments(['-t', 'deb'])).toThrow(/missing/);
  });
});
