import { onLauncherOrder } from './launcher.ts';

interface MenuItem {
  readonly id?: string;
  readonly submenu?: readonly MenuItem[];
  click?(): void;
}

/** Menus are the desktop's: they are built here, and an entry is chosen by the launcher's order. */
export class Menu {
  static #applicationMenu: Menu | null = null;
  readonly items: readonly MenuItem[];

  constructor(items: readonly MenuItem[] = []) {
    this.items = items;
  }

  static buildFromTemplate(template: readonly MenuItem[]): Menu {
    return new Menu(template);
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.#applicationMenu = menu;
  }

  static getApplicationMenu(): Menu | null {
    return Menu.#applicationMenu;
  }

  getMenuItemById(id: string): MenuItem | null {
    const all = this.items.flatMap((item) => [item, ...(item.submenu ?? [])]);
    return all.find((item) => item.id === id) ?? null;
  }
}

/** Starts taking the launcher's choices; called once by `app`. */
export function listenForMenuChoices(): void {
  onLauncherOrder((order) => {
    if (order.kind === 'choose-menu-item') Menu.getApplicationMenu()?.getMenuItemById(order.id)?.click?.();
  });
}
