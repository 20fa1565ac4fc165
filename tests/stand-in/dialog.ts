import { onLauncherOrder, tellLauncher } from './launcher.ts';

const answers: string[][] = process.env.STAND_IN_DIALOG ? [process.env.STAND_IN_DIALOG.split('\n')] : [];

/** Starts taking the launcher's answers; called once by `app`. */
export function listenForDialogAnswers(): void {
  onLauncherOrder((order) => {
    if (order.kind === 'answer-dialog') answers.push(order.paths);
  });
}

function openDialog(method: string): { canceled: boolean; filePaths: string[] } {
  tellLauncher({ kind: 'dialog-opened', method });
  const filePaths = answers.shift() ?? [];
  return { canceled: filePaths.length === 0, filePaths };
}

function saveDialog(method: string): { canceled: boolean; filePath: string } {
  const { canceled, filePaths } = openDialog(method);
  return { canceled, filePath: filePaths[0] ?? '' };
}

export const dialog = {
  showSaveDialog: async () => saveDialog('showSaveDialog'),
  showOpenDialog: async () => openDialog('showOpenDialog'),
  showMessageBox: async (...values: unknown[]) => {
    console.error('message box:', JSON.stringify(values.at(-1)));
    return { response: 0, checkboxChecked: false };
  },
  showErrorBox(title: string, content: string): void {
    console.error(`error box: ${title}: ${content}`);
  },
};
