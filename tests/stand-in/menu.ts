/** Menus are the desktop's; only their building is exercised here. */
export class Menu {
  static #applicationMenu: Menu | null = null;
  readonly items: readonly unknown[];

  constructor(items: readonly unknown[] = []) {
    this.items = items;
  }

  static buildFromTemplate(template: readonly unknown[]): Menu {
    return new Menu(template);
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.#applicationMenu = menu;
  }

  static getApplicationMenu(): Menu | null {
    return Menu.#applicationMenu;
  }
}
