import { Menu, type MenuItemConstructorOptions } from 'electron';
import { type Language, menuLanguage } from './menu-language.ts';

const words = {
  it: {
    file: 'File',
    open: 'Nuova finestra',
    quit: 'Esci',
    edit: 'Modifica',
    undo: 'Annulla',
    redo: 'Ripeti',
    cut: 'Taglia',
    copy: 'Copia',
    paste: 'Incolla',
    all: 'Seleziona tutto',
    view: 'Vista',
    larger: 'Ingrandisci',
    smaller: 'Riduci',
    normal: 'Dimensione normale',
    full: 'Schermo intero',
  },
  en: {
    file: 'File',
    open: 'New window',
    quit: 'Quit',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    all: 'Select all',
    view: 'View',
    larger: 'Zoom in',
    smaller: 'Zoom out',
    normal: 'Normal size',
    full: 'Full screen',
  },
} as const satisfies Record<Language, Record<string, string>>;

export interface MenuActions {
  openWindow(): void;
}

/** Only what a person needs: no reload, no developer tools. */
function menuTemplate(language: Language, { openWindow }: MenuActions): MenuItemConstructorOptions[] {
  const word = words[language];
  return [
    {
      label: word.file,
      submenu: [
        { id: 'new-window', label: word.open, accelerator: 'CmdOrCtrl+N', click: () => openWindow() },
        { type: 'separator' },
        { role: 'quit', label: word.quit },
      ],
    },
    {
      label: word.edit,
      submenu: [
        { role: 'undo', label: word.undo },
        { role: 'redo', label: word.redo },
        { type: 'separator' },
        { role: 'cut', label: word.cut },
        { role: 'copy', label: word.copy },
        { role: 'paste', label: word.paste },
        { role: 'selectAll', label: word.all },
      ],
    },
    {
      label: word.view,
      submenu: [
        { role: 'zoomIn', label: word.larger },
        { role: 'zoomOut', label: word.smaller },
        { role: 'resetZoom', label: word.normal },
        { role: 'togglefullscreen', label: word.full },
      ],
    },
  ];
}

export function setMenu(locale: string, actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(menuLanguage(locale), actions)));
}
